import type { Duration } from './calendar/duration.ts'
import type { RuleVersion } from './rules/table.ts'
import type { Level } from './level.ts'

/** The three clocks of a case; all of them run from dispatch. */
export const CLOCKS = ['sign', 'arrive', 'finish'] as const
export type Clock = (typeof CLOCKS)[number]

export type RungTarget = 'duty' | 'station_head' | 'command_room' | 'leaders' | 'supervisor'

/** One step of the escalation ladder: `after` the clock is over, tell `to`. */
export type Rung = Readonly<{ clock: Clock; after: Duration; to: readonly RungTarget[] }>

export type LevelLimits = Readonly<{ sign: Duration; arrive: Duration; finish: Duration; hours: 'always' | 'work' }>

/** Minutes of the day, Asia/Shanghai; `from` > `to` runs over midnight. */
export type Span = Readonly<{ from: number; to: number }>

/**
 * clocks.yaml and rules.csv, parsed: what a township may change about time.
 * Frozen per case: a case keeps the policy it was dispatched under (`id` is a hash of the content).
 */
export type Policy = Readonly<{
  id: string
  levels: Readonly<Record<Level, LevelLimits>>
  workHours: readonly Span[]
  /** shares of a clock, 0..1, ascending */
  remindAt: readonly number[]
  ladder: readonly Rung[]
  returnLimit: number
  ruleWithin: Duration
  feedbackWindow: Duration
  reopenWindow: Duration
  quietHours: Span | null
  /** ms; 0 = never merge */
  mergeWithin: number
  /** asked by `ruleOf`; a policy kept by an older version has none */
  rules?: readonly RuleVersion[]
}>
