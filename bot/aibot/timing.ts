/** Milliseconds. The values used in earnest are `TIMING`; tests pass shorter ones. */
export type Timing = Readonly<{
  /** from dialling to a confirmed login; the SDK itself would wait for ever */
  loginWithin: number
  /** two unanswered heartbeats in a row and the SDK drops the socket: found within three of these */
  heartbeat: number
  /** first pause after a lost connection, doubling up to the second value */
  lost: Readonly<{ first: number; most: number }>
  /** the same while the credentials are refused: subscribing is rate-protected */
  refused: Readonly<{ first: number; most: number }>
  /** the same after another program logged in as this bot: no fight over the connection */
  kicked: Readonly<{ first: number; most: number }>
  /** a connection that lived this long was a good one: pauses start again from the first */
  stableAfter: number
  /** a connection missed this long is worth an alarm */
  alarmAfter: number
  /** pauses before each try to hand over a received message */
  handOver: readonly number[]
}>

const SECOND = 1000
const MINUTE = 60 * SECOND

export const TIMING: Timing = {
  loginWithin: 15 * SECOND,
  heartbeat: 30 * SECOND,
  lost: { first: SECOND, most: 30 * SECOND },
  refused: { first: MINUTE, most: 10 * MINUTE },
  kicked: { first: 10 * MINUTE, most: 120 * MINUTE },
  stableAfter: 30 * SECOND,
  alarmAfter: MINUTE,
  handOver: [0, SECOND / 5, SECOND, 5 * SECOND, 25 * SECOND],
}

/** A doubling pause, of which a random half is left out so that many clients do not come back together. `tries` counts from 0; `dice` is 0..1. */
export function pause(range: Readonly<{ first: number; most: number }>, tries: number, dice: number): number {
  const full = Math.min(range.most, range.first * 2 ** Math.min(tries, 30))
  return Math.round(full / 2 + (full / 2) * dice)
}
