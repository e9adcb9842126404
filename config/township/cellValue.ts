import { FOREVER } from '../permits/wording-permits.ts'
import { wording } from '../wording.ts'
import { isMissing, type Cell } from './cell.ts'
import { type Notes, refuse, warn } from './notes.ts'

/** The text, or '' with a fault when it is missing. */
export function required(notes: Notes, cell: Cell): string {
  if (isMissing(cell)) refuse(notes, cell.where, wording.empty(cell.where.field))
  return cell.text ?? ''
}

/** An id: no white space, and none of the characters that separate lists and card keys. */
export function idOf(notes: Notes, cell: Cell): string {
  const id = required(notes, cell)
  if (/[\s|｜,，:：]/u.test(id)) refuse(notes, cell.where, wording.badId(id))
  return id
}

/** One of the listed words; an empty cell takes the fallback, with a warning when `warnEmpty`. */
export function oneOf<T extends string>(
  notes: Notes,
  cell: Cell,
  words: readonly T[],
  fallback: T,
  warnEmpty = false,
): T {
  const written = cell.text?.toLowerCase()
  const found = words.find((word) => word === written)
  if (found !== undefined) return found
  if (cell.text !== null) refuse(notes, cell.where, wording.notOneOf(cell.text, words))
  else if (warnEmpty && isMissing(cell)) warn(notes, cell.where, wording.emptyTaken(cell.where.field, fallback))
  return fallback
}

const SEPARATORS = /[|｜、，；;,]/u

/** A `|`-separated list. Full-width and other separators are forgiven with a warning. */
export function listOf(notes: Notes, cell: Cell): string[] {
  if (cell.text === null) return []
  if (/[｜、，；;,]/u.test(cell.text)) warn(notes, cell.where, wording.separatorForgiven())
  return [...new Set(cell.text.split(SEPARATORS).map((part) => part.trim()))].filter((part) => part !== '')
}

export const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** A day as YYYY-MM-DD. `2026/1/5` and `2026年1月5日`, as Excel likes to write, are forgiven with a warning. */
export function dayOf(notes: Notes, cell: Cell): string | null {
  if (cell.text === null) return null
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+0?0:00(?::00)?)?$/u.exec(cell.text) ?? []
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  if (!isDay(day)) {
    refuse(notes, cell.where, FOREVER.test(cell.text) ? wording.noEnd(cell.text) : wording.badDate(cell.text))
    return null
  }
  if (day !== cell.text) warn(notes, cell.where, wording.dateForgiven(cell.text, day))
  return day
}

/** A decimal number within bounds, or null. */
export function numberOf(notes: Notes, cell: Cell, least: number, most: number): number | null {
  if (cell.text === null) return null
  const value = /^[-+]?\d+(\.\d+)?$/u.test(cell.text) ? Number(cell.text) : Number.NaN
  if (value >= least && value <= most) return value
  refuse(notes, cell.where, wording.badNumber(cell.text, least, most))
  return null
}

const YES = ['1', '是', '需要', 'true', 'yes', 'y']
const NO = ['0', '否', '不需要', '无', 'false', 'no', 'n']

/** 1 or 0; empty is 0. */
export function flagOf(notes: Notes, cell: Cell): boolean {
  const written = cell.text?.toLowerCase() ?? '0'
  if (!YES.includes(written) && !NO.includes(written)) refuse(notes, cell.where, wording.badFlag(written))
  return YES.includes(written)
}
