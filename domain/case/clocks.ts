import { CLOCKS, type Clock } from '../policy.ts'
import type { Task } from '../task.ts'
import { addDuration } from '../clock/deadline.ts'
import { clockEnd, clockStep } from '../clock/plan.ts'
import { change, setTimer, type Draft } from './draft.ts'

/** Starts all three clocks of a case at dispatch. */
export function startClocks(draft: Draft): void {
  const { world, policy, task } = draft
  const ends = CLOCKS.map((clock) => [clock, clockEnd(policy, task.level, clock, world.now, world.calendar)] as const)
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
  const base = clockBase(draft.task, clock)
  const next = base && clockStep(draft.policy, draft.task.level, clock, base, draft.world.calendar, step)
  setTimer(draft, clock, next ? next.at : null, step)
}

/** The instant a clock runs from. */
export function clockBase(task: Task, clock: Clock): Date | null {
  return clock === 'finish' ? task.dispatchedAt : task.assignedAt
}

/** Has the step this clock counts to still to be taken? */
export function isWaiting({ task }: Draft, clock: Clock): boolean {
  if (clock === 'sign') return task.holder === null
  return clock === 'finish' || (task.arrivedAt === null && !task.understood?.handedTo)
}

/** Steps that lie behind us when a clock is counted anew: they are not said again. */
export function passed({ task, policy, world }: Draft, clock: Clock): number {
  const base = clockBase(task, clock)
  let index = 0
  while (base) {
    const step = clockStep(policy, task.level, clock, base, world.calendar, index)
    if (!step || step.at > world.now) break
    index += 1
  }
  return index
}

/** The unit did something: it has until one arrival limit from now before the case counts as gone quiet. */
export function armQuiet(draft: Draft, step = 0): void {
  const { world, policy, task } = draft
  const { arrive, hours } = policy.levels[task.level]
  setTimer(draft, 'quiet', addDuration(world.now, arrive, hours, policy.workHours, world.calendar).at, step)
}

/** The command room has `rule_within` to say who leads. */
export function armRule(draft: Draft): Date {
  const { world, policy, task } = draft
  const { at } = addDuration(
    world.now,
    policy.ruleWithin,
    policy.levels[task.level].hours,
    policy.workHours,
    world.calendar,
  )
  setTimer(draft, 'rule', at, 0)
  return at
}

export function stopClocks(draft: Draft): void {
  for (const kind of [...CLOCKS, 'quiet', 'rule']) setTimer(draft, kind, null)
}
