import type { Recipient } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Person, Town } from '../town.ts'
import { stationsOf } from '../route/conflict.ts'
import { accusedIn } from '../understand/accused.ts'
import { commandRoom, leaders, type Address } from './recipients.ts'
import { withRole } from './directory.ts'

/** Units and people a case complains about may neither have it nor hear of it. */
export function barredUnits(task: Task, town: Town): readonly string[] {
  return stationsOf(accusedIn(task.text, town), town)
}

/** May this person not touch the case, because it complains about him or his unit? */
export function isBarred(task: Task, town: Town, userid: string): boolean {
  const { stations, people } = accusedIn(task.text, town)
  const station = town.people.find((person) => person.userid === userid)?.station ?? null
  return people.includes(userid) || (station !== null && stations.includes(station))
}

/** The addresses that may hear of the case. */
export function unbarred(task: Task, town: Town, addresses: readonly Address[]): Address[] {
  const groups = barredGroups(task, town)
  const heard = (to: Recipient | null): boolean => {
    if (to?.kind === 'person') return !isBarred(task, town, to.userid)
    return to?.kind !== 'group' || !groups.includes(to.id)
  }
  return addresses
    .filter(({ to }) => heard(to))
    .map(({ to, fallback }) => ({ to, fallback: heard(fallback) ? fallback : null }))
}

/** Who decides where a complaint about the township's own people goes: the supervisors, else the leaders, else the command room. */
export function supervisors(task: Task, town: Town): Address[] {
  const people = withRole(town, 'supervisor').map((userid): Address => ({
    to: { kind: 'person', userid },
    fallback: null,
  }))
  const found = [people, leaders(town), commandRoom(town)].map((each) => unbarred(task, town, each))
  return found.find((each) => each.length > 0) ?? []
}

/** Groups in which an accused person reads along. */
function barredGroups(task: Task, town: Town): readonly string[] {
  const { people } = accusedIn(task.text, town)
  const accused = town.people.filter(({ userid }) => people.includes(userid))
  const units = barredUnits(task, town)
  const ofUnits = town.stations.filter(({ id }) => units.includes(id)).flatMap(({ group }) => group ?? [])
  const has = (role: Person['roles'][number]) => accused.some(({ roles }) => roles.includes(role))
  return [
    ...ofUnits,
    ...(has('dispatcher') && town.commandRoom ? [town.commandRoom] : []),
    ...(has('leader') && town.leaders ? [town.leaders] : []),
  ]
}
