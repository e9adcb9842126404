import type { Station } from '../../domain/town.ts'
import type { Line } from './table.ts'
import { NotATable } from './table.ts'
import { BETWEEN, DAY, HEADINGS, VALUES, wordingDuties as words } from './wording-duties.ts'

/** The columns of duties.csv, in their order. */
export const COLUMNS = Object.keys(HEADINGS)
const STATIONS = ['lead', 'approve', 'supervise', 'punish']
const DAYS = ['valid_from', 'valid_until', 'mentor_until']

/** The list as duties.csv has it; `rows[i]` is the row of the source that became its line i + 2. */
export type Canonical = Readonly<{ csv: string; rows: readonly number[]; headings: ReadonlyMap<string, string> }>

/** A header stands within so many rows, and has so many known columns: above it there may be a title. */
const WITHIN = 15
const LEAST = 4

/** Brings a department's table into the form of duties.csv: headings, units by name, modes and days in Chinese. Throws NotATable. */
export function canonical(lines: readonly Line[], stations: readonly Station[]): Canonical {
  const at = lines
    .slice(0, WITHIN)
    .findIndex(({ values }) => values.filter((name) => columnOf(name) !== null).length >= LEAST)
  const header = lines[at]
  if (!header) throw new NotATable(words.noHeader())
  const columns = header.values.map(columnOf)
  const body = lines.slice(at + 1)
  const records = body.map(({ values }) =>
    COLUMNS.map((column) => value(column, cellAt(values, columns, column), stations)),
  )
  return {
    csv: csvOf([COLUMNS, ...records]),
    rows: body.map(({ row }) => row),
    headings: new Map(columns.flatMap((column, i) => (column ? [[column, header.values[i] ?? column] as const] : []))),
  }
}

const plain = (text: string): string => text.replace(/[\s*＊（(].*$/u, '').toLowerCase()

function columnOf(heading: string): string | null {
  const asked = plain(heading.trim())
  return asked === ''
    ? null
    : (COLUMNS.find((column) => HEADINGS[column]?.some((name) => plain(name) === asked)) ?? null)
}

function cellAt(values: readonly string[], columns: readonly (string | null)[], column: string): string {
  return values[columns.indexOf(column)] ?? ''
}

function value(column: string, written: string, stations: readonly Station[]): string {
  if (STATIONS.includes(column)) return stationId(written, stations)
  if (column === 'assist')
    return several(written)
      .map((name) => stationId(name, stations))
      .join('|')
  if (column === 'keywords') return several(written).join('|')
  if (DAYS.includes(column)) return dayOf(written)
  return VALUES[column]?.[written] ?? written
}

const several = (written: string): string[] => written.split(BETWEEN).flatMap((part) => part.trim() || [])

/** By id or by name; what is unknown stays, and is refused by the check of the list. */
function stationId(written: string, stations: readonly Station[]): string {
  return stations.find(({ id, name }) => id === written || name === written)?.id ?? written
}

/** 2026/1/5, 2026.1.5, 2026年1月5日 and Excel's own number of days. */
function dayOf(written: string): string {
  const found = DAY.exec(written)
  if (found) return [found[1], ...found.slice(2).map((part) => part.padStart(2, '0'))].join('-')
  if (!/^[2-6]\d{4}$/u.test(written)) return written
  const DAY_MS = 86_400_000
  return new Date(Date.UTC(1899, 11, 30) + Number(written) * DAY_MS).toISOString().slice(0, 10)
}

/** As CSV. `safe`: for a spreadsheet, which would take a cell that begins like this for a formula. */
export function csvOf(records: readonly (readonly string[])[], safe = false): string {
  const shown = (text: string) => (safe && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)
  const quoted = (text: string) => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${records.map((record) => record.map((text) => quoted(shown(text))).join(',')).join('\n')}\n`
}
