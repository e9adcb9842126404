import type { Duration } from '../../domain/calendar/duration.ts'
import type { Rule, RuleKind, Term, Values } from '../../domain/rules/kinds.ts'
import { elapsedMs, parseDuration, parseShare } from './units.ts'

/** How a value of a kind is written in rules.csv; `read` gives null for what is none. */
type Form<T> = Readonly<{ read(text: string): T | null; write(value: T): string }>

const SEPARATORS = /[|、,;]/u
/** A list longer than this is a slip. */
const MOST = 12

/** As `training` in town.yaml is written. */
const FLAGS: Readonly<Record<string, boolean>> = { on: true, off: false }

const FORMS: { readonly [K in RuleKind]: Form<Values[K]> } = {
  duration: { read: readDuration, write: ({ amount, unit }) => `${amount}${unit}` },
  term: { read: readTerm, write: ({ amount, unit }) => `${amount}${unit}` },
  count: { read: (text) => wholeOf(text, 0, 99), write: String },
  share: { read: parseShare, write: (share) => `${Number((share * 100).toFixed(4))}%` },
  money: { read: (text) => wholeOf(text, 1, 9_999_999), write: String },
  list: {
    read: (text) => listOf(text, (part) => wholeOf(part, 1, 366))?.toSorted((a, b) => b - a) ?? null,
    write: (days) => days.join('|'),
  },
  steps: {
    read: (text) => listOf(text, readDuration)?.toSorted((a, b) => elapsedMs(a) - elapsedMs(b)) ?? null,
    write: (steps) => steps.map(({ amount, unit }) => `${amount}${unit}`).join('|'),
  },
  flag: { read: (text) => FLAGS[text] ?? null, write: (yes) => (yes ? 'on' : 'off') },
  time: { read: readTime, write: (minute) => `${padded(Math.floor(minute / 60))}:${padded(minute % 60)}` },
}

/** Reads what a clerk wrote; full-width signs and capitals are forgiven. */
export const readValue = <K extends RuleKind>(kind: K, text: string): Values[K] | null =>
  FORMS[kind].read(text.normalize('NFKC').toLowerCase().trim())

/** The value of a rule as a clerk would write it. */
export const writtenValue = <K extends RuleKind>({ kind, value }: Pick<Rule<K>, 'kind' | 'value'>): string =>
  FORMS[kind].write(value)

function readDuration(text: string): Duration | null {
  const duration = parseDuration(text)
  return duration && duration.amount > 0 ? duration : null
}

function readTerm(text: string): Term | null {
  const [, digits = '', unit] = /^(\d{1,4})\s*(d|wd|mo|y)$/u.exec(text) ?? []
  if (unit !== 'd' && unit !== 'wd' && unit !== 'mo' && unit !== 'y') return null
  return Number(digits) > 0 ? { amount: Number(digits), unit } : null
}

function wholeOf(text: string, least: number, most: number): number | null {
  const value = /^\d{1,7}$/u.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

function listOf<T>(text: string, read: (part: string) => T | null): T[] | null {
  const parts = [...new Set(text.split(SEPARATORS).map((part) => part.trim()))].filter((part) => part !== '')
  const values = parts.map(read).filter((value) => value !== null)
  return parts.length > 0 && parts.length <= MOST && values.length === parts.length ? values : null
}

function readTime(text: string): number | null {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/u.exec(text) ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : null
}

const padded = (n: number): string => String(n).padStart(2, '0')
