import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { z } from 'zod'
import type { Words } from '../fault.ts'
import { wordingDuties as words } from './wording-duties.ts'

/** A table as somebody keeps it: `row` counts as the program he keeps it in does. */
export type Line = Readonly<{ row: number; values: readonly string[] }>

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

/** Reads .xlsx and .csv (UTF-8 or GBK). Empty rows are left out. Throws NotATable. */
export async function readTable(file: string): Promise<Line[]> {
  const bytes = await readFile(file).catch(() => {
    throw new NotATable(words.noFile(file))
  })
  if (bytes.length > MOST.bytes) throw new NotATable(words.tooLarge())
  const rows = isZip(bytes) ? await sheet(file, bytes) : csv(file, bytes)
  if (rows.length > MOST.rows) throw new NotATable(words.tooLarge())
  return rows
    .map((values, index) => ({ row: index + 1, values: values.map((value) => value.trim()) }))
    .filter(({ values }) => values.some((value) => value !== ''))
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

async function sheet(file: string, bytes: Buffer): Promise<string[][]> {
  try {
    if (unzippedSize(bytes) > MOST.unzipped) throw new NotATable(words.tooLarge())
    const rows = await readSheet(bytes)
    return rows.map((row) => row.map(cell))
  } catch (error) {
    throw error instanceof NotATable ? error : new NotATable(words.badFormat(file))
  }
}

/** As the archive itself declares it; nothing is unpacked for it. */
function unzippedSize(bytes: Buffer): number {
  let sum = 0
  unzipSync(bytes, {
    filter({ originalSize }) {
      sum += originalSize
      return false
    },
  })
  return sum
}

/** Excel keeps days as instants of UTC midnight. */
function cell(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function csv(file: string, bytes: Buffer): string[][] {
  const text = decoded(bytes)
  try {
    return Records.parse(
      parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, relax_quotes: true }),
    )
  } catch {
    throw new NotATable(words.badFormat(file))
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}
