import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Station, Town } from '../town.ts'
import type { World } from '../world.ts'
import { atDesk, decided, put, remind, type Desk } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { commandRoom, distinct, leaders, personOf, stationGroup, type Address } from '../people/recipients.ts'
import type { AppealEntry } from './appeal.ts'
import { lapse } from './appeal.ts'
import { sealOf, type Sealed } from './assessed.ts'
import { daysOf } from './days.ts'
import type { Assessment } from './assessment.ts'
import { townSaid, unitSaid, unitsOf } from './view.ts'

type MonthEntry = Entry<'assessment'>

/** The event that holds a frozen assessment, word for word: the chain of the log is its seal. */
export const FROZEN = 'assessment-frozen'

/** 公示: every unit reads its own figures and may object; the command room and the leaders read all. */
export function show(assessment: Assessment, town: Town, number: EntryNumber, world: World): Decision {
  const desk = atDesk(world, town)
  const { month } = assessment
  const entry: MonthEntry = newEntry(desk, 'assessment', number, { state: 'shown', data: { month, sha256: null } })
  put(desk, entry, 'assessment-shown', 'system', { month })
  const days = daysOf(month, town.policy, world.calendar, dayOf(world.now))
  tellAll(desk, entry, { ...assessment, state: 'shown', days }, { open: 0, lapsed: 0, seal: null })
  return decided(desk)
}

/** 定稿: the report goes into the log as it is, and is never counted again. Objections nobody decided on are over. */
export function freeze(
  before: MonthEntry,
  assessment: Assessment,
  { text, sha256 }: Sealed,
  undecided: readonly AppealEntry[],
  town: Town,
  world: World,
): Decision {
  const desk = atDesk(world, town)
  const entry: MonthEntry = { ...before, state: 'frozen', data: { ...before.data, sha256 } }
  put(desk, entry, FROZEN, 'system', { month: before.data.month, sha256, report: text })
  for (const each of undecided) lapse(desk, each)
  tellAll(desk, entry, assessment, { open: 0, lapsed: undecided.length, seal: sealOf({ sha256 }) })
  return decided(desk)
}

type More = Parameters<typeof townSaid>[2]

function tellAll(desk: Desk, entry: MonthEntry, assessment: Assessment, more: More): void {
  const { town, world } = desk
  const news = assessment.state === 'frozen' ? 'frozen' : 'shown'
  for (const { id } of unitsOf(assessment)) {
    const station = findStation(town, id)
    const said = unitSaid(assessment, id, news, more.seal)
    if (said && station) for (const address of headOf(station, town, world)) remind(desk, entry, address, said)
  }
  for (const address of distinct([...commandRoom(town), ...leaders(town)]))
    remind(desk, entry, address, townSaid(assessment, news, more))
}

/** A unit without a head reads it in its group. */
const headOf = (station: Station, town: Town, { now }: World): Address[] =>
  station.head === null ? stationGroup(town, station, now) : [personOf(station, station.head)]
