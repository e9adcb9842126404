import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Words } from '../fault.ts'
import { isZip, mergedIn, unzippedSize } from './workbook.ts'
import { unguarded } from '../../domain/text/csv.ts'
import { COLUMN_MARKS } from './wording-columns.ts'
import { wordingDuties as words } from './wording-duties.ts'

/** A row as somebody keeps it: `row` counts as the program he keeps it in does. */
export type Line = Readonly<{ row: number; values: readonly string[] }>
/** One sheet of a workbook, or a text file (no name) as one of the marks between its columns makes it. */
export type Table = Readonly<{ name: string; lines: readonly Line[] }>

/** The file cannot be read as a table. */
export class NotATable extends Error {
  override readonly name = 'NotATable'
  readonly words: Words
  constructor(why: Words) {
    super(why.problem)
    this.words = why
  }
}

const MOST = { bytes: 10_000_000, unzipped: 100_000_000, rows: 20_000 } as const
const Records = z.array(z.array(z.string()))

/** Reads .xlsx (every sheet) and .csv (UTF-8, GBK, UTF-16). Empty rows are left out. Throws NotATable. */
export async function readTables(file: string): Promise<readonly Table[]> {
  const bytes = await readFile(file).catch(() => {
    throw new NotATable(words.noFile(file))
  })
  return tablesFrom(file, bytes)
}

/** The same, of what was sent; `file` = what it is called. Throws NotATable. */
export async function tablesFrom(file: string, bytes: Buffer): Promise<readonly Table[]> {
  if (bytes.length > MOST.bytes) throw new NotATable(words.tooLarge())
  if (isPaper(file, bytes)) throw new NotATable(words.badFormat(file))
  return isZip(bytes) ? await sheets(file, bytes) : tablesOf(file, decoded(file, bytes))
}

/** Bytes of a PDF are text in some encoding, and would be a table without a header. */
const isPaper = (file: string, bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' || /\.(?:pdf|docx?|wps|png|jpe?g)$/iu.test(file)

async function sheets(file: string, bytes: Buffer): Promise<Table[]> {
  try {
    if (unzippedSize(bytes) > MOST.unzipped) throw new NotATable(words.tooLarge())
    const merged = mergedIn(bytes)
    // a large library, for a file that comes a few times a year
    const { default: readXlsxFile } = await import('read-excel-file/node')
    return (await readXlsxFile(bytes)).map(({ sheet, data }, index) => {
      const rows = data.map((row) => row.map(cell))
      for (const fill of merged[index] ?? []) fill(rows)
      return table(
        sheet,
        rows.map((values, at) => ({ row: at + 1, values })),
      )
    })
  } catch (error) {
    throw error instanceof NotATable ? error : new NotATable(words.badFormat(file))
  }
}

function table(name: string, lines: readonly Line[]): Table {
  if (lines.length > MOST.rows) throw new NotATable(words.tooLarge())
  return {
    name,
    lines: lines
      .map(({ row, values }) => ({ row, values: values.map((value) => value.trim()) }))
      .filter(({ values }) => values.some((value) => value !== '')),
  }
}

/** Excel keeps days as instants of UTC midnight, and moments as those of UTC. */
function cell(value: unknown): string {
  if (value instanceof Date) return momentOf(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** To the minute: a fraction of a day is never exact. */
function momentOf(at: Date): string {
  const iso = new Date(Math.round(at.getTime() / 60_000) * 60_000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

/** The text read once with each mark that occurs in it; only one of these will have the columns of a duty list. */
function tablesOf(file: string, text: string): Table[] {
  const read = COLUMN_MARKS.filter((mark) => mark === ',' || text.includes(mark)).flatMap(
    (mark) => csv(text, mark) ?? [],
  )
  const open = openQuote(text)
  if (open !== null) throw new NotATable(words.quoteOpen(open))
  if (read.length === 0) throw new NotATable(words.badFormat(file))
  return read
}

/** The line of a quote that is never closed, as the mark that occurs most reads the text. */
function openQuote(text: string): number | null {
  const count = (mark: string) => text.split(mark).length
  const [mark = ','] = COLUMN_MARKS.toSorted((a, b) => count(b) - count(a))
  try {
    parse(text, { bom: true, delimiter: mark, relax_column_count: true, relax_quotes: true })
    return null
  } catch (error) {
    const isOpen = error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED'
    return isOpen ? Number(/line (\d+)/u.exec(error.message)?.[1] ?? 1) : null
  }
}

function csv(text: string, delimiter: string): Table | null {
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      relax_quotes: true,
    })
    return table(
      '',
      Records.parse(records).map((record, index) => ({ row: index + 1, values: record.map(unguarded) })),
    )
  } catch (error) {
    if (error instanceof NotATable) throw error
    return null
  }
}

/** As spreadsheets save text: with a mark of its encoding, in UTF-8, or in GBK. */
function decoded(file: string, bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  const known = mark === 'fffe' ? ['utf-16le'] : mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of known) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // not in this one
    }
  }
  throw new NotATable(words.badFormat(file))
}
