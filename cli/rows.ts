import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { wordingModel as words } from '../config/wording-model.ts'
import { refuse } from './refuse.ts'

/** A line longer than this is no message. */
const LONGEST = 1_000_000
/** Faulty lines that are named one by one. */
const NAMED = 10

type Fault = keyof typeof words.lineFaults
/** What is missing is null, and `fault` says what is wrong with the line; an empty line is none. */
export type Line = Readonly<{ n: number; text: string | null; label: string | null; fault: Fault | null }>

/** The lines of a .jsonl file (also .gz), `-` = standard input: `{text, label}` each. */
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
  const none = (fault: Fault | null) => ({ text: null, label: null, fault })
  if (line.trim() === '') return none(null)
  if (line.length > LONGEST) return none('long')
  // what a byte that is no UTF-8 was read as: the words would be nonsense
  if (line.includes('\uFFFD')) return none('encoding')
  try {
    const row: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof row !== 'object' || row === null) return none('json')
    const { text, label } = row as Record<string, unknown>
    const found = { text: wordsOf(text), label: typeof label === 'number' ? String(label) : wordsOf(label) }
    return { ...found, fault: found.text === null ? 'text' : null }
  } catch {
    return none('json')
  }
}

const wordsOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** Names faulty lines on stderr, the first of them one by one. */
export function complaints(): Readonly<{ add(n: number, fault: Fault): void; end(): void }> {
  let faulty = 0
  return {
    add(n, fault) {
      if ((faulty += 1) <= NAMED) process.stderr.write(`${words.rowFault(n, words.lineFaults[fault])}\n`)
    },
    end() {
      if (faulty > 0) process.stderr.write(`${words.rowFaults(faulty)}\n`)
    },
  }
}

/** All rows with text and label; others are named on stderr and left out. Rejects when none is left. */
export async function labelled(file: string): Promise<readonly Readonly<{ text: string; label: string }>[]> {
  const rows: { text: string; label: string }[] = []
  const faulty = complaints()
  for await (const { n, text, label, fault } of linesOf(file)) {
    if (text !== null && label !== null) rows.push({ text, label })
    else if (fault) faulty.add(n, fault)
    else if (text !== null) faulty.add(n, 'label')
  }
  faulty.end()
  if (rows.length === 0) refuse(words.noRows(file))
  return rows
}
