import type { Calendar } from './calendar.ts'
import { dayFrom, weekdayOf, yearOf } from './zone.ts'

/** A calendar as sets of day numbers; built once per calendar, because every deadline asks it many times. */
type Index = Readonly<{ off: ReadonlySet<number>; work: ReadonlySet<number>; years: ReadonlySet<number> }>

const indexes = new WeakMap<Calendar, Index>()

/** Is this Shanghai day (YYYY-MM-DD) a working day? The year's file says; without a file weekends alone are free. */
export function isWorkday(calendar: Calendar, day: string): boolean {
  return isWorkdayNumber(calendar, dayFrom(day))
}

/** The same for a day counted since 1970-01-01. */
export function isWorkdayNumber(calendar: Calendar, day: number): boolean {
  const { off, work } = indexOf(calendar)
  if (work.has(day)) return true
  return !off.has(day) && weekdayOf(day) <= 5
}

export function isKnownYear(calendar: Calendar, year: number): boolean {
  return indexOf(calendar).years.has(year)
}

/** Is every day of `from`..`to` (day numbers, inclusive) in a year that has its file? */
export function isKnownThroughout(calendar: Calendar, from: number, to: number): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!isKnownYear(calendar, year)) return false
  return true
}

/** The last day (YYYY-MM-DD) up to which the calendar has no gap, counted from its first year; null without any file. */
export function knownUntil(calendar: Calendar): string | null {
  const { years } = indexOf(calendar)
  if (years.size === 0) return null
  let last = Math.min(...years)
  while (years.has(last + 1)) last++
  return `${last}-12-31`
}

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar)
  if (known) return known
  const built = {
    off: new Set(calendar.years.flatMap((y) => y.off.map(dayFrom))),
    work: new Set(calendar.years.flatMap((y) => y.work.map(dayFrom))),
    years: new Set(calendar.years.map((y) => y.year)),
  }
  indexes.set(calendar, built)
  return built
}
