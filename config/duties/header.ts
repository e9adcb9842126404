import type { Words } from '../fault.ts'
import type { Line, Table } from './table.ts'
import { NotATable } from './table.ts'
import { HEADINGS, OTHER_HEADINGS, SERIAL } from './wording-columns.ts'
import { wordingDuties as words } from './wording-duties.ts'

/** The columns of duties.csv, in their order. */
export const COLUMNS = Object.keys(HEADINGS)
/** A code may be lacking (then the row numbers serve, or codes are made), these may not. */
const NEEDED = ['name', 'lead']
/** A header stands within so many rows: above it there may be a title. */
const WITHIN = 15

/** Where each column of duties.csv stands in a table, and what nobody asked for. */
export type Header = Readonly<{
  headings: readonly string[]
  /** index in a row, by column */
  at: ReadonlyMap<string, number>
  /** row numbers have to serve as codes */
  serial: boolean
  unused: readonly string[]
  body: readonly Line[]
}>

export type DutyTable = Readonly<{ name: string; header: Header }>

/** The one table of a file that is a duty list. Throws NotATable: none, or several and none was chosen. */
export function dutyTable(tables: readonly Table[], sheet?: string): DutyTable {
  const [first, ...more] = dutyTables(tables, sheet)
  if (more.length > 0) throw new NotATable(words.severalSheets([first.name, ...names(more)]))
  return first
}

/** All tables of a file that are duty lists, or the one that was asked for. Throws NotATable: none. */
export function dutyTables(tables: readonly Table[], sheet?: string): readonly [DutyTable, ...DutyTable[]] {
  const asked = sheet === undefined ? tables : tables.filter(({ name }) => name === sheet || name === '')
  if (asked.length === 0) throw new NotATable(words.noSheet(sheet ?? '', names(tables)))
  const [first, ...more] = asked.flatMap(({ name, lines }) => {
    const header = headerOf(lines)
    return header ? [{ name, header }] : []
  })
  if (!first) throw new NotATable(whyNone(asked))
  return [first, ...more]
}

/** The row that comes nearest to a header, and what it lacks. */
function whyNone(tables: readonly Table[]): Words {
  const near = tables
    .flatMap(({ lines }) => lines.slice(0, WITHIN))
    .find(({ values }) => values.filter((value) => isKnown(value)).length > 1)
  if (!near) return words.noHeader()
  const at = placed(near.values)
  const lacking = NEEDED.filter((column) => !at.has(column)).map((column) => HEADINGS[column]?.[1] ?? column)
  return words.headerLacks(near.row, lacking)
}

const names = (tables: readonly Readonly<{ name: string }>[]): string[] => tables.map(({ name }) => name)

function headerOf(lines: readonly Line[]): Header | null {
  for (const [index, { values }] of lines.slice(0, WITHIN).entries()) {
    const below = lines[index + 1]?.values ?? []
    const two = isHeading(below, values)
    const headings = two ? values.map((value, i) => below[i] || value).concat(below.slice(values.length)) : values
    const at = placed(headings)
    if (NEEDED.every((column) => at.has(column))) return header(headings, at, lines.slice(index + (two ? 2 : 1)))
  }
  return null
}

function header(headings: readonly string[], named: ReadonlyMap<string, number>, body: readonly Line[]): Header {
  const at = new Map(named)
  const serial = at.has('code') ? -1 : headings.findIndex((heading) => SERIAL.includes(plain(heading)))
  if (serial >= 0) at.set('code', serial)
  const used = [...at.values()]
  const unused = headings.filter((heading, i) => heading !== '' && !used.includes(i))
  return { headings, at, serial: serial >= 0, unused, body }
}

/** Where each column stands: of two that mean the same, the one that is called so more clearly. Throws NotATable when both are called alike. */
function placed(headings: readonly string[]): Map<string, number> {
  const at = new Map<string, number>()
  const asked = headings.map(plain)
  for (const [column, known] of Object.entries(HEADINGS)) {
    const name = known.find((each) => asked.includes(plain(each)))
    if (name === undefined) continue
    const first = asked.indexOf(plain(name))
    if (asked.includes(plain(name), first + 1)) throw new NotATable(words.headingTwice(name))
    at.set(column, first)
  }
  return at
}

/** Is this row of headings, too: the second half of a header, or its repetition on the next page? */
export function isHeading(values: readonly string[], headings: readonly string[]): boolean {
  const written = values.flatMap((value, i) => (value === '' ? [] : [{ value, above: headings[i] ?? '' }]))
  return written.length > 1 && written.every(({ value, above }) => value === above || isKnown(value))
}

const KNOWN = new Set([...Object.values(HEADINGS).flat(), ...OTHER_HEADINGS, ...SERIAL].map((name) => plain(name)))
const isKnown = (heading: string): boolean => KNOWN.has(plain(heading))

/** 「牵头单位\n（部门）*」 is 「牵头单位」. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[\s*:]/gu, '')
    .toLowerCase()
}
