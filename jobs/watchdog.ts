import type { Redis } from 'ioredis'
import { within } from './limit.ts'
import { PRODUCER } from './queues.ts'
import type { RedisSource } from './redis/source.ts'
import type { ConnectOptions } from './redis/options.ts'

/** With one repeat after a silence a half-open connection is found within 2 + 2 + 2 s. */
const EVERY = 2_000
const ANSWER_LIMIT = 2_000
const KEEP = 3_600
/** It never reconnects by itself: each attempt is a look of ours. */
const OWN: ConnectOptions = { ...PRODUCER, lazyConnect: true, retryStrategy: () => null }

export type Watch = Readonly<{
  /** Redis answers and takes writes; `client` is the watchdog's own connection. */
  up(client: Redis): Promise<void>
  down(fault: unknown): Promise<void>
  /** It did not let us in; comes again at every attempt. */
  away(fault: unknown): void
  /** It answers, but what was written is gone: FLUSHALL, a restart without its data, an older replica. */
  emptied(): Promise<void>
  /** After each good beat. */
  beat(client: Redis): Promise<void>
  noise(error: Error): void
}>

/** Asks Redis for a sign of life every two seconds: a write (a full or read-only Redis is no use) that reads what it wrote last. */
export type Watchdog = Readonly<{ check(): Promise<void>; stop(): void }>

export function watchdog(source: RedisSource, name: string, watch: Watch): Watchdog {
  const key = `${source.prefix}:alive:${name}`
  let client: Redis | null = null
  let beats = 0
  let running: Promise<void> | null = null
  let stopped = false
  let timer: NodeJS.Timeout | null = null

  async function sign(of: Redis): Promise<boolean> {
    const replies = await within(
      ANSWER_LIMIT,
      'the answer of Redis',
      of.multi().get(key).set(key, ++beats, 'EX', KEEP).exec(),
    )
    const fault = replies?.find(([error]) => error !== null)?.[0]
    if (!replies || fault) throw fault ?? new Error('Redis dropped the transaction')
    return replies[0]?.[1] !== null
  }

  async function connect() {
    const fresh = source.connect(OWN)
    fresh.on('error', watch.noise)
    try {
      await within(ANSWER_LIMIT, 'connecting to Redis', fresh.connect())
      await sign(fresh)
      await watch.up(fresh)
      client = fresh
    } catch (error) {
      fresh.disconnect()
      throw error
    }
  }

  async function listen(of: Redis) {
    let remembered: boolean
    try {
      remembered = await sign(of).catch(() => sign(of))
    } catch (error) {
      client = null
      of.disconnect()
      return watch.down(error)
    }
    if (!remembered) await watch.emptied()
    await watch.beat(of)
  }

  async function once() {
    if (client) return listen(client)
    await connect().catch(watch.away)
  }

  /** One look at a time; a second caller awaits the first one's. */
  function check(): Promise<void> {
    running ??= once()
      .catch(watch.noise)
      .finally(() => {
        running = null
        schedule()
      })
    return running
  }

  function schedule() {
    if (timer) clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void check(), EVERY).unref()
  }

  return {
    check,
    stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      client?.disconnect()
    },
  }
}
