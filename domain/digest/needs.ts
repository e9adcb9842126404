import type { Calendar } from '../calendar/calendar.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { isDueOn, isEscalated, isLate, isRulingLate } from '../work/late.ts'

/** Who reads a card. */
export type Readers = 'command' | 'leaders'

export type NeedId = 'emergency' | 'triage' | 'ruling' | 'ruling-late' | 'escalated' | 'overdue' | 'due-today'

type Look = Readonly<{ town: Town; calendar: Calendar; now: Date }>

/** A reason why somebody has to look at a case. `units`: listed unit by unit. */
export type Reason = Readonly<{ id: NeedId; units?: true; fits: (task: Task, look: Look) => boolean }>

/** Somebody is in danger, and nobody is there yet. */
const emergency: Reason = {
  id: 'emergency',
  fits: ({ level, stage }) => level === 'emergency' && stage !== 'arrived',
}
const isDecided = (task: Task): boolean => !isBeforeSupervisors(task)

/** What needs whom, most pressing first; a case stands below the first reason that fits. Whatever else goes well is no news. */
export const NEEDS: Readonly<Record<Readers, readonly Reason[]>> = {
  command: [
    emergency,
    { id: 'triage', fits: (task) => task.stage === 'triage' && isDecided(task) },
    { id: 'ruling', fits: (task) => task.stage === 'disputed' && isDecided(task) },
    { id: 'overdue', units: true, fits: (task, { now }) => isLate(task, now) },
    { id: 'due-today', fits: (task, { now }) => isDueOn(task, dayOf(now)) },
  ],
  leaders: [
    emergency,
    {
      id: 'ruling-late',
      fits: (task, { now }) => isRulingLate(task, now),
    },
    {
      id: 'escalated',
      units: true,
      fits: (task, { town, calendar, now }) => isEscalated(task, town.policy, calendar, now),
    },
  ],
}
