import type { Calendar } from '../calendar/calendar.ts'
import { isWorkday } from '../calendar/workday.ts'
import { addDays, instant } from '../calendar/zone.ts'

/** A morning on which nobody looked is made up for within so many working days. */
const LATE = 5

/** The month (YYYY-MM) that is drawn for on this day: the one before, on the first working day of a month or soon after. */
export function monthDrawnOn(day: string, calendar: Calendar): string | null {
  const first = `${day.slice(0, 7)}-01`
  if (!isWorkday(calendar, day)) return null
  let workdays = 0
  for (let each = first; each <= day; each = addDays(each, 1)) workdays += isWorkday(calendar, each) ? 1 : 0
  return workdays <= LATE ? addDays(first, -1).slice(0, 7) : null
}

/** From its first instant up to that of the next. */
export function spanOf(month: string): Readonly<{ since: Date; before: Date }> {
  const first = `${month}-01`
  const next = `${addDays(first, 31).slice(0, 7)}-01`
  return { since: instant(first, 0), before: instant(next, 0) }
}
