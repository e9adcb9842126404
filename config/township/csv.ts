import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Where } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import type { Cell } from './cell.ts'
import { type Notes, refuse, warn } from './notes.ts'
import { readText } from './source.ts'

/** A row gives its cells by column name. */
export type Row = Readonly<{ cell(column: string): Cell; where: Where }>
export type Columns = Readonly<{ needed: readonly string[]; optional: readonly string[] }>

const Records = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }))
type Line = Readonly<{ line: number; values: readonly string[] }>

/** csv-parse counts to the end of a record; a quoted cell may hold line breaks, so step back to its first line. */
const firstLine = (endLine: number, values: readonly string[]): number =>
  endLine - (values.join('').match(/\n/gu)?.length ?? 0)

function linesOf(notes: Notes, file: string, text: string): Line[] {
  try {
    const records: unknown = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true })
    return Records.parse(records)
      .map(({ info, record }) => ({ line: firstLine(info.lines, record), values: record.map((value) => value.trim()) }))
      .filter(({ values }) => values.some((value) => value !== ''))
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null
    refuse(notes, { file, line, field: wording.csvField }, wording.badCsv())
    return []
  }
}

function checkHeader(notes: Notes, file: string, header: Line, columns: Columns): void {
  const known = [...columns.needed, ...columns.optional]
  const at = (field: string): Where => ({ file, line: header.line, field })
  if (header.values.length === 1 && /[;\t，；]/u.test(header.values[0] ?? '')) {
    return refuse(notes, at(wording.csvField), wording.badSeparator())
  }
  for (const [index, name] of header.values.entries()) {
    if (name !== '' && !known.includes(name)) warn(notes, at(name), wording.unknownColumn(name, nearest(name, known)))
    if (name !== '' && header.values.indexOf(name) < index) refuse(notes, at(name), wording.columnTwice(name))
  }
  for (const name of columns.needed) {
    if (!header.values.includes(name)) refuse(notes, at(name), wording.missingColumn(name, known))
  }
}

function rowOf(notes: Notes, file: string, header: Line, line: Line): Row {
  const extra = line.values.slice(header.values.length).find((value) => value !== '')
  if (extra !== undefined)
    refuse(notes, { file, line: line.line, field: wording.csvField }, wording.tooManyCells(extra))
  const cell = (column: string): Cell => {
    const value = line.values[header.values.indexOf(column)] ?? ''
    return { where: { file, line: line.line, field: column }, text: value === '' ? null : value }
  }
  return { cell, where: { file, line: line.line, field: header.values[0] ?? '' } }
}

/** Reads a CSV with a header line. Empty lines are skipped; missing trailing cells are empty. */
export async function readCsv(notes: Notes, file: string, columns: Columns, optional = false): Promise<Row[]> {
  const text = await readText(notes, file, optional)
  return text === null ? [] : rowsOf(notes, file, text, columns)
}

/** The same of a text that is at hand; `file` is where it will stand. */
export function rowsOf(notes: Notes, file: string, text: string, columns: Columns): Row[] {
  const before = notes.faults.length
  const [header, ...lines] = linesOf(notes, file, text)
  if (!header) {
    if (notes.faults.length === before)
      refuse(notes, { file, line: 1, field: wording.csvField }, wording.emptyCsv(columns.needed))
    return []
  }
  checkHeader(notes, file, header, columns)
  // without its columns every row would only repeat the same fault
  return notes.faults.length > before ? [] : lines.map((line) => rowOf(notes, file, header, line))
}
