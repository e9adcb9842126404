const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** What one chat takes, and what one bot may upload. */
const LIMITS = [
  { span: MINUTE, most: 30 },
  { span: HOUR, most: 1000 },
] as const

export type Quota = Readonly<{
  /** books one for the key, or says that it is too many; what is refused is not counted */
  take(key: string, now: Date): boolean
  clear(): void
}>

/** Sliding windows per key. */
export function makeQuota(): Quota {
  const taken = new Map<string, number[]>()
  return {
    take(key, now) {
      const at = now.getTime()
      const times = (taken.get(key) ?? []).filter((time) => time > at - HOUR)
      const free = LIMITS.every(({ span, most }) => times.filter((time) => time > at - span).length < most)
      taken.set(key, free ? [...times, at] : times)
      return free
    },
    clear: () => taken.clear(),
  }
}
