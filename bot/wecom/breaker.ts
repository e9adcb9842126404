/** Failures in a row until it opens, and how long it stays open (ms): twice as long each time. */
const RULE = { failures: 5, first: 5_000, most: 60_000 } as const

export type Breaker = Readonly<{
  /** null = go ahead; else from when on it may be tried again */
  shut(now: Date): Date | null
  /** the same without letting anybody through */
  open(now: Date): boolean
  /** what came of a call that was let through */
  note(ok: boolean, now: Date): void
}>

/** Leaves a platform alone that answers nothing; after the pause one call tries whether it is back. */
export function makeBreaker(): Breaker {
  let failures = 0
  let opened = 0
  let until: Date | null = null
  let probing = false
  return {
    shut(now) {
      if (until === null) return null
      if (until > now || probing) return until > now ? until : new Date(now.getTime() + RULE.first)
      probing = true
      return null
    },
    open: (now) => until !== null && until > now,
    note(ok, now) {
      probing = false
      if (ok) {
        failures = opened = 0
        until = null
        return
      }
      failures += 1
      if (failures < RULE.failures && until === null) return
      until = new Date(now.getTime() + Math.min(RULE.most, RULE.first * 2 ** opened))
      opened += 1
    },
  }
}
