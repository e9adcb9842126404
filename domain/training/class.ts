import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Person, Station, Town } from '../town.ts'
import type { World } from '../world.ts'
import type { ClassSaid } from './said.ts'
import { arm, atDesk, decided, put, say } from '../book/desk.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { toPerson, stationGroup, type Address } from '../people/recipients.ts'

export type ClassEntry = Entry<'class'>

/** The kind of the timer that ends a class with its day. */
export const CLASS = 'class'

export const mayHold = ({ roles }: Person): boolean =>
  roles.includes('dispatcher') || roles.includes('admin') || roles.includes('head')

/** Whom a class is for: those of the command room call all units, a head his own. */
export function unitsFor({ roles, station }: Person, { stations }: Town): readonly Station[] {
  const all = roles.includes('dispatcher') || roles.includes('admin')
  return all ? stations : stations.filter(({ id }) => id === station)
}

/** 培训签到: each unit gets a card in its group; where it has none, each of its people does. */
export function openClass(topic: string, by: Person, number: EntryNumber, town: Town, world: World) {
  const desk = atDesk(world, town)
  const units = unitsFor(by, town)
  const data = { topic, by: by.userid, units: units.map(({ id }) => id), present: {} }
  const dueAt = instant(addDays(dayOf(world.now), 1), 0)
  const entry: ClassEntry = newEntry({ world, town }, 'class', number, { state: 'open', owner: by.userid, dueAt, data })
  put(desk, entry, 'class-opened', by.userid, { units: data.units })
  arm(desk, entry, CLASS, dueAt)
  const asked = units.map((unit) => ({ unit, addresses: addressesOf(unit, town, world) }))
  for (const [n, address] of asked.flatMap(({ addresses }) => addresses).entries())
    say(desk, 'dispatch', entry, address, classSaid(entry, `${entry.no}_${n}`, town))
  const named = (some: typeof asked) => some.map(({ unit }) => unit.name)
  const nobody = named(asked.filter(({ addresses }) => addresses.length === 0))
  return { decision: decided(desk), entry, units: named(asked.filter((each) => each.addresses.length > 0)), nobody }
}

function addressesOf(unit: Station, town: Town, { now }: World): Address[] {
  const group = stationGroup(town, unit, now)
  if (group.length > 0) return group
  const people = town.people.filter(({ station }) => station === unit.id)
  return people.map(({ userid }) => toPerson(userid))
}

export const isCalled = ({ data }: ClassEntry, { station }: Person): boolean =>
  station !== null && data.units.includes(station)

/** 参加培训: once is enough. */
export function join(before: ClassEntry, person: Person, town: Town, world: World) {
  const desk = atDesk(world, town)
  const present = { ...before.data.present, [person.userid]: world.now.toISOString() }
  const entry: ClassEntry = { ...before, data: { ...before.data, present } }
  put(desk, entry, 'class-joined', person.userid, { unit: person.station })
  return { decision: decided(desk), entry }
}

/** So many minutes after midnight whoever held it reads who was there. */
const LISTED_AT = 8 * 60

/** The day is over and so is the class; in the morning its list goes to who held it. */
export function classDue(before: ClassEntry, step: number, town: Town, world: World): Decision {
  const desk = atDesk(world, town)
  const to = { kind: 'person', userid: before.data.by } as const
  if (before.state === 'closed') {
    arm(desk, before, CLASS, null)
    if (step > 0) say(desk, 'replies', before, { to, fallback: null }, classList(before, town, true))
    return decided(desk)
  }
  const entry: ClassEntry = { ...before, state: 'closed', owner: null, dueAt: null }
  put(desk, entry, 'class-closed', 'system', { count: Object.keys(entry.data.present).length })
  arm(desk, entry, CLASS, instant(dayOf(world.now), LISTED_AT), 1)
  return decided(desk)
}

/** In the order in which they came. */
export function classList({ no, state, data }: ClassEntry, town: Town, named: boolean) {
  const present = Object.entries(data.present).toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  const names = present.map(([userid]) => whoAndWhere(userid, town))
  const { topic } = data
  return {
    kind: 'class-list',
    no,
    topic,
    count: present.length,
    names: named ? names : null,
    closed: state === 'closed',
  } as const
}

function whoAndWhere(userid: string, town: Town): string {
  const station = town.people.find((person) => person.userid === userid)?.station ?? null
  return [findStation(town, station)?.name, nameOf(town, userid) ?? userid].filter(Boolean).join(' ')
}

export function classSaid({ no, at, state, data }: ClassEntry, cardId: string, town: Town): ClassSaid {
  const count = Object.keys(data.present).length
  const by = nameOf(town, data.by) ?? ''
  return { kind: 'class', no, cardId, topic: data.topic, by, at: at.toISOString(), state, count }
}
