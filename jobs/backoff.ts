const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Waits after the 1st, 2nd, … failed try of a message: ten tries within about a day. */
export const RETRY_AFTER: readonly number[] = [
  SECOND,
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  6 * HOUR,
  16 * HOUR,
]

/** The same for other systems that are called: longer, for nobody waits, and the last one is the last. */
export const CALL_AGAIN_AFTER: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR]

/** When a message that failed is tried again, ±20 % so that a whole outage does not come back at once; null = given up. */
export function retryAt(
  failedTries: number,
  now: Date,
  random: () => number = Math.random,
  waits: readonly number[] = RETRY_AFTER,
): Date | null {
  const wait = waits[failedTries - 1]
  return wait === undefined ? null : new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * random())))
}

/** ms before the next try of something that is retried for ever: `table[tries]`, its last entry from then on. */
export function patience(table: readonly number[], tries: number): number {
  return table[Math.min(tries, table.length - 1)] ?? SECOND
}
