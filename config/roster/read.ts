import type { Person, Shift, Station, Town } from '../../domain/town.ts'
import { dateOf } from '../../domain/calendar/written.ts'
import { WHOLE_DAY } from '../../domain/crew/wording-read.ts'
import { stationsCalled } from '../../domain/people/called.ts'
import type { Place } from '../duties/places.ts'
import { NotATable, type Line, type Table } from '../duties/table.ts'
import type { Words } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { BETWEEN_NAMES, ROSTER_HEADINGS, wordingRoster as words } from './wording-roster.ts'

type Column = keyof typeof ROSTER_HEADINGS
type Known = Pick<Place, 'name' | 'stations' | 'people'>

export type RosterFault = Readonly<{ row: number; column: string; problem: string; mend: string }>
export type RosterRead = Readonly<{ shifts: readonly Shift[]; faults: readonly RosterFault[] }>

/** The header is looked for so far down. */
const HEADER_WITHIN = 15

/** A table as a township keeps it: stations by name or id, people by name or userid, several in one cell. Throws NotATable. */
export function rosterIn(tables: readonly Table[], known: Known): RosterRead {
  for (const { lines } of tables) {
    const head = lines.slice(0, HEADER_WITHIN).findIndex(({ values }) => isHeader(values))
    const header = lines[head]
    if (header) return bodyOf(columnsOf(header.values), lines.slice(head + 1), known)
  }
  throw new NotATable(words.noHeader())
}

const isHeading = (column: Column, text: string): boolean =>
  (ROSTER_HEADINGS[column] as readonly string[]).includes(text.replace(/\s+/gu, '').toLowerCase())

const columnsOf = (values: readonly string[]): Readonly<Record<Column, number>> => ({
  date: values.findIndex((text) => isHeading('date', text)),
  station: values.findIndex((text) => isHeading('station', text)),
  person: values.findIndex((text) => isHeading('person', text)),
  shift: values.findIndex((text) => isHeading('shift', text)),
})

function isHeader(values: readonly string[]): boolean {
  const { date, station, person } = columnsOf(values)
  return date >= 0 && station >= 0 && person >= 0
}

function bodyOf(at: Readonly<Record<Column, number>>, lines: readonly Line[], known: Known): RosterRead {
  const read = lines.map((line) => shiftsIn(line, at, known))
  const faults = read.flatMap((each) => each.faults)
  const shifts = read.flatMap((each) => each.shifts)
  const unique = new Map(
    shifts.map((shift) => [`${shift.date}|${shift.station}|${shift.userid}|${shift.shift}`, shift]),
  )
  return { shifts: [...unique.values()], faults }
}

function shiftsIn({ row, values }: Line, at: Readonly<Record<Column, number>>, known: Known): RosterRead {
  const faults: RosterFault[] = []
  const refuse = (column: Column, said: Words) => void faults.push({ row, column: words.columns[column], ...said })
  const cell = (column: Column): string => {
    const text = values[at[column]] ?? ''
    if (text === '' && column !== 'shift') refuse(column, words.empty(words.columns[column]))
    return text
  }
  const date = dateIn(cell('date'), (said) => refuse('date', said))
  const station = stationIn(cell('station'), known, (said) => refuse('station', said))
  const shift = cell('shift')
  const people = cell('person')
    .split(BETWEEN_NAMES)
    .filter(Boolean)
    .flatMap((text) => personIn(text, station, known, (said) => refuse('person', said)) ?? [])
  if (faults.length > 0 || !station) return { shifts: [], faults }
  return { shifts: people.map(({ userid }) => ({ date, station: station.id, userid, shift })), faults }
}

type Refuse = (said: Words) => void

function dateIn(text: string, refuse: Refuse): string {
  const [, year, month, date] = WHOLE_DAY.exec(text) ?? []
  const day = dateOf(year, month, date)
  if (text !== '' && day === '') refuse(year === undefined ? words.badDate(text) : words.noSuchDay(text))
  return day
}

function stationIn(text: string, { name, stations }: Known, refuse: Refuse): Station | null {
  if (text === '') return null
  const [one, ...others] = stationsCalled(text, { name, stations } as Town)
  const names = stations.map((station) => station.name)
  if (!one) refuse(words.unknownStation(text, nearest(text, names), names))
  if (others.length > 0)
    refuse(
      words.severalStations(
        text,
        [one, ...others].flatMap((each) => each?.name ?? []),
      ),
    )
  return others.length === 0 ? (one ?? null) : null
}

const stationName = ({ station: id }: Person, stations: Known['stations']): string | null =>
  stations.find((station) => station.id === id)?.name ?? null

/** One of the station: of several of one name that one is meant, and nobody does duty for another. */
function personIn(text: string, station: Station | null, { people, stations }: Known, refuse: Refuse): Person | null {
  const all = people.filter(({ name, userid }) => name === text || userid === text)
  const found = all.filter((person) => person.station === station?.id)
  const [one, ...others] = station ? found : all
  const elsewhere = one ? undefined : all[0]
  const names = people.filter((person) => person.station === station?.id).map(({ name }) => name)
  const near = nearest(text, [...people.map(({ name }) => name), ...people.map(({ userid }) => userid)])
  if (elsewhere) refuse(words.elsewhere(text, stationName(elsewhere, stations), station?.name ?? '', names))
  else if (!one) refuse(words.unknownPerson(text, near, names))
  if (others.length > 0)
    refuse(
      words.severalPeople(
        text,
        [one, ...others].flatMap((each) => each?.userid ?? []),
      ),
    )
  return others.length === 0 ? (one ?? null) : null
}
