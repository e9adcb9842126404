import type { Measure } from './measures.ts'

/** One thing that counts: of a unit, or of a village where it is about who should have seen it. */
export type Fact = Readonly<{
  measure: Measure
  /** id of the unit, or code of the village */
  who: string
  /** does it count above the line, too? */
  hit: boolean
  /** when it was known for good */
  at: Date
  /** the case or the entry it stands in */
  caseNo: string
}>

/** What is counted is what became known within a month, as it is known now. */
export type Span = Readonly<{ since: Date; before: Date; now: Date }>

export const isWithin = (at: Date, { since, before, now }: Span): boolean => at >= since && at < before && at <= now
