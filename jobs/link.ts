import type { Redis } from 'ioredis'
import type { Context, Due } from '../context.ts'
import type { RedisTrouble } from '../domain/alarm/seen.ts'
import { faultOf } from './fault.ts'
import { horizon, type Horizon } from './horizon.ts'
import type { BusinessQueue } from './local.ts'
import { openQueues, type Queues } from './queues.ts'
import { evictionPolicy, troubleOf } from './redis/trouble.ts'
import type { RedisSource } from './redis/source.ts'
import { watchdog } from './watchdog.ts'

/** No sign from any of our workers for this long, though the wake-up comes every 10 s: they are wedged. */
const SILENCE = 60_000

export type LinkHooks = Readonly<{
  /** the queues this process works on just now */
  serves(): readonly BusinessQueue[]
  /** does it keep the schedule, too? */
  leads(): boolean
  handle(queue: BusinessQueue, id: string, urgent: boolean): Promise<void>
  /** the scheduled wake-up */
  tick(): void
  /** the way through Redis opened, closed, or lost what it held: look at the database */
  changed(): void
  rejected(due: readonly Due[]): void
}>

/** The connection to BullMQ: opened, watched, closed and opened again by itself. */
export type Link = Readonly<{
  up(): boolean
  /** Puts a row into Redis now, or leaves it to the horizon when it is due late. */
  add(due: Due): void
  feed(): Promise<void>
  /** jobs in Redis when last counted */
  counts(): Promise<Readonly<Record<BusinessQueue, number>> | null>
  /** what is wrong with it; null = nothing */
  trouble(): RedisTrouble | null
  /** what it does when it is full, where that loses entries */
  eviction(): string | null
  /** Finds out at once how Redis is. */
  check(): Promise<void>
  /** What this process works on has changed. */
  reopen(): void
  close(ms: number): Promise<void>
}>

export function redisLink(ctx: Context, source: RedisSource, hooks: LinkHooks): Link {
  const log = ctx.log.child({ redis: source.label })
  const ahead: Horizon = horizon(ctx, (due) => queues?.add(due))
  let queues: Queues | null = null
  let eviction: string | null = null
  let trouble: RedisTrouble | null = null
  let lastSign = 0
  let lastNoise = ''
  let warned = false
  let outdated = false

  const sign = () => void (lastSign = performance.now())

  /** While Redis is away the same error comes again and again: only what is new is of use. */
  function noise(error: Error) {
    const fault = faultOf(error)
    if (fault !== lastNoise) log.debug({ fault }, 'a connection to Redis reported an error')
    lastNoise = fault
  }

  /** Once for each time it is away; the error of the connection says more than that of the command. */
  function away(fault: unknown) {
    trouble = troubleOf(fault)
    if (!warned)
      log.warn(
        { fault: lastNoise || faultOf(fault) },
        'Redis does not answer: this process does the work of the queues itself until it does',
      )
    warned = true
  }

  async function open() {
    outdated = false
    queues = await openQueues(
      source,
      {
        now: ctx.now,
        serves: hooks.serves(),
        keepsSchedule: hooks.leads(),
        noise,
        handle: (queue, id, urgent) => (sign(), hooks.handle(queue, id, urgent)),
        tick: () => (sign(), hooks.tick()),
        rejected(due, error) {
          noise(error instanceof Error ? error : new Error(faultOf(error)))
          hooks.rejected(due)
          void dog.check()
        },
      },
      eviction !== null,
    )
    sign()
    await refill()
  }

  async function refill() {
    ahead.reset()
    if (!hooks.leads()) return
    await queues?.schedule()
    await ahead.feed()
    hooks.changed()
  }

  async function cut() {
    const gone = queues
    queues = null
    await gone?.close(0)
  }

  /** It can be set to another one while it runs. */
  async function askPolicy(client: Redis) {
    const before = eviction
    eviction = await evictionPolicy(client)
    if (eviction !== null && eviction !== before)
      log.warn(
        { eviction },
        'this Redis may throw queue entries away when it is full: set maxmemory-policy to noeviction',
      )
  }

  async function up(client: Redis) {
    trouble = null
    await askPolicy(client)
    await open().catch(async (error: unknown) => {
      await cut()
      throw error
    })
    lastNoise = ''
    warned = false
    log.info({}, 'the queues run on BullMQ')
  }

  const dog = watchdog(source, ctx.id(), {
    up,
    away,
    noise,
    async down(fault) {
      away(fault)
      await cut()
      hooks.changed()
    },
    async emptied() {
      log.warn({}, 'Redis has lost the queues: they are filled again from the database')
      await refill()
    },
    async beat(client) {
      await askPolicy(client)
      const silent = hooks.leads() && performance.now() - lastSign > SILENCE
      if (!silent && !outdated) return
      if (silent) log.warn({}, 'the workers get no jobs though Redis answers: the queues are opened anew')
      await cut()
      await open()
    },
  })

  return {
    up: () => queues !== null,
    add(due) {
      if (ahead.covers(due.dueAt)) queues?.add(due)
    },
    feed: async () => (queues ? ahead.feed() : undefined),
    counts: async () => queues?.counts() ?? null,
    trouble: () => trouble ?? (eviction === null ? null : 'evicts'),
    eviction: () => eviction,
    check: () => dog.check(),
    reopen() {
      outdated = true
      void dog.check()
    },
    async close(ms) {
      dog.stop()
      await queues?.close(ms)
      queues = null
    },
  }
}
