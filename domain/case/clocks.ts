import { CLOCKS, type Clock } from '../policy.ts'
import type { Task } from '../task.ts'
import { addDuration } from '../clock/deadline.ts'
import { clockEnd, clockStep, type ClockStep } from '../clock/plan.ts'
import { extraOf, suspensionOf } from '../work/granted.ts'
import { change, setTimer, type Draft } from './draft.ts'
import { keepTime } from '../work/keep.ts'
import { keepTerm } from '../work/term.ts'

/** Starts all three clocks of a case at dispatch. */
export function startClocks(draft: Draft): void {
  keepTerm(draft, draft.world.now)
  const { world, policy, task } = draft
  const end = (clock: Clock) => clockEnd(policy, task.level, clock, world.now, world.calendar, extraFor(task, clock))
  const ends = CLOCKS.map((clock) => [clock, end(clock)] as const)
  change(draft, {
    dispatchedAt: world.now,
    assignedAt: world.now,
    due: Object.fromEntries(ends.map(([clock, { at }]) => [clock, at])),
    tentative: ends.some(([, { tentative }]) => tentative),
  })
  for (const clock of CLOCKS) armClock(draft, clock, 0)
}

/** A unit that takes over has its own time to sign and to arrive; the finish clock of the case runs on from dispatch. */
export function restartUnitClocks(draft: Draft): void {
  const { world, policy, task } = draft
  const due = (clock: Clock) => clockEnd(policy, task.level, clock, world.now, world.calendar).at
  change(draft, {
    assignedAt: world.now,
    arrivedAt: null,
    due: { ...task.due, sign: due('sign'), arrive: due('arrive') },
  })
  armClock(draft, 'sign', 0)
  armClock(draft, 'arrive', 0)
}

export function armClock(draft: Draft, clock: Clock, step: number): void {
  const next = stepOf(draft, clock, step)
  setTimer(draft, clock, next ? next.at : null, step)
}

/** The index-th step of a clock of this case, null when there is none left or it does not run yet. */
export function stepOf({ task, policy, world }: Draft, clock: Clock, index: number): ClockStep | null {
  const base = clockBase(task, clock)
  return base && clockStep(policy, task.level, clock, base, world.calendar, index, extraFor(task, clock))
}

/** Time granted beyond the limit moves the end of the case, not what a unit has for its first steps. */
export const extraFor = (task: Task, clock: Clock): number => (clock === 'finish' ? extraOf(task) : 0)

/** The instant a clock runs from. */
export function clockBase(task: Task, clock: Clock): Date | null {
  return clock === 'finish' ? task.dispatchedAt : task.assignedAt
}

/** When the present unit would have to be done had the case begun with it: time another unit lost is charged to nobody but that one. */
export function ownFinish({ task, policy, world }: Draft): string | null {
  const { assignedAt, dispatchedAt, due } = task
  if (!due.finish) return null
  const isFirst = !assignedAt || !dispatchedAt || assignedAt <= dispatchedAt
  const own = isFirst
    ? due.finish
    : clockEnd(policy, task.level, 'finish', assignedAt, world.calendar, extraOf(task)).at
  return (own > due.finish ? own : due.finish).toISOString()
}

/** Has the step this clock counts to still to be taken? While a case is suspended none but the signature is waited for. */
export function isWaiting({ task }: Draft, clock: Clock): boolean {
  if (clock !== 'sign' && suspensionOf(task)) return false
  if (clock === 'sign') return task.holder === null
  return clock === 'finish' || (task.arrivedAt === null && !task.understood?.handedTo)
}

/** Steps that lie behind us when a clock is counted anew: they are not said again. */
export function passed(draft: Draft, clock: Clock): number {
  let index = 0
  for (;;) {
    const step = stepOf(draft, clock, index)
    if (!step || step.at > draft.world.now) return index
    index += 1
  }
}

/** The unit did something: it has until one arrival limit from now before the case counts as gone quiet. */
export function armQuiet(draft: Draft, step = 0): void {
  const { world, policy, task } = draft
  if (suspensionOf(task)) return
  const { arrive, hours } = policy.levels[task.level]
  setTimer(draft, 'quiet', addDuration(world.now, arrive, hours, policy.workHours, world.calendar).at, step)
}

/** The command room has `rule_within` to say who leads. */
export function armRule(draft: Draft): void {
  const { world, policy, task } = draft
  const { hours } = policy.levels[task.level]
  const { at } = addDuration(world.now, policy.ruleWithin, hours, policy.workHours, world.calendar)
  setTimer(draft, 'rule', at, 0)
  change(draft, { ruleBy: at })
}

/** It was said, or need not be said any more. */
export function disarmRule(draft: Draft): void {
  setTimer(draft, 'rule', null)
  change(draft, { ruleBy: null })
}

/** Nothing of the case is waited for any more, and what was granted about its time is over. */
export function stopClocks(draft: Draft): void {
  for (const kind of [...CLOCKS, 'quiet']) setTimer(draft, kind, null)
  disarmRule(draft)
  keepTime(draft, null)
}
