import { TOWNS } from './county.ts'

export type Row = Record<string, unknown>
export type Varied<T> = (n: number) => T

/** Seqs of cases that were driven lie below this in their day; those of the n-th copy begin at n times this. */
export const SEQS = 1000

const last = String.fromCharCode(64 + TOWNS)
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIGN = '[0-9A-HJKMNP-TV-Z]'
/** ids of rows, names of villagers, numbers of cases, keys of messages */
const NAMES = new RegExp(
  `(${SIGN}{10})(${SIGN}{2})(${SIGN}{14})|(r-[0-9a-f]{18})([0-9a-f]{2})(?![0-9a-f])|(T[A-${last}]\\d{6}-)(\\d{4,})|\\b((?:s|solved|rated|today)-\\d+)`,
  'g',
)

/** The n-th variant of a name: another one for each n below 256, and never that of another name. */
function variant(found: RegExpMatchArray): Varied<string> {
  const [, time, sign = '', rest = '', person, hex = '', day, seq = '', key = ''] = found
  if (time) {
    const value = LETTERS.indexOf(sign[0] ?? '') * 32 + LETTERS.indexOf(sign[1] ?? '')
    return (n) => `${time}${LETTERS[((value + n) >> 5) & 31] ?? ''}${LETTERS[(value + n) & 31] ?? ''}${rest}`
  }
  if (person) return (n) => `${person}${((Number.parseInt(hex, 16) + n) & 255).toString(16).padStart(2, '0')}`
  if (day) return (n) => `${day}${String(Number(seq) + n * SEQS).padStart(4, '0')}`
  return (n) => `${key}.${n}`
}

/** What was written of one case, told of others that are like it: every name in it is the n-th variant of itself. */
export function varied(text: string): Varied<string> {
  const pieces: (string | Varied<string>)[] = []
  let from = 0
  for (const found of text.matchAll(NAMES)) {
    pieces.push(text.slice(from, found.index), variant(found))
    from = found.index + found[0].length
  }
  if (pieces.length === 0) return () => text
  pieces.push(text.slice(from))
  return (n) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece(n))).join('')
}

/** As `varied`, for a whole row; columns that are numbers stay as they are. */
export function variedRow(row: Row): Varied<Row> {
  const columns = Object.entries(row).map(([name, value]): [string, Varied<unknown>] => [name, variedValue(value)])
  return (n) => Object.fromEntries(columns.map(([name, of]) => [name, of(n)]))
}

function variedValue(value: unknown): Varied<unknown> {
  if (typeof value === 'string') return varied(value)
  if (typeof value !== 'object' || value === null) return () => value
  const text = varied(JSON.stringify(value))
  return (n) => JSON.parse(text(n)) as unknown
}
