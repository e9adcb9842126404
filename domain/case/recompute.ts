import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { CLOCKS } from '../policy.ts'
import { planClock } from '../clock/plan.ts'
import { armClock, clockBase, extraFor, isWaiting, ownFinish, passed } from './clocks.ts'
import { begin, change, decide, record, type CaseInHand } from './draft.ts'
import { isRunning } from './transitions.ts'

/** A holiday file arrived: the deadlines of an open case that were 暂定 are counted again. Null when nothing changes. */
export function recompute(hand: CaseInHand, world: World): Decision | null {
  if (!hand.task.tentative || !isRunning(hand.task)) return null
  const draft = begin(world, hand)
  const plans = CLOCKS.flatMap((clock) => {
    const base = hand.task.due[clock] ? clockBase(hand.task, clock) : null
    const extra = extraFor(hand.task, clock)
    return base ? [{ clock, plan: planClock(hand.policy, hand.task.level, clock, base, world.calendar, extra) }] : []
  })
  const due = Object.fromEntries(plans.map(({ clock, plan }) => [clock, plan.dueAt]))
  const tentative = plans.some(({ plan }) => plan.tentative)
  if (tentative && CLOCKS.every((clock) => due[clock]?.getTime() === hand.task.due[clock]?.getTime())) return null
  change(draft, { due, tentative })
  for (const { clock } of plans) if (isWaiting(draft, clock)) armClock(draft, clock, passed(draft, clock))
  record(draft, 'recomputed', 'system', { due, own: ownFinish(draft), tentative })
  return decide(draft)
}
