import type { Clock, RungTarget } from '../policy.ts'
import type { Task } from '../task.ts'
import type { ClockStep } from '../clock/plan.ts'
import { isRunning } from '../case/transitions.ts'
import { armClock, stepOf } from '../case/clocks.ts'
import { alert, factsNow, record, setTimer, tellReporters, type Draft } from '../case/draft.ts'
import {
  distinct,
  recipientKey,
  responsible,
  rungRecipients,
  stationGroup,
  type Address,
} from '../people/recipients.ts'
import { findStation, unique } from '../people/directory.ts'
import { suspensionOf } from '../work/granted.ts'

/** Fires a clock of the case: reminds or climbs the ladder for everything due by now, and arms what comes next. */
export function fireClock(draft: Draft, clock: Clock, step: number): void {
  if (!runs(draft.task, clock)) return setTimer(draft, clock, null)
  const { due, next } = dueSteps(draft, clock, step)
  const rungs = due.filter((s) => s.kind !== 'remind')
  const lastRemind = due.filter((s) => s.kind === 'remind').at(-1)
  if (rungs.length > 0) climb(draft, clock, rungs)
  else if (lastRemind) remind(draft, clock, lastRemind.share)
  armClock(draft, clock, next)
}

/** Is this clock still waiting for its step? */
function runs(task: Task, clock: Clock): boolean {
  if (!isRunning(task)) return false
  if (clock === 'sign') return task.holder === null
  if (suspensionOf(task)) return false
  return clock === 'finish' || task.arrivedAt === null
}

/** Steps missed while the program was down come due together: the highest is said once, the rest is not repeated. */
function dueSteps(draft: Draft, clock: Clock, from: number): { due: ClockStep[]; next: number } {
  const due: ClockStep[] = []
  for (;;) {
    const next = from + due.length
    const step = stepOf(draft, clock, next)
    if (!step || step.at > draft.world.now) return { due, next }
    due.push(step)
  }
}

function remind(draft: Draft, clock: Clock, share: number): void {
  const dueAt = draft.task.due[clock]
  if (!dueAt) return
  record(draft, 'reminded', 'system', { clock, share })
  for (const address of atWork(draft))
    alert(draft, address, { kind: 'remind', facts: factsNow(draft), clock, share, dueAt: dueAt.toISOString() })
}

function climb(draft: Draft, clock: Clock, steps: readonly ClockStep[]): void {
  const dueAt = draft.task.due[clock]
  if (!dueAt) return
  const targets = unique(steps.flatMap((s) => (s.kind === 'remind' ? [] : s.rung.to)))
  const repeat = Math.max(0, ...steps.map((s) => (s.kind === 'repeat' ? s.n : 0)))
  record(draft, 'escalated', 'system', { clock, targets, repeat })
  for (const { address, target } of whom(draft, targets)) {
    alert(draft, address, {
      kind: 'overdue',
      facts: factsNow(draft),
      clock,
      dueAt: dueAt.toISOString(),
      target,
      repeat,
    })
  }
  if (firstTimeToLeaders(draft, clock, steps))
    tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'escalated', note: null }))
}

/** The reporter hears once that the leaders know, not each time they hear it again. */
function firstTimeToLeaders(draft: Draft, clock: Clock, steps: readonly ClockStep[]): boolean {
  const first = draft.policy.ladder.find((rung) => rung.clock === clock && rung.to.includes('leaders'))
  return first !== undefined && steps.some((step) => step.kind === 'rung' && step.rung === first)
}

/** Everyone the rungs name, each once, as the first target that named him. */
function whom(draft: Draft, targets: readonly RungTarget[]): Readonly<{ address: Address; target: RungTarget }>[] {
  const named = targets.flatMap((target) => addressesOf(draft, target).map((address) => ({ address, target })))
  return distinct(named.map((n) => n.address)).map((address) => {
    const first = named.find((n) => recipientKey(n.address.to) === recipientKey(address.to))
    return { address, target: first?.target ?? 'duty' }
  })
}

/** While units argue, the unit that gave the case back is left alone and the command room hears instead. */
function addressesOf(draft: Draft, target: RungTarget): Address[] {
  const { town, task, world } = draft
  const argued = task.stage === 'disputed' && (target === 'duty' || target === 'station_head')
  return distinct(rungRecipients(town, task, argued ? 'command_room' : target, world.now))
}

function atWork(draft: Draft): Address[] {
  const { town, task, world } = draft
  if (task.stage === 'disputed') return rungRecipients(town, task, 'command_room', world.now)
  const station = findStation(town, task.lead)
  return distinct([...responsible(town, task, world.now), ...(station ? stationGroup(town, station, world.now) : [])])
}
