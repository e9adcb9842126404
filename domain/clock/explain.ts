import type { Calendar } from '../calendar/calendar.ts'
import { lengthOf } from '../calendar/duration.ts'
import { isKnownYear, isWorkdayNumber } from '../calendar/workday.ts'
import { DAY, dayNumber, dayText, momentOf, msOfDay, weekdayOf, yearOf } from '../calendar/zone.ts'
import type { Clock, Policy } from '../policy.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Level } from '../level.ts'
import { clockEnd } from './plan.ts'
import { clipped, workingDay, type Stretch } from './worktime.ts'

/** plain = every hour of it counts; workday, makeup 调休上班, weekend and holiday as the calendar says. */
export type DayKind = 'plain' | 'workday' | 'makeup' | 'weekend' | 'holiday'

/** A day a clock went over, and which of its hours were counted; a free day has none. `known` = its year has a holiday file. */
export type CountedDay = Readonly<{
  /** YYYY-MM-DD, Shanghai */
  day: string
  kind: DayKind
  known: boolean
  spans: readonly Readonly<{ from: Date; to: Date }>[]
  ms: number
}>

/** How a deadline comes about: `limit` of the level and `extra` granted make the `length`, and the days are counted until it is full. */
export type ClockExplained = Readonly<{
  from: Date
  at: Date
  hours: 'always' | 'work'
  limit: Duration
  extra: number
  length: number
  tentative: boolean
  days: readonly CountedDay[]
}>

/** The hours a clock counted, day by day; together they are as long as the clock. */
export function explainClock(
  policy: Policy,
  level: Level,
  clock: Clock,
  from: Date,
  calendar: Calendar,
  extra = 0,
): ClockExplained {
  const { hours, [clock]: limit } = policy.levels[level]
  const { at, tentative } = clockEnd(policy, level, clock, from, calendar, extra)
  const spans = hours === 'work' ? workingDay(policy.workHours) : []
  const count = (day: number): CountedDay => counted(day, from, at, spans, calendar)
  const days = Array.from({ length: dayNumber(at) - dayNumber(from) + 1 }, (_, n) => count(dayNumber(from) + n))
  return { from, at, hours, limit, extra, length: lengthOf(limit, hours) + extra, tentative, days: trimmed(days) }
}

function counted(day: number, from: Date, to: Date, work: readonly Stretch[], calendar: Calendar): CountedDay {
  const plain = work.length === 0
  const kind = plain ? 'plain' : kindOf(day, calendar)
  const open = plain ? [{ from: 0, to: DAY }] : isWorkdayNumber(calendar, day) ? work : []
  const first = day === dayNumber(from) ? msOfDay(from) : 0
  const last = day === dayNumber(to) ? msOfDay(to) : DAY
  const spans = open.flatMap((span) => clipped(span, first, last) ?? [])
  return {
    day: dayText(day),
    kind,
    known: plain || isKnownYear(calendar, yearOf(day)),
    spans: spans.map((span) => ({ from: momentOf(day, span.from), to: momentOf(day, span.to) })),
    ms: spans.reduce((sum, span) => sum + span.to - span.from, 0),
  }
}

function kindOf(day: number, calendar: Calendar): DayKind {
  const weekend = weekdayOf(day) > 5
  if (isWorkdayNumber(calendar, day)) return weekend ? 'makeup' : 'workday'
  return weekend ? 'weekend' : 'holiday'
}

/** A clock that is over at midnight has nothing of the day that begins then. */
function trimmed(days: readonly CountedDay[]): readonly CountedDay[] {
  const last = days.at(-1)
  return days.length > 1 && last?.ms === 0 ? days.slice(0, -1) : days
}
