import { startAibot, type Aibot, type AibotAlarm } from './bot/aibot/aibot.ts'
import { makeMedia } from './bot/media.ts'
import type { Env } from './config/env.ts'
import type { Context, Log } from './context.ts'
import type { Calendar } from './domain/calendar/calendar.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Destination } from './domain/notice.ts'
import type { Town } from './domain/town.ts'
import { inboundHandler, type InboundHandler } from './handlers/inbound.ts'
import { recountTentative } from './handlers/holidays.ts'
import { handleTimer } from './handlers/timer.ts'
import { findRedis } from './jobs/redis/find.ts'
import { startJobs, type Jobs } from './jobs/start.ts'
import { ulid } from './store/ids.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import { readiness, type Readiness } from './web/readiness.ts'

export type CoreOptions = Readonly<{
  env: Env
  towns: readonly Town[]
  calendar: Calendar
  log: Log
  now?(): Date
  /** where messages go, instead of the AI bot: for measuring */
  channel?: Destination
  /** called when the database can no longer be trusted: the process should end */
  onFatal(error: Error): void
}>

/** Everything between WeCom and the database, running. */
export type Core = Readonly<{
  ctx: Context
  /** takes a message in: resolves once it is committed, and only then may its sender be answered */
  receive(message: Inbound): Promise<void>
  jobs: Jobs
  ready(): Promise<Readiness>
  /** the next instant at which something is due, for a clock that is moved */
  nextDue(): Promise<Date | null>
  /** resolves when every message received so far is handled and nothing that is due is left undone */
  idle(): Promise<void>
  close(): Promise<void>
}>

/** Wires the parts together: store, bot, handlers, jobs. Rejects when one of them cannot start; what had started is closed. */
export async function startCore(options: CoreOptions): Promise<Core> {
  const { env, log } = options
  const store = await openStore({ url: env.databaseUrl, log, onFatal: options.onFatal })
  try {
    return await startAround(store, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function startAround(store: Store, options: CoreOptions): Promise<Core> {
  const { env, towns, calendar, log } = options
  const now = options.now ?? (() => new Date())
  const redis = await findRedis({
    redisUrl: env.redisUrl,
    dataDir: env.dataDir,
    folder: env.demo ? 'redis-demo' : 'redis',
    log,
  })
  const media = makeMedia({ dataDir: env.dataDir, log, wsUrl: env.aibot?.wsUrl ?? '' })
  const door = makeDoor()
  const ctx: Context = {
    now,
    id: ulid,
    log,
    store,
    towns,
    calendar,
    media,
    channel: options.channel ?? door.channel,
  }
  const inbound = inboundHandler(ctx)
  for (const town of towns) await store.savePolicy(town.policy)
  const jobs = await startJobs(ctx, { redis, onTimer: (row) => handleTimer(ctx, row), onInbox: inbound.handle })
  store.onDue((due) => jobs.wake(due))
  const receive = receiver(ctx, inbound)
  const onAlarm = (alarm: AibotAlarm) => log.warn({ alarm }, 'the AI bot needs attention')
  const aibot =
    env.aibot &&
    startAibot({
      ...env.aibot,
      onInbound: receive,
      onAlarm,
      towns,
      log,
      now,
      hasWritten: (userid) => store.hasWritten(userid),
    })
  if (aibot) door.open(aibot)
  await recountTentative(ctx)
  return {
    ctx,
    receive,
    jobs,
    ready: () => readiness(ctx, jobs.state()),
    nextDue: () => store.nextDue(),
    idle: async () => {
      await inbound.idle()
      await jobs.idle()
    },
    close: async () => {
      await media.close()
      await jobs.close()
      await aibot?.close()
      await inbound.idle()
      await redis?.close()
      await store.close()
    },
  }
}

/** Commit, then answer: a message is worked on only after its row is safe. */
function receiver(ctx: Context, inbound: InboundHandler): (message: Inbound) => Promise<void> {
  return async (message) => {
    const { row, fresh } = await ctx.store.receive(message, ctx.now())
    if (fresh) inbound.take(row)
  }
}

/** The channel exists before the bot does: until it is open, everything waits. */
function makeDoor() {
  let bot: Aibot | null = null
  const channel: Destination = {
    send: async (rows, now) =>
      bot?.channel.send(rows, now) ?? {
        outcome: 'wait',
        until: new Date(now.getTime() + 2000),
        reason: 'no channel is open',
      },
    states: () => [bot?.channel.state() ?? { name: 'aibot', up: false, detail: 'not configured' }],
  }
  return { channel, open: (opened: Aibot) => void (bot = opened) }
}
