import { createHash, timingSafeEqual } from 'node:crypto'
import { makeLimiters, type Limiter, type Limiters } from '../limiter.ts'
import { OPEN } from '../wording/open.ts'
import { OpenFault } from './fault.ts'
import type { Key } from './port.ts'

/** Requests a minute: by address to read, by key to hand in, and by address with a key that is none. */
export const LIMITS = { reads: 600, handsIn: 60, wrongKeys: 10 } as const

export type Limits = Readonly<{
  read(ip: string): Promise<void>
  /** The system whose key it is; throws for nobody's, and when it comes too often. */
  keyOf(written: string, keys: readonly Key[], ip: string): Promise<Key>
}>

export function makeLimits(
  limits: Readonly<Record<keyof typeof LIMITS, number>> = LIMITS,
  limiters: Limiters = makeLimiters(),
): Limits {
  const make = (name: string, points: number) => limiters.make(`open-${name}`, { points, seconds: 60 })
  const reads = make('reads', limits.reads)
  const handsIn = make('hands-in', limits.handsIn)
  const wrong = make('wrong-keys', limits.wrongKeys)
  return {
    read: (ip) => take(reads, ip),
    async keyOf(written, keys, ip) {
      const spent = await wrong.spent(ip)
      if (spent !== null) throw tooMany(spent)
      const key = known(written, keys)
      if (key) await take(handsIn, key.name)
      if (key) return key
      await take(wrong, ip)
      throw new OpenFault(403, OPEN.noKey)
    },
  }
}

async function take(limiter: Limiter, who: string): Promise<void> {
  const wait = await limiter.consume(who)
  if (wait !== null) throw tooMany(wait)
}

function tooMany(wait: number): OpenFault {
  const seconds = Math.max(1, Math.ceil(wait / 1000))
  return new OpenFault(429, OPEN.tooMany(seconds), seconds)
}

/** Every key is compared, and in constant time: how long it takes says nothing of how near it came. */
function known(written: string, keys: readonly Key[]): Key | null {
  const hash = createHash('sha256').update(written).digest()
  return keys.filter(({ sha256 }) => timingSafeEqual(sha256, hash))[0] ?? null
}
