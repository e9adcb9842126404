import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { wordingModel as words } from '../config/wording-model.ts'
import { refuse } from './refuse.ts'

/** A line longer than this is no message. */
const LONGEST = 1_000_000
/** Faulty lines that are named one by one. */
const NAMED = 10

export type Line = Readonly<{ n: number; text: string | null; label: string | null }>

/** The lines of a .jsonl file (also .gz), `-` = standard input: `{text, label}` each; what is missing is null. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  const plain = file.endsWith('.gz') ? input.pipe(createGunzip()) : input
  input.on('error', (error: Error) => plain.destroy(error))
  let n = 0
  try {
    for await (const line of createInterface({ input: plain, crlfDelay: Infinity })) {
      n += 1
      yield { n, ...read(line) }
    }
    if (plain.errored) throw plain.errored
  } catch (error) {
    refuseFile(file, error)
  }
}

function refuseFile(file: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:E[A-Z]+|Z_[A-Z_]+)$/.test(code)) refuse(words.noFile(file, code))
  throw error
}

function read(line: string): Omit<Line, 'n'> {
  try {
    const row: unknown = line.length > LONGEST ? null : JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof row !== 'object' || row === null) return { text: null, label: null }
    const { text, label } = row as Record<string, unknown>
    return { text: wordsOf(text), label: typeof label === 'number' ? String(label) : wordsOf(label) }
  } catch {
    return { text: null, label: null }
  }
}

const wordsOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** All rows with text and label; others are named on stderr and left out. Rejects when none is left. */
export async function labelled(file: string): Promise<readonly Readonly<{ text: string; label: string }>[]> {
  const rows: { text: string; label: string }[] = []
  let faulty = 0
  for await (const { n, text, label } of linesOf(file)) {
    if (text !== null && label !== null) rows.push({ text, label })
    else if ((faulty += 1) <= NAMED) process.stderr.write(`${words.rowFault(n)}\n`)
  }
  if (faulty > 0) process.stderr.write(`${words.rowFaults(faulty)}\n`)
  if (rows.length === 0) refuse(words.noRows(file))
  return rows
}
