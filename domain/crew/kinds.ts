import type { Swap } from '../town.ts'

/** 请假: days are YYYY-MM-DD, both inclusive. */
export type Leave = Readonly<{
  by: string
  /** of which unit; null = of none */
  station: string | null
  from: string
  to: string
  reason: string
  decidedBy: string | null
  /** why it was refused */
  answer: string | null
}>

/** 换班: `with` does the duty of `by` on one day, or the other way round; where two days are named, both. */
export type SwapAsked = Readonly<{ by: string; with: string; station: string; shifts: readonly Swap[] }>

/** 交班: open cases pass on once the receiver says so. */
export type Handover = Readonly<{
  from: string
  to: string
  station: string
  note: string
  /** ids of the cases */
  cases: readonly string[]
}>

/** 用车、借装备、借询问室: ISO instants. */
export type Booking = Readonly<{
  /** id of the asset */
  asset: string
  by: string
  from: string
  to: string
  reason: string
  /** as it was read when it came back */
  km: number | null
}>

export type CrewKinds = {
  leave: Readonly<{ state: 'asked' | 'agreed' | 'refused' | 'cancelled' | 'lapsed'; data: Leave }>
  swap: Readonly<{ state: 'asked' | 'agreed' | 'refused' | 'lapsed'; data: SwapAsked }>
  booking: Readonly<{ state: 'booked' | 'returned' | 'cancelled'; data: Booking }>
  handover: Readonly<{ state: 'asked' | 'taken' | 'replaced' | 'lapsed'; data: Handover }>
}

export const CREW_MARKS = {
  leave: 'QJ',
  swap: 'HB',
  handover: 'JB',
  booking: 'YY',
} as const satisfies Record<keyof CrewKinds, string>
