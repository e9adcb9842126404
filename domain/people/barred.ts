import type { Recipient } from '../recipient.ts'
import type { Task } from '../task.ts'
import type { Role, Town } from '../town.ts'
import { stationsOf } from '../route/conflict.ts'
import { accusedOf, isAnybody, type Accused } from '../understand/accused.ts'
import { isBeforeSupervisors } from './beforeSupervisors.ts'
import { withRole } from './directory.ts'
import { commandRoom, leaders, type Address } from './recipients.ts'

/** Units a case complains about, or about somebody in them: they may neither have it nor hear of it. */
export function barredUnits(task: Task, town: Town): readonly string[] {
  return stationsOf(accusedOf(task, town), town)
}

/** May this person not touch the case: it complains about him or his unit, or it is for the supervisors to decide on? */
export function isBarred(task: Task, town: Town, userid: string): boolean {
  return isAccused(accusedOf(task, town), town, userid) || isKeptFrom(task, town, userid)
}

const DECIDE: readonly Role[] = ['supervisor', 'leader']

function isKeptFrom(task: Task, town: Town, userid: string): boolean {
  if (!isBeforeSupervisors(task)) return false
  const person = town.people.find((each) => each.userid === userid)
  if (!person?.roles.includes('dispatcher') || person.roles.some((role) => DECIDE.includes(role))) return false
  return !supervisors(task, town).some(({ to }) => isRoom(to, town) || (to.kind === 'person' && to.userid === userid))
}

const isRoom = (to: Recipient | null, { commandRoom: room }: Town): boolean =>
  room !== null && to?.kind === 'group' && to.id === room

/** The addresses that may hear of the case. */
export function unbarred(task: Task, town: Town, addresses: readonly Address[]): readonly Address[] {
  const free = unaccused(task, town, addresses)
  if (!isBeforeSupervisors(task) || supervisors(task, town).some(({ to }) => isRoom(to, town))) return free
  const hears = (to: Recipient | null) =>
    to?.kind === 'person' ? !isKeptFrom(task, town, to.userid) : !isRoom(to, town)
  return onlyThose(free, hears)
}

function unaccused(task: Task, town: Town, addresses: readonly Address[]): readonly Address[] {
  const accused = accusedOf(task, town)
  if (!isAnybody(accused)) return addresses
  const groups = groupsOf(accused, town)
  const hears = (to: Recipient | null): boolean => {
    if (to?.kind === 'person') return !isAccused(accused, town, to.userid)
    return to?.kind !== 'group' || !groups.includes(to.id)
  }
  return onlyThose(addresses, hears)
}

const onlyThose = (addresses: readonly Address[], hears: (to: Recipient | null) => boolean): readonly Address[] =>
  addresses
    .filter(({ to }) => hears(to))
    .map(({ to, fallback }) => ({ to, fallback: hears(fallback) ? fallback : null }))

/** Who decides where a complaint about the township's own people goes: the supervisors, else the leaders, else the command room. */
export function supervisors(task: Task, town: Town): readonly Address[] {
  const people = withRole(town, 'supervisor').map((userid): Address => ({
    to: { kind: 'person', userid },
    fallback: null,
  }))
  const found = [people, leaders(town), commandRoom(town)].map((each) => unaccused(task, town, each))
  return found.find((each) => each.length > 0) ?? []
}

function isAccused({ people, stations }: Accused, town: Town, userid: string): boolean {
  const station = town.people.find((person) => person.userid === userid)?.station ?? null
  return people.includes(userid) || (station !== null && stations.includes(station))
}

/** Groups in which somebody accused reads along. */
function groupsOf(accused: Accused, town: Town): readonly string[] {
  const units = stationsOf(accused, town)
  const has = (role: Role) => withRole(town, role).some((userid) => accused.people.includes(userid))
  return [
    ...town.stations.filter(({ id }) => units.includes(id)).flatMap(({ group }) => group ?? []),
    ...(has('dispatcher') && town.commandRoom ? [town.commandRoom] : []),
    ...(has('leader') && town.leaders ? [town.leaders] : []),
  ]
}
