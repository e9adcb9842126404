import type { Context, TimerRow } from '../context.ts'
import type { CaseRef } from '../domain/command/parsed.ts'
import type { Decision } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import type { Result, Turn } from './turn.ts'

export type OnCommand = (turn: Turn, ref: CaseRef | null, rest: string) => Promise<Result>
/** What follows when a timer comes due; it must set or clear its own timer. */
export type OnTimer = (ctx: Context, row: TimerRow, world: World) => Promise<Decision>

/** Something done once a day for every township, `at` minutes after midnight in Asia/Shanghai. */
export type Daily = Readonly<{
  kind: string
  at: number
  work: (ctx: Context, world: World) => Promise<Decision>
  /** it only sets timers, and what of today is still ahead is set at the start as well */
  arms?: true
}>

/** A part of the house: its orders, its timers, and what it does every day. A tap on a card is an order, too. */
export type Slice<V extends string> = Readonly<{
  commands: Readonly<Record<V, OnCommand>>
  /** by the kind of the timer */
  timers?: Readonly<Record<string, OnTimer>>
  daily?: readonly Daily[]
}>
