import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { atDesk, type Desk } from '../book/desk.ts'
import { findStation } from '../people/directory.ts'
import { distinct, dutyPeople, personOf, stationGroup, type Address } from '../people/recipients.ts'

/** An emergency whistle waits for nothing; whom its case accuses hears nothing of it. */
export const deskOf = ({ data }: Entry<'whistle'>, task: Task | null, town: Town, world: World): Desk =>
  atDesk(world, town, { task, urgent: data.sort === 'emergency' })

/** Those of a unit who hear a whistle: the people on duty, and the group. */
export function hearers({ town, world }: Desk, id: string): readonly Address[] {
  const station = findStation(town, id)
  return station ? distinct([...dutyPeople(town, station, world.now), ...stationGroup(town, station, world.now)]) : []
}

/** A fresh id: WeCom wants it unique, so every copy has its own. */
export const cardIdOf = (desk: Desk, { no, version }: Readonly<{ no: string; version: number }>): string =>
  `${no}_${version + 1}_${desk.notices.length}`

/** The same for what belongs to a case. */
export const deskFor = ({ task, town }: Readonly<{ task: Task; town: Town }>, world: World): Desk =>
  atDesk(world, town, { task, urgent: task.level === 'emergency' })

/** The head of a unit and those on duty; where it has neither, its group. */
export function answerable({ town, world }: Desk, id: string): readonly Address[] {
  const station = findStation(town, id)
  if (!station) return []
  const head = station.head ? [personOf(station, station.head)] : []
  const people = distinct([...head, ...dutyPeople(town, station, world.now)])
  return people.length > 0 ? people : stationGroup(town, station, world.now)
}
