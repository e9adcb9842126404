import type { Draft } from '../case/draft.ts'
import { dayOf, instant } from '../calendar/zone.ts'
import { QUIET_CAP } from '../escalation/watch.ts'
import { termEnd } from '../law/term.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** The timer of an opinion that waits for its unit, or its supervisor. */
export const OPINION = 'opinion-wait'
const MONTH_MS = 30 * 24 * 60 * 60_000
const MIDNIGHT = 24 * 60

/** When an answer is due that is asked for now: at the end of work on the last day of the term. */
export function replyDue({ world, policy }: Draft): Date {
  const today = dayOf(world.now)
  const { day } = termEnd(today, ruleOf(policy, 'supervise.reply', today), world.calendar)
  return instant(day, Math.max(0, ...policy.workHours.map(({ to }) => to)) || MIDNIGHT)
}

/** Until it is answered it is spoken of again: after a term each five times, then monthly. */
export const nextSaid = (draft: Draft, step: number): Date =>
  step < QUIET_CAP ? replyDue(draft) : new Date(draft.world.now.getTime() + MONTH_MS)
