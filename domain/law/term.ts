import type { Calendar } from '../calendar/calendar.ts'
import { isKnownThroughout, isWorkdayNumber } from '../calendar/workday.ts'
import { addDays, dayFrom, dayOf, dayText, instant } from '../calendar/zone.ts'
import type { Term } from '../rules/kinds.ts'

/**
 * `day` is the last one on which it may still be done: the term is over at the end of it.
 * `tentative` 暂定: it hangs on a year whose holiday file is missing.
 */
export type TermEnd = Readonly<{ day: string; tentative: boolean }>

/**
 * Where a statutory term ends that begins on `startDay` (YYYY-MM-DD, Shanghai), which itself does not count (民事诉讼法 §85).
 * `wd` counts working days with 调休 (行政处罚法 §85); months and years end on the same date, or on the last of the month (民法典 §202).
 * Days, months and years are not put off over holidays unless the term says so: an authority that is early is never late.
 */
export function termEnd(startDay: string, term: Term, calendar: Calendar): TermEnd {
  const start = dayFrom(startDay)
  if (term.unit === 'wd') {
    const end = workdaysAfter(start, term.amount, calendar)
    return { day: dayText(end), tentative: !isKnownThroughout(calendar, start + 1, end) }
  }
  const plain = dayFrom(plainEnd(startDay, term))
  if (!term.toWorkday) return { day: dayText(plain), tentative: false }
  const end = workdayFrom(plain, calendar)
  return { day: dayText(end), tentative: !isKnownThroughout(calendar, plain, end) }
}

/** The first day that has the whole term before it: a hearing is held 7 working days after its notice at the earliest (行政处罚法 §64(2)). */
export function firstDayAfter(startDay: string, term: Term, calendar: Calendar): TermEnd {
  const { day, tentative } = termEnd(startDay, term, calendar)
  return { day: addDays(day, 1), tentative }
}

/** Is a term over whose last day was `day`? */
export const isOver = (day: string, now: Date): boolean => dayOf(now) > day

/** Reminders are read at the start of work. */
const MORNING = 8 * 60 + 30

/**
 * When to remind of a term that runs from `startDay` to `endDay`: at 08:30 so many days before its end, in order.
 * On a free day nobody could act, so the last working day before it is taken; what would not be after the start is left out.
 */
export function reminderInstants(
  startDay: string,
  endDay: string,
  before: readonly number[],
  calendar: Calendar,
): readonly Date[] {
  const days = before.map((each) => dayText(workdayUpTo(dayFrom(endDay) - each, calendar)))
  return [...new Set(days)]
    .filter((day) => day > startDay)
    .toSorted()
    .map((day) => instant(day, MORNING))
}

function workdaysAfter(start: number, amount: number, calendar: Calendar): number {
  let day = start
  for (let left = amount; left > 0;) if (isWorkdayNumber(calendar, ++day)) left--
  return day
}

function workdayFrom(from: number, calendar: Calendar): number {
  let day = from
  while (!isWorkdayNumber(calendar, day)) day++
  return day
}

function workdayUpTo(to: number, calendar: Calendar): number {
  let day = to
  while (!isWorkdayNumber(calendar, day)) day--
  return day
}

function plainEnd(startDay: string, { amount, unit }: Term): string {
  if (unit === 'd') return addDays(startDay, amount)
  return addMonths(startDay, unit === 'y' ? amount * 12 : amount)
}

/** The same date `n` months on; where that month is too short, its last day. */
function addMonths(day: string, n: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + n, 1))
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1)
}
