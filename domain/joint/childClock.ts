import type { CaseInHand } from '../case/draft.ts'
import type { Duration } from '../calendar/duration.ts'
import type { World } from '../world.ts'
import { arm, put, remind, type Desk } from '../book/desk.ts'
import { DAY } from '../calendar/zone.ts'
import { factsOf } from '../case/facts.ts'
import { addDuration, addShare } from '../clock/deadline.ts'
import { findStation } from '../people/directory.ts'
import { commandRoom, dutyPeople, personOf, stationGroup, type Address } from '../people/recipients.ts'
import { childFacts, isOpenChild, type Child } from './childFacts.ts'
import { answerable } from './tell.ts'
import { CHILD, CHILD_REMINDERS, CHILD_REPEATS } from './limits.ts'

type Hand = Pick<CaseInHand, 'task' | 'town' | 'policy'>

/** The days of a child task are those of its case: working days where the case has them. */
export function childDue({ task, policy }: Hand, term: Duration, { now, calendar }: World): Date {
  const { hours } = policy.levels[task.level]
  return addDuration(now, term, hours, policy.workHours, calendar).at
}

/** Sets the clock for the next reminder; null where nothing is to be done any more. */
export function armChild(desk: Desk, { task, policy }: Hand, child: Child, step: number): void {
  const share = CHILD_REMINDERS[step]
  if (!isOpenChild(child) || step >= CHILD_REMINDERS.length + CHILD_REPEATS) return arm(desk, child, CHILD, null)
  const { hours } = policy.levels[task.level]
  const at =
    share === undefined
      ? new Date((child.dueAt ?? child.at).getTime() + (step + 1 - CHILD_REMINDERS.length) * DAY)
      : addShare(child.at, child.data.term, share, hours, policy.workHours, desk.world.calendar)
  arm(desk, child, CHILD, at, step)
}

/** Half of its time is over, most of it, all of it: then the head of the unit and the command room hear it, too. */
export function fireChild(desk: Desk, hand: Hand, child: Child, step: number): void {
  armChild(desk, hand, child, step + 1)
  if (!isOpenChild(child)) return
  const { task, town } = hand
  const share = Math.min(CHILD_REMINDERS[step] ?? 1, 1)
  put(desk, child, share < 1 ? 'child-reminded' : 'child-overdue', 'system', { share })
  const body = { kind: 'child-due', facts: factsOf(task, town), child: childFacts(child, town), share } as const
  const told = share < 1 ? doers(desk, child) : answerable(desk, child.data.to)
  for (const address of told) remind(desk, child, address, { ...body, to: 'unit' })
  if (share < 1) return
  for (const address of commandRoom(town)) remind(desk, child, address, { ...body, to: 'command' })
}

/** Who signed it, else those on duty. */
function doers({ town, world }: Desk, { data }: Child): readonly Address[] {
  const station = findStation(town, data.to)
  if (!station) return []
  if (data.holder) return [personOf(station, data.holder)]
  const people = dutyPeople(town, station, world.now)
  return people.length > 0 ? people : stationGroup(town, station, world.now)
}
