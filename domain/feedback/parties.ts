import type { Task } from '../task.ts'
import type { Person, Role, Town } from '../town.ts'
import type { Draft } from '../case/draft.ts'
import { isBarred } from '../people/barred.ts'
import { findStation } from '../people/directory.ts'
import { commandRoom, distinct, dutyPeople, personOf, stationGroup, type Address } from '../people/recipients.ts'

/** Somebody as this township lists him: what he is elsewhere in the county counts for nothing here. */
export const personIn = ({ people }: Town, userid: string): Person | null =>
  people.find((each) => each.userid === userid) ?? null

export const hasRole = (town: Town, userid: string, ...roles: readonly Role[]): boolean =>
  personIn(town, userid)?.roles.some((role) => roles.includes(role)) ?? false

export const stationOf = (town: Town, userid: string): string | null => personIn(town, userid)?.station ?? null

/** The officer who has the case and the head of a unit; its group where nobody is named, the command room where the unit is gone. */
export function unitPeople({ town, task, world }: Draft, unit: string): Address[] {
  const station = findStation(town, unit)
  if (!station) return commandRoom(town)
  const holds = task.holder !== null && stationOf(town, task.holder) === unit
  const officers = holds && task.holder ? [personOf(station, task.holder)] : dutyPeople(town, station, world.now)
  const people = distinct([...officers, ...headOf(town, unit)])
  const found = people.length > 0 ? people : stationGroup(town, station, world.now)
  return found.length > 0 ? found : commandRoom(town)
}

export function headOf(town: Town, unit: string): Address[] {
  const station = findStation(town, unit)
  return station?.head ? [personOf(station, station.head)] : []
}

/** Supervisors who may decide about a unit's case: neither of the unit nor complained of, and not who asked. */
export function freeSupervisors(task: Task, town: Town, unit: string, not: string): readonly string[] {
  return among('supervisor', task, town, unit, not)
}

/** Where no supervisor is free, the command room decides; where nobody is free there, the leaders. */
export function deciders(task: Task, town: Town, unit: string, not: string): readonly string[] {
  const found = DECIDE.map((role) => among(role, task, town, unit, not))
  return found.find((each) => each.length > 0) ?? []
}

const DECIDE: readonly Role[] = ['supervisor', 'dispatcher', 'leader']

const among = (role: Role, task: Task, town: Town, unit: string, not: string): readonly string[] =>
  town.people
    .filter(({ userid, roles, station }) => roles.includes(role) && userid !== not && station !== unit)
    .map(({ userid }) => userid)
    .filter((userid) => !isBarred(task, town, userid))
