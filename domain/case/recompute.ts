import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { CLOCKS, type Clock } from '../policy.ts'
import { clockStep, planClock } from '../clock/plan.ts'
import { armClock, clockBase } from './clocks.ts'
import { begin, change, decide, record, type CaseInHand, type Draft } from './draft.ts'
import { isRunning } from './transitions.ts'

/** A holiday file arrived: the deadlines of an open case that were 暂定 are counted again. Null when nothing changes. */
export function recompute(hand: CaseInHand, world: World): Decision | null {
  if (!hand.task.tentative || !isRunning(hand.task)) return null
  const draft = begin(world, hand)
  const plans = CLOCKS.flatMap((clock) => {
    const base = clockBase(hand.task, clock)
    return base ? [{ clock, plan: planClock(hand.policy, hand.task.level, clock, base, world.calendar) }] : []
  })
  const due = Object.fromEntries(plans.map(({ clock, plan }) => [clock, plan.dueAt]))
  const tentative = plans.some(({ plan }) => plan.tentative)
  if (tentative && CLOCKS.every((clock) => due[clock]?.getTime() === hand.task.due[clock]?.getTime())) return null
  change(draft, { due, tentative })
  for (const { clock } of plans) if (waits(draft, clock)) armClock(draft, clock, passed(draft, clock))
  record(draft, 'recomputed', 'system', { due, tentative })
  return decide(draft)
}

function waits({ task }: Draft, clock: Clock): boolean {
  if (clock === 'sign') return task.holder === null
  return clock === 'finish' || task.arrivedAt === null
}

/** Steps that lie behind us under the new count are not said again. */
function passed({ task, policy, world }: Draft, clock: Clock): number {
  const base = clockBase(task, clock)
  let index = 0
  while (base) {
    const step = clockStep(policy, task.level, clock, base, world.calendar, index)
    if (!step || step.at > world.now) break
    index += 1
  }
  return index
}
