import type { Calendar } from '../calendar/calendar.ts'
import type { Entry, Kind } from '../book/entry.ts'
import type { Task } from '../task.ts'
import type { Person, Role, Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { isCommand } from '../people/directory.ts'
import { isFiled, suspensionOf } from './granted.ts'
import { isDueOn, isEscalated, isLate } from './late.ts'
import { COMMAND_ROOM } from './owner.ts'

export type SectionId =
  | 'triage'
  | 'ruling'
  | 'supervised'
  | 'approvals'
  | 'reviews'
  | 'escalated'
  | 'mine'
  | 'unsigned'
  | 'unit-overdue'
  | 'suspended'
  | 'entries'
  | 'overdue'
  | 'due-today'

/** Whose list it is, and when. */
export type Who = Readonly<{ person: Person; town: Town; calendar: Calendar; now: Date }>

/** What belongs below one heading: cases, or things in the book. */
export type Section = Readonly<{
  id: SectionId
  task?: (task: Task, who: Who) => boolean
  entry?: (entry: Entry, who: Who) => boolean
}>

/** The states in which something in the book waits for its owner. A part of the house that keeps such things names them here. */
export const WAITING: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  outside: ['waiting'],
  block: ['open'],
  signoff: ['open'],
}
/** What is asked of whoever may agree. */
const REQUESTS: readonly Kind[] = ['extension', 'suspension', 'leave', 'swap', 'handover']

const has = (role: Role, { person }: Who): boolean => person.roles.includes(role)
const commands = ({ person }: Who): boolean => isCommand(person)
const isOfUnit = ({ lead }: Task, { person }: Who): boolean => person.station !== null && lead === person.station
const isHeads = (task: Task, who: Who): boolean =>
  isOfUnit(task, who) && who.town.stations.some(({ id, head }) => id === task.lead && head === who.person.userid)
const isMine = ({ holder }: Task, { person }: Who): boolean => holder === person.userid
const isUnsigned = (task: Task, who: Who): boolean => task.stage === 'dispatched' && isOfUnit(task, who)

function isAsked(entry: Entry, who: Who): boolean {
  if (!REQUESTS.includes(entry.kind) || entry.state !== 'asked') return false
  const isOwn = 'by' in entry.data && entry.data.by === who.person.userid
  return !isOwn && isOwner(entry, who)
}

const isOwner = ({ owner }: Entry, { person }: Who): boolean =>
  owner !== null &&
  (owner === person.userid || owner === person.station || (owner === COMMAND_ROOM && isCommand(person)))

/** 我的任务, section by section; who has several roles sees all of theirs, and each case once. */
export const MINE: readonly Section[] = [
  { id: 'supervised', task: (task, who) => has('supervisor', who) && isBeforeSupervisors(task) },
  { id: 'triage', task: (task, who) => commands(who) && task.stage === 'triage' },
  { id: 'ruling', task: (task, who) => commands(who) && task.stage === 'disputed' },
  { id: 'approvals', entry: isAsked },
  {
    id: 'escalated',
    task: (task, who) => has('leader', who) && isEscalated(task, who.town.policy, who.calendar, who.now),
  },
  {
    id: 'suspended',
    task: (task, who) => suspensionOf(task) !== null && !isFiled(task) && (isMine(task, who) || isHeads(task, who)),
  },
  { id: 'mine', task: isMine },
  { id: 'unsigned', task: isUnsigned },
  { id: 'unit-overdue', task: (task, who) => isHeads(task, who) && isLate(task, who.now) },
  {
    id: 'entries',
    entry: (entry, who) => (WAITING[entry.kind] ?? []).includes(entry.state) && isOwner(entry, who),
  },
]

const concerns = (task: Task, who: Who): boolean => isMine(task, who) || isUnsigned(task, who) || isHeads(task, who)

/** The morning list: only what cannot wait until somebody looks by himself. */
export const MORNING: readonly Section[] = [
  { id: 'overdue', task: (task, who) => concerns(task, who) && isLate(task, who.now) },
  { id: 'due-today', task: (task, who) => concerns(task, who) && isDueOn(task, dayOf(who.now)) },
  { id: 'unsigned', task: isUnsigned },
  { id: 'approvals', entry: isAsked },
  { id: 'triage', task: (task, who) => has('dispatcher', who) && task.stage === 'triage' },
  { id: 'ruling', task: (task, who) => has('dispatcher', who) && task.stage === 'disputed' },
]

/** What stands on the card of the command room that morning is not said beside it a second time. */
export const besideCard = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ id }) => id !== 'triage' && id !== 'ruling')

/** What is looked for in the book. */
export const OPEN_BOOK = {
  kinds: [...REQUESTS, ...Object.keys(WAITING)] as readonly Kind[],
  states: [...new Set(['asked', ...Object.values(WAITING).flat()])],
}
