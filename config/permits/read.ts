import type { Station } from '../../domain/town.ts'
import { stationsCalled } from '../../domain/people/called.ts'
import type { RowFault } from '../duties/rowFault.ts'
import { type Line, NotATable, type Table } from '../duties/table.ts'
import type { Words } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { isDay } from '../township/cellValue.ts'
import { DAY, FOREVER, OUTSIDE, PERMIT_HEADINGS, SPAN, wordingPermits as words } from './wording-permits.ts'

/** What the table does not say itself. */
export type Given = Readonly<{ kind?: string; unit?: string }>
/** A line of permits.csv, in the order of its columns. */
export type PermitLine = Readonly<{
  holder: string
  kind: string
  number: string
  valid_from: string
  valid_until: string
  address: string
  unit: string
}>
type Town = Readonly<{ name: string; stations: readonly Station[] }>
type Header = Readonly<{ headings: readonly string[]; at: ReadonlyMap<string, number>; body: readonly Line[] }>

const WITHIN = 15

/** The permits of a department's table, and every fault of every row. Throws NotATable. */
export function permitsIn(tables: readonly Table[], town: Town, given: Given) {
  const header = tables.flatMap(({ lines }) => headerOf(lines) ?? [])[0]
  if (!header) throw new NotATable(words.noHeader())
  if (!header.at.has('kind') && !given.kind) throw new NotATable(words.noKind())
  if (!header.at.has('unit') && !given.unit) throw new NotATable(words.noUnit())
  const wrong = unitFault(given.unit ?? '', town)
  if (wrong) throw new NotATable(wrong)
  if (header.body.length === 0) throw new NotATable(words.noRows())
  const faults: RowFault[] = []
  const lines = header.body.map((line) => permitOf(line, header, town, given, faults))
  return { lines, faults }
}

function headerOf(lines: readonly Line[]): Header | null {
  for (const [index, { values }] of lines.slice(0, WITHIN).entries()) {
    const at = placed(values)
    if (at.has('holder') && at.size > 1) return { headings: values, at, body: lines.slice(index + 1) }
  }
  return null
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^)]*\)/gu, '')
    .replace(/[\s*:]/gu, '')
    .toLowerCase()

function placed(values: readonly string[]): Map<string, number> {
  const asked = values.map(plain)
  const found = Object.entries(PERMIT_HEADINGS).flatMap(([column, known]) => {
    const name = known.find((each) => asked.includes(plain(each)))
    return name === undefined ? [] : ([[column, asked.indexOf(plain(name))]] as const)
  })
  return new Map(found)
}

function permitOf({ row, values }: Line, header: Header, town: Town, given: Given, faults: RowFault[]): PermitLine {
  const cell = (column: string): string => values[header.at.get(column) ?? -1] ?? ''
  const heading = (column: string): string => header.headings[header.at.get(column) ?? -1] ?? column
  const fault = (column: string, said: Words): void =>
    void faults.push({ file: null, row, column: heading(column), ...said })
  const needed = (column: string, value: string): string => {
    if (value === '') fault(column, words.emptyCell(heading(column)))
    return value
  }
  const day = (column: string, written: string): string => {
    const found = dayIn(written)
    if (found === null) fault(column, words.notADay(written))
    return found ?? ''
  }
  const [, first = '', last = ''] = SPAN.exec(cell('span')) ?? ['', '', cell('span')]
  const from = cell('valid_from') ? day('valid_from', cell('valid_from')) : day('span', first)
  const until = cell('valid_until') ? day('valid_until', cell('valid_until')) : day('span', last)
  if (from && until && until < from)
    fault(header.at.has('valid_until') ? 'valid_until' : 'span', words.endsFirst(from, until))
  const unit = needed('unit', cell('unit') || (given.unit ?? ''))
  const wrong = cell('unit') === '' ? null : unitFault(unit, town)
  if (wrong) fault('unit', wrong)
  return {
    holder: needed('holder', cell('holder')),
    kind: needed('kind', cell('kind') || (given.kind ?? '')),
    number: cell('number'),
    valid_from: from,
    valid_until: until,
    address: cell('address'),
    unit: unitId(unit, town),
  }
}

/** YYYY-MM-DD; '' = none, null = no day. */
function dayIn(written: string): string | null {
  if (written === '' || FOREVER.test(written)) return ''
  const [, year, month, date] = DAY.exec(written) ?? []
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** A unit of the township by its id, where exactly one is called so; an authority outside as it is written. */
function unitId(written: string, town: Town): string {
  const [only, ...more] = stationsCalled(written, town)
  return only && more.length === 0 ? only.id : written
}

/** Why it is neither a unit of the township nor an authority outside, or null. A slip of the pen makes no new authority. */
function unitFault(written: string, town: Town): Words | null {
  const [only, ...more] = stationsCalled(written, town)
  if (only && more.length > 0)
    return words.severalUnits(
      written,
      [only, ...more].map(({ name }) => name),
    )
  const names = town.stations.map(({ name }) => name)
  const near = nearest(written, names)
  if (written === '' || only || (near === null && OUTSIDE.test(written))) return null
  return words.unknownUnit(written, near, names)
}
