import type { Calendar } from '../calendar/calendar.ts'
import type { Policy } from '../policy.ts'
import { addDays, dayOf } from '../calendar/zone.ts'
import { spanOf } from '../feedback/month.ts'
import { termEnd } from '../law/term.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** The days of a month's assessment, YYYY-MM-DD: shown to the units, objected to until (inclusive), frozen. */
export type Days = Readonly<{ shown: string; appealUntil: string; frozen: string }>

/** Whatever the rules say, nothing is frozen before the last day for objections is over. `shownOn` = when it really was shown: that may have been late. */
export function daysOf(month: string, policy: Policy, calendar: Calendar, shownOn: string | null = null): Days {
  const last = lastDayOf(month)
  const after = (day: string, key: 'assess.show' | 'assess.appeal' | 'assess.freeze'): string =>
    termEnd(day, ruleOf(policy, key, last), calendar).day
  const shown = shownOn ?? after(last, 'assess.show')
  const appealUntil = after(shown, 'assess.appeal')
  const frozen = after(last, 'assess.freeze')
  const earliest = termEnd(appealUntil, { amount: 1, unit: 'wd' }, calendar).day
  return { shown, appealUntil, frozen: frozen < earliest ? earliest : frozen }
}

export const lastDayOf = (month: string): string => addDays(dayOf(spanOf(month).before), -1)

/** The month before the one a day lies in. */
export const monthBefore = (day: string): string => addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)

/** So many months up to one, the oldest first. */
export function monthsUpTo(month: string, count: number): readonly string[] {
  return count <= 1 ? [month] : [...monthsUpTo(monthBefore(`${month}-01`), count - 1), month]
}

export const isMonth = (text: string): boolean => /^20\d{2}-(?:0[1-9]|1[0-2])$/u.test(text)
