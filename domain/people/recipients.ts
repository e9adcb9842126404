import type { Recipient } from '../recipient.ts'
import type { RungTarget } from '../policy.ts'
import type { Task } from '../task.ts'
import type { Station, Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation, onDuty, unique, withRole } from './directory.ts'
import { isAway } from './shift.ts'

export type Address = Readonly<{ to: Recipient; fallback: Recipient | null }>

const person = (userid: string): Recipient => ({ kind: 'person', userid })
const group = (id: string): Recipient => ({ kind: 'group', id })

/** Somebody alone, and nobody in his place. */
export const toPerson = (userid: string): Address => ({ to: person(userid), fallback: null })

export function recipientKey(to: Recipient): string {
  if (to.kind === 'person') return `p-${to.userid}`
  if (to.kind === 'group') return `g-${to.id}`
  if (to.kind === 'hook') return `h-${to.town}-${to.id}`
  return to.chat.type === 'single' ? `p-${to.chat.id}` : `c-${to.chat.id}`
}

/** Somebody of a station, backed by its group. */
export function personOf(station: Station, userid: string): Address {
  return { to: person(userid), fallback: station.group ? group(station.group) : null }
}

/** The people on duty, each backed by the station's group. */
export function dutyPeople(town: Town, station: Station, now: Date): Address[] {
  return onDuty(town, station, now).map((userid) => personOf(station, userid))
}

/** The group that hears of what nobody else owns. */
export function fallbackGroup({ fallback }: Town): Address[] {
  return fallback?.group ? [{ to: group(fallback.group), fallback: null }] : []
}

export function stationGroup(town: Town, station: Station, now: Date): Address[] {
  if (!station.group) return []
  const first = onDuty(town, station, now)[0] ?? station.head
  return [{ to: group(station.group), fallback: first ? person(first) : null }]
}

/** A unit as such: its group, or the people on duty where it has none. */
export function unit(town: Town, station: Station, now: Date): Address[] {
  const inGroup = stationGroup(town, station, now)
  return inGroup.length > 0 ? inGroup : dutyPeople(town, station, now)
}

export function commandRoom(town: Town): Address[] {
  const dispatchers = withRole(town, 'dispatcher')
  if (town.commandRoom)
    return [{ to: group(town.commandRoom), fallback: dispatchers[0] ? person(dispatchers[0]) : null }]
  const people = [dispatchers, withRole(town, 'leader'), withRole(town, 'admin'), withRole(town, 'head')]
  // a township that names no command room still has somebody who must decide
  const [first = []] = people.filter((found) => found.length > 0)
  return first.map(toPerson)
}

export function leaders(town: Town): Address[] {
  const people = withRole(town, 'leader')
  if (town.leaders) return [{ to: group(town.leaders), fallback: people[0] ? person(people[0]) : null }]
  return people.map(toPerson)
}

/** Who answers for a case in its unit now: the one who signed, else, or while he is on leave, those on duty. */
export function responsible(town: Town, task: Task, now: Date): Address[] {
  const station = findStation(town, task.lead)
  if (!station) return commandRoom(town)
  const fallback = station.group ? group(station.group) : null
  if (task.holder && !isAway(town, task.holder, dayOf(now))) return [{ to: person(task.holder), fallback }]
  return dutyPeople(town, station, now)
}

function head(town: Town, task: Task, now: Date): Address[] {
  const station = findStation(town, task.lead)
  if (!station?.head) return station ? stationGroup(town, station, now) : commandRoom(town)
  return [{ to: person(station.head), fallback: station.group ? group(station.group) : null }]
}

/** Whom a rung of the ladder means for this case. A target nobody fills falls to the command room: no alert may reach no one. */
export function rungRecipients(town: Town, task: Task, target: RungTarget, now: Date): Address[] {
  const found = table[target](town, task, now)
  return found.length > 0 ? found : commandRoom(town)
}

const table: Readonly<Record<RungTarget, (town: Town, task: Task, now: Date) => Address[]>> = {
  duty: (town, task, now) => {
    const station = findStation(town, task.lead)
    return station ? [...responsible(town, task, now), ...stationGroup(town, station, now)] : commandRoom(town)
  },
  station_head: head,
  command_room: (town) => commandRoom(town),
  leaders: (town) => leaders(town),
  supervisor: (town) => withRole(town, 'supervisor').map(toPerson),
}

/** Each recipient once; nobody is a fallback for a message he gets anyway. */
export function distinct(addresses: readonly Address[]): Address[] {
  const keys = unique(addresses.map((a) => recipientKey(a.to)))
  const first = keys.flatMap((key) => addresses.find((a) => recipientKey(a.to) === key) ?? [])
  return first.map((a) => (a.fallback && keys.includes(recipientKey(a.fallback)) ? { to: a.to, fallback: null } : a))
}

/** Is this the chat somebody acts in? There he gets an answer. `chat` = its id. */
export function isHere(
  { to }: Address,
  { groups }: Pick<Town, 'groups'>,
  { userid, chat }: Readonly<{ userid: string; chat?: string }>,
): boolean {
  if (to.kind === 'group') return groups.some(({ id, aibotChatid }) => id === to.id && aibotChatid === chat)
  return recipientKey(to) === `p-${userid}`
}
