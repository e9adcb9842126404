import type { Duration } from '../calendar/duration.ts'

/**
 * A statutory term: days, working days (§85 行政处罚法), months or years, counted by `termEnd`.
 * `toWorkday`: where its last day is free, the next working day is the last one.
 */
export type Term = Readonly<{ amount: number; unit: 'd' | 'wd' | 'mo' | 'y'; toWorkday?: true }>

/** What a rule of each kind holds. */
export type Values = Readonly<{
  duration: Duration
  term: Term
  count: number
  /** 0.1 is 10 % */
  share: number
  /** whole yuan */
  money: number
  /** days before, the farthest first */
  list: readonly number[]
  /** in order, the shortest first */
  steps: readonly Duration[]
  /** minute of the day, Asia/Shanghai */
  time: number
  /** yes or no */
  flag: boolean
}>
export type RuleKind = keyof Values

/** What a township may write, measured against the default: what is laxer than the law is refused. */
export type Bound = 'free' | 'atMost' | 'atLeast' | 'fixed' | 'atMostUnlessLaw'

/** A rule as the program knows it, and since when (YYYY-MM-DD, inclusive; null = always). */
export type Rule<K extends RuleKind = RuleKind> = Readonly<{
  kind: K
  value: Values[K]
  bound: Bound
  validFrom: string | null
  validUntil: string | null
}>

/** Any rule, told apart by its kind. */
export type AnyRule = { readonly [K in RuleKind]: Rule<K> }[RuleKind]
