const LIFE_MS = 10 * 60_000
const MOST = 100_000

type Seen = Readonly<{ signature: string; at: number }>
export type Replays = Readonly<{
  /** `same` = this very request was dealt with; `other` = its nonce was used for another one */
  look(nonce: string, signature: string, now: Date): 'new' | 'same' | 'other'
  remember(nonce: string, signature: string, now: Date): void
}>

/** Which requests were dealt with lately. Only what was committed is remembered: what failed must come again. */
export function makeReplays(): Replays {
  const seen = new Map<string, Seen>()
  return {
    look(nonce, signature, now) {
      const before = seen.get(nonce)
      if (!before || Math.abs(now.getTime() - before.at) > LIFE_MS) return 'new'
      return before.signature === signature ? 'same' : 'other'
    },
    remember(nonce, signature, now) {
      const at = now.getTime()
      for (const [key, { at: then }] of seen) {
        if (Math.abs(at - then) <= LIFE_MS && seen.size < MOST) break
        seen.delete(key)
      }
      seen.delete(nonce)
      seen.set(nonce, { signature, at })
    },
  }
}
