import type { Census } from '../store/store.ts'
import type { AlarmKind } from '../domain/alarm/kinds.ts'
import type { Seen } from '../domain/alarm/seen.ts'
import type { Readiness } from './readiness.ts'

/** How much of a quota of WeCom is used: the fullest one's share, how often something had to wait, how much went out. */
export type QuotaUse = Readonly<{ quota: string; fullest: number; waits: number; total: number }>

type Counts = Readonly<Record<string, number>>

/** All that /metrics says, as it is at one moment. */
export type Measured = Readonly<{
  ready: Readiness
  seen: Seen
  /** kinds of alarm that stand */
  standing: readonly AlarmKind[]
  census: Census
  /** writes of this process that wait */
  backlog: number
  /** messages worked on since the start, by outcome */
  handled: Counts
  quotas: readonly QuotaUse[]
  /** seconds since the last backup, or since the first one is waited for */
  backupAge: number | null
}>
