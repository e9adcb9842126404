import type { Calendar } from '../calendar/calendar.ts'
import { DAY } from '../calendar/zone.ts'
import type { Clock, Policy, Rung } from '../policy.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Level } from '../level.ts'
import { lengthOf } from '../calendar/duration.ts'
import { addDuration, addLength, addShare, type Deadline } from './deadline.ts'

/** One thing a running clock does. `index` is the place among the rungs of this clock; a repeat says `rung` for the n-th time again. */
export type ClockStep =
  | Readonly<{ at: Date; kind: 'remind'; share: number }>
  | Readonly<{ at: Date; kind: 'rung'; rung: Rung; index: number }>
  | Readonly<{ at: Date; kind: 'repeat'; n: number; rung: Rung }>

/** A clock of a case: when it is over, and its steps in order up to the last daily repeat (see `clockStep` for the rest). */
export type ClockPlan = Readonly<{ dueAt: Date; tentative: boolean; steps: readonly ClockStep[] }>

/** The last rung is repeated daily so many times, then monthly: an alarm that never tires is switched off by its readers. */
export const REPEAT_CAP = 5
const DAILY: Duration = { amount: 1, unit: 'd' }
const MONTH = 30 * DAY

/** When a ladder forgets the finish clock: an open case must never fall silent for good. */
const WATCH: Rung = { clock: 'finish', after: { amount: 30, unit: 'd' }, to: ['command_room'] }

/** When a clock that runs from `from` is over; `extra` ms were granted beyond its limit, in the hours of the level. */
export function clockEnd(
  policy: Policy,
  level: Level,
  clock: Clock,
  from: Date,
  calendar: Calendar,
  extra = 0,
): Deadline {
  const { hours, [clock]: limit } = policy.levels[level]
  return addLength(from, lengthOf(limit, hours) + extra, hours, policy.workHours, calendar)
}

/** Reminders at the policy's shares, the rungs of the ladder at due + after, then the last rung again; all counted in the level's hours. */
export function planClock(
  policy: Policy,
  level: Level,
  clock: Clock,
  dispatchedAt: Date,
  calendar: Calendar,
  extra = 0,
): ClockPlan {
  const limits = policy.levels[level]
  const add = (start: Date, d: Duration) => addDuration(start, d, limits.hours, policy.workHours, calendar)
  const due = clockEnd(policy, level, clock, dispatchedAt, calendar, extra)
  const reminders = policy.remindAt.map((share): ClockStep => ({
    at: addShare(dispatchedAt, limits[clock], share, limits.hours, policy.workHours, calendar, extra),
    kind: 'remind',
    share,
  }))
  const climbed = rungs(policy, clock, (after) => add(due.at, after).at)
  const last = climbed.at(-1)
  const repeats = last
    ? Array.from({ length: REPEAT_CAP }, (_, i) =>
        repeat(add(last.at, { ...DAILY, amount: i + 1 }).at, i + 1, last.rung),
      )
    : []
  return { dueAt: due.at, tentative: due.tentative, steps: inOrder([...reminders, ...climbed, ...repeats]) }
}

/**
 * The index-th step of a clock, null when there is none left.
 * A clock with rungs never ends: it goes on every 30 days; the finish clock does so even when the ladder forgot it.
 */
export function clockStep(
  policy: Policy,
  level: Level,
  clock: Clock,
  dispatchedAt: Date,
  calendar: Calendar,
  index: number,
  extra = 0,
): ClockStep | null {
  const { dueAt, steps } = planClock(policy, level, clock, dispatchedAt, calendar, extra)
  if (index < steps.length) return steps[index] ?? null
  const beyond = index - steps.length + 1
  const last = steps.at(-1)
  if (last?.kind === 'repeat') return repeat(later(last.at, beyond), last.n + beyond, last.rung)
  if (clock !== 'finish') return null
  return beyond === 1
    ? { at: later(dueAt, 1), kind: 'rung', rung: WATCH, index: 0 }
    : repeat(later(dueAt, beyond), beyond - 1, WATCH)
}

type Climbed = Extract<ClockStep, { kind: 'rung' }>

function rungs(policy: Policy, clock: Clock, at: (after: Duration) => Date): Climbed[] {
  const timed = policy.ladder.filter((rung) => rung.clock === clock).map((rung) => ({ at: at(rung.after), rung }))
  return inOrder(timed).map(({ at, rung }, index) => ({ at, kind: 'rung', rung, index }))
}

function repeat(at: Date, n: number, rung: Rung): ClockStep {
  return { at, kind: 'repeat', n, rung }
}

function later(at: Date, months: number): Date {
  return new Date(at.getTime() + months * MONTH)
}

/** Stable: at one instant a reminder comes before a rung, and rungs keep the ladder's order. */
function inOrder<T extends Readonly<{ at: Date }>>(steps: readonly T[]): T[] {
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
