import type { Level } from '../level.ts'

/**
 * The time one case spends with one unit in one round: from dispatch until it is finished, goes to another unit, or is over.
 * What the unit's own clocks say stands here; time another unit lost is not its own.
 */
export type Stay = {
  readonly unit: string
  readonly from: Date
  /** when it came: an ordinary case that lies until somebody urges it stays an ordinary case */
  readonly level: Level
  signBy: Date | null
  arriveBy: Date | null
  /** null while the clock stands still */
  finishBy: Date | null
  respondedAt: Date | null
  signedAt: Date | null
  arrivedAt: Date | null
  returnedAt: Date | null
  /** given back, and nobody ruled that it is its own: nothing but its answer counts */
  disputed: boolean
  /** the last ruling that sent it back here: until then nobody could say whose time it was */
  ruledAt: Date | null
  ended: Readonly<{ at: Date; how: End }> | null
}

/** finished 办结 | moved to another unit | over = withdrawn or merged */
type End = 'finished' | 'moved' | 'over'

export function newStay(unit: string, from: Date, level: Level): Stay {
  const nothing = { respondedAt: null, signedAt: null, arrivedAt: null, returnedAt: null, ruledAt: null, ended: null }
  return { unit, from, level, signBy: null, arriveBy: null, finishBy: null, disputed: false, ...nothing }
}

/** What became of one of its clocks: done in time or late, and since when that is known; null = it does not count, or not yet. */
export type Verdict = Readonly<{ hit: boolean; at: Date }> | null

/** Did anybody of the unit say anything in time? Giving it back is an answer, too. */
export const responseOf = (stay: Stay, now: Date): Verdict => verdict(stay, stay.signBy, stay.respondedAt, now, false)
export const signOf = (stay: Stay, now: Date): Verdict => verdict(stay, stay.signBy, stay.signedAt, now, true)
export const arrivalOf = (stay: Stay, now: Date): Verdict => verdict(stay, stay.arriveBy, stay.arrivedAt, now, true)
export const finishOf = (stay: Stay, now: Date): Verdict =>
  verdict(stay, stay.finishBy, stay.ended?.how === 'finished' ? stay.ended.at : null, now, true)

/** `argued`: an argument about whose case it is decides about this clock, too. */
function verdict(stay: Stay, by: Date | null, doneAt: Date | null, now: Date, argued: boolean): Verdict {
  // before anything else: what was done in time for a case that is another's counts as little as what was late
  if (by === null || (argued && stay.disputed)) return null
  if (doneAt !== null && doneAt <= by) return { hit: true, at: doneAt }
  const { ended, ruledAt, returnedAt } = stay
  // it went away, or was done another way, before it was due
  if (ended !== null && ended.at < by) return null
  const spanned = returnedAt !== null && returnedAt <= by
  const at = argued && spanned && ruledAt !== null && ruledAt > by ? ruledAt : by
  return at <= now ? { hit: false, at } : null
}
