import type { Calendar } from '../calendar/calendar.ts'
import type { Town } from '../town.ts'
import { addDays, instant, weekday } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { hasCards } from './times.ts'

/** A week or a month, from its first to its last day (YYYY-MM-DD). */
export type Period = Readonly<{ of: 'week' | 'month'; from: string; to: string }>

const monday = (day: string): string => addDays(day, 1 - weekday(day))
const first = (day: string): string => `${day.slice(0, 7)}-01`

/** The last one that is over on this day. */
export function lastPeriod(of: Period['of'], day: string): Period {
  const begun = of === 'week' ? monday(day) : first(day)
  const to = addDays(begun, -1)
  return { of, from: of === 'week' ? monday(to) : first(to), to }
}

/** From its first instant up to the one behind it. */
export const spanOf = ({ from, to }: Period): Readonly<{ since: Date; before: Date }> => ({
  since: instant(from, 0),
  before: instant(addDays(to, 1), 0),
})

/** Every day of it. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** What is reported on with this morning's card: the first one of a week, and of a month. */
export function periodsOn(day: string, town: Pick<Town, 'policy'>, calendar: Calendar): Period[] {
  const isFirst = (begun: string): boolean => {
    for (let each = begun; each < day; each = addDays(each, 1)) if (hasCards(each, town, calendar)) return false
    return hasCards(day, town, calendar)
  }
  const week = ruleOf(town.policy, 'poster.week', day) && isFirst(monday(day))
  const month = ruleOf(town.policy, 'poster.month', day) && isFirst(first(day))
  return [...(week ? [lastPeriod('week', day)] : []), ...(month ? [lastPeriod('month', day)] : [])]
}
