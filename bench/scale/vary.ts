import { TOWNS } from './county.ts'

export type Row = Record<string, unknown>
export type Varied<T> = (n: number) => T

/** Seqs of cases that were driven lie below half of this in their day; those of the n-th copy begin at n times this. */
export const SEQS = 1000
/** More copies than a month has: those of another month are the next so many. */
export const COPIES = 256
/** A short month hands its last day to the next one: those of every other month lie between. */
export const seqOf = (seq: number, n: number): number =>
  seq + (n % COPIES) * SEQS + (n >= COPIES && Math.floor(n / COPIES) % 2 === 0 ? SEQS / 2 : 0)

const last = String.fromCharCode(64 + TOWNS)
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIGN = '[0-9A-HJKMNP-TV-Z]'
/** ids of rows, names of villagers, numbers of cases, keys of messages */
const NAMES = new RegExp(
  `(${SIGN}{10})(${SIGN}{3})(${SIGN}{13})|(r-[0-9a-f]{18})([0-9a-f]{2})(?![0-9a-f])|(T[A-${last}]\\d{6}-)(\\d{4,})|\\b((?:s|solved|rated|today)-\\d+)`,
  'g',
)

/** The n-th variant of a name, which is that of no other; of villagers there are 256, of the rest 32,768. */
function variant(found: RegExpMatchArray): Varied<string> {
  const [, time, sign = '', rest = '', person, hex = '', day, seq = '', key = ''] = found
  if (time) {
    const value = [...sign].reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0)
    return (n) => `${time}${lettersOf(value + n)}${rest}`
  }
  if (person) return (n) => `${person}${((Number.parseInt(hex, 16) + n) & 255).toString(16).padStart(2, '0')}`
  if (day) return (n) => `${day}${String(seqOf(Number(seq), n)).padStart(4, '0')}`
  return (n) => `${key}.${n}`
}

const lettersOf = (value: number): string =>
  [value >> 10, value >> 5, value].map((part) => LETTERS[part & 31] ?? '').join('')

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

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|\+00:00)/g
const NUMBER = new RegExp(`(T[A-${last}])(\\d{6})(?=-\\d{4})`, 'g')
const DAY_MS = 86_400_000
/** A whole number above it is an instant. */
const INSTANTS = 1e12

/** The same row so many days later, its instants and the days in numbers of cases. */
export function later(row: Row, days: number): Row {
  if (days === 0) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'day' ? dayLater(String(value), days) : valueLater(value, days),
    ]),
  )
}

function valueLater(value: unknown, days: number): unknown {
  if (typeof value === 'number') return value > INSTANTS ? value + days * DAY_MS : value
  if (typeof value === 'string') return textLater(value, days)
  return typeof value === 'object' && value !== null ? JSON.parse(textLater(JSON.stringify(value), days)) : value
}

const textLater = (text: string, days: number): string =>
  text
    .replace(INSTANT, (at) => new Date(Date.parse(at) + days * DAY_MS).toISOString())
    .replace(NUMBER, (_all, town: string, day: string) => `${town}${dayLater(day, days)}`)

/** yymmdd */
function dayLater(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = [0, 2, 4].map((from) => Number(day.slice(from, from + 2)))
  return new Date(Date.UTC(2000 + year, month - 1, date + days)).toISOString().slice(2, 10).replaceAll('-', '')
}
