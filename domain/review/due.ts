import type { CaseInHand } from '../case/draft.ts'
import type { RuleKey } from '../rules/table.ts'
import type { World } from '../world.ts'
import { workMsBetween } from '../clock/worktime.ts'
import { addLength } from '../clock/deadline.ts'
import { dayOf, instant, HOUR } from '../calendar/zone.ts'
import { termEnd } from '../law/term.ts'
import { ruleOf } from '../rules/ruleOf.ts'

type Within = Extract<RuleKey, 'review.within' | 'mentor.within'>

/** The end of a working day, where the township names no hours. */
const EVENING = 18 * 60

/** Until when it is to be answered: the end of work on the last day of the term. */
export function dueOf({ policy }: CaseInHand, key: Within, world: World): Date {
  const today = dayOf(world.now)
  const { day } = termEnd(today, ruleOf(policy, key, today), world.calendar)
  return instant(day, policy.workHours.at(-1)?.to ?? EVENING)
}

/** Shares of the working time at which is reminded; then hours of work after the end. */
const SHARES: Readonly<Record<Within, readonly number[]>> = {
  'review.within': [0.5, 0.8, 1],
  'mentor.within': [0.5, 1],
}
const AFTER: Readonly<Record<Within, readonly number[]>> = { 'review.within': [4, 8], 'mentor.within': [8] }
/** After that once every three working days, as long as nobody answers. */
const REPEAT = 24

/** The `step`-th time something is said of what has waited since `from` and is due at `dueAt`. */
export function momentOf(
  { policy }: CaseInHand,
  key: Within,
  { from, dueAt, step }: Readonly<{ from: Date; dueAt: Date; step: number }>,
  world: World,
): Date {
  const { workHours } = policy
  const share = SHARES[key][step]
  if (share === 1) return dueAt
  if (share !== undefined) {
    const whole = workMsBetween(from, dueAt, workHours, world.calendar)
    return addLength(from, Math.round(whole * share), 'work', workHours, world.calendar).at
  }
  const late = step - SHARES[key].length
  const hours = AFTER[key][late] ?? (AFTER[key].at(-1) ?? 0) + (late - AFTER[key].length + 1) * REPEAT
  return addLength(dueAt, hours * HOUR, 'work', workHours, world.calendar).at
}

/** What is said at a step of a review. */
export type ReviewStep = 'remind' | 'over' | 'offer' | 'above'
export const reviewStep = (step: number): ReviewStep =>
  step < 2 ? 'remind' : step === 2 ? 'over' : step === 3 ? 'offer' : 'above'

/** The first step from `step` on that is still to come. */
export function nextStep(
  hand: CaseInHand,
  key: Within,
  { from, dueAt, step }: Readonly<{ from: Date; dueAt: Date; step: number }>,
  world: World,
): Readonly<{ at: Date; step: number }> {
  for (let each = step; ; each++) {
    const at = momentOf(hand, key, { from, dueAt, step: each }, world)
    if (at > world.now) return { at, step: each }
  }
}
