import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterCompatibleAbstract,
} from 'rate-limiter-flexible'

/** A Redis the processes share; `client` = an ioredis connection of its own that fails at once rather than waits. */
export type SharedLimits = Readonly<{
  client: object
  /** does it answer? */
  up(): boolean
  /** the same for all processes of a township: without it nobody can tell whose a key is */
  salt: string
}>

/** So many in so many seconds; `block` = who had too many is shut out for so many seconds. */
export type Allowance = Readonly<{ points: number; seconds: number; block?: number }>

export type Limiter = Readonly<{
  /** Counts one; answers in how many ms there may be more where there were too many, else null. */
  consume(who: string): Promise<number | null>
  /** The same without counting. */
  spent(who: string): Promise<number | null>
  /** It does not count after all. */
  reward(who: string): Promise<void>
}>

/** Makes the limits of one process, each by its name; what is counted elsewhere under the same name counts here, too. */
export type Limiters = Readonly<{
  make(name: string, allowance: Allowance): Limiter
  /** how often somebody was refused, by the name of the limit */
  refused(): Readonly<Record<string, number>>
}>

const PREFIX = 'shaozi:limit'

/** While Redis is away each process counts by itself: nobody is let in without limit, and nobody is shut out for it. */
export function makeLimiters(shared: SharedLimits | null = null): Limiters {
  const counts = new Map<string, number>()
  const salt = shared?.salt ?? ''
  const refused = (name: string) => () => void counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    make(name, allowance) {
      counts.set(name, 0)
      const own = new RateLimiterMemory(optionsOf(name, allowance))
      const common = shared && sharedOf(shared.client, name, allowance, own)
      return limiter(() => (common && shared?.up() ? common : own), salt, refused(name))
    },
    refused: () => Object.fromEntries(counts),
  }
}

const optionsOf = (name: string, { points, seconds, block }: Allowance) => ({
  keyPrefix: `${PREFIX}:${name}`,
  points,
  duration: seconds,
  ...(block === undefined ? {} : { blockDuration: block }),
})

const sharedOf = (client: object, name: string, allowance: Allowance, own: RateLimiterMemory) =>
  new RateLimiterRedis({
    ...optionsOf(name, allowance),
    storeClient: client,
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  })

function limiter(present: () => RateLimiterCompatibleAbstract, salt: string, onRefused: () => void): Limiter {
  const key = (who: string): string => hidden(sourceOfLimit(who), salt)
  return {
    async consume(who) {
      try {
        await present().consume(key(who))
        return null
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        onRefused()
        return error.msBeforeNext
      }
    },
    async spent(who) {
      const found = await present().get(key(who))
      return found && found.remainingPoints <= 0 ? found.msBeforeNext : null
    },
    reward: async (who) => void (await present().reward(key(who))),
  }
}

/** No address and no name of a person lies in Redis. */
const hidden = (who: string, salt: string): string =>
  createHmac('sha256', salt).update(who).digest('base64url').slice(0, 22)

/** Whoever has one IPv6 address has 2^64 of them (RFC 6177): the network counts, as one. */
export function sourceOfLimit(who: string): string {
  if (isIP(who) !== 6) return who
  const [head = '', tail] = who.replace(/%.*$/u, '').toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  // an IPv4 address at the end stands for two groups
  const behind = after.length + (after.at(-1)?.includes('.') ? 1 : 0)
  const gap = tail === undefined ? 0 : 8 - before.length - behind
  const groups = [...before, ...Array<string>(Math.max(0, gap)).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
