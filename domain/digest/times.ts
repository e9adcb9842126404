import type { Calendar } from '../calendar/calendar.ts'
import type { Town } from '../town.ts'
import { isWorkday } from '../calendar/workday.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'

export const EDITIONS = ['morning', 'evening'] as const
export type Edition = (typeof EDITIONS)[number]
export type Card = Readonly<{ edition: Edition; at: Date }>

type Paced = Pick<Town, 'policy'>

/** No holiday is longer than this. */
const FAR = 40

/** Are cards sent on this day (YYYY-MM-DD)? */
export const hasCards = (day: string, { policy }: Paced, calendar: Calendar): boolean =>
  isWorkday(calendar, day) || ruleOf(policy, 'digest.rest', day)

export const cardAt = (edition: Edition, day: string, { policy }: Paced): Date =>
  instant(day, ruleOf(policy, `digest.${edition}`, day))

/** The first card after an instant. */
export function nextCard(town: Paced, calendar: Calendar, now: Date): Card {
  const found = around(town, calendar, now, 1).find(({ at }) => at > now)
  return found ?? { edition: 'morning', at: cardAt('morning', addDays(dayOf(now), 1), town) }
}

/** The last card before an instant: what came since then is new. */
export function lastCard(town: Paced, calendar: Calendar, now: Date): Date {
  const before = around(town, calendar, now, -1).filter(({ at }) => at < now)
  return before.at(0)?.at ?? instant(addDays(dayOf(now), -1), 0)
}

/** The cards of the days from this one on, or back, nearest first. */
function around(town: Paced, calendar: Calendar, now: Date, step: 1 | -1): Card[] {
  const days = Array.from({ length: FAR }, (_, n) => addDays(dayOf(now), n * step))
  const cards = days
    .filter((day) => hasCards(day, town, calendar))
    .flatMap((day) => EDITIONS.map((edition) => ({ edition, at: cardAt(edition, day, town) })))
  return cards.toSorted((a, b) => step * (a.at.getTime() - b.at.getTime()))
}
