import type { Calendar } from '../calendar/calendar.ts'
import { lengthOf } from '../calendar/duration.ts'
import { isKnownThroughout } from '../calendar/workday.ts'
import { dayNumber } from '../calendar/zone.ts'
import type { Span } from '../policy.ts'
import type { Duration } from '../calendar/duration.ts'
import { addWorkMs, workingDay } from './worktime.ts'

export { workMsBetween } from './worktime.ts'

export type Hours = 'always' | 'work'

/** `tentative` 暂定: a day it was counted over lies in a year whose holiday file is missing. */
export type Deadline = Readonly<{ at: Date; tentative: boolean }>

/** 9999-12-31T00:00Z; later instants no longer fit YYYY-MM-DD. */
const END_OF_TIME = 253_402_214_400_000

/**
 * When a duration is over. `always`: plain time. `work`: time within the working hours of working days only,
 * a day being 8 h of it (design: 权责清单 clocks); a start in free time counts from the next span.
 * A township without working hours works always.
 */
export function addDuration(
  start: Date,
  d: Duration,
  hours: Hours,
  workHours: readonly Span[],
  calendar: Calendar,
): Deadline {
  return addLength(start, lengthOf(d, hours), hours, workHours, calendar)
}

/** When a share (0..1) of a duration, and of `extra` ms beyond it, is over. */
export function addShare(
  start: Date,
  d: Duration,
  share: number,
  hours: Hours,
  workHours: readonly Span[],
  calendar: Calendar,
  extra = 0,
): Date {
  return addLength(start, Math.round((lengthOf(d, hours) + extra) * share), hours, workHours, calendar).at
}

/** No time at all ends where it starts, even in free time: what is due at 18:00 is over at 18:00. */
export function addLength(
  start: Date,
  ms: number,
  hours: Hours,
  workHours: readonly Span[],
  calendar: Calendar,
): Deadline {
  const plain = hours === 'always' || ms <= 0 || workingDay(workHours).length === 0
  if (plain) return { at: new Date(Math.min(start.getTime() + Math.max(ms, 0), END_OF_TIME)), tentative: false }
  const at = addWorkMs(start, ms, workHours, calendar)
  return { at, tentative: !isKnownThroughout(calendar, dayNumber(start), dayNumber(at)) }
}
