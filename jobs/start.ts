import type { Context, Due, TimerRow } from '../context.ts'
import type { InboxRow } from '../domain/decision.ts'
import type { RedisSource } from './redis/source.ts'
import { activity as newActivity } from './activity.ts'
import { alarm as newAlarm } from './alarm.ts'
import { cooldown as newCooldown } from './cooldown.ts'
import { calm } from './calm.ts'
import { every } from './every.ts'
import { inboxSweep } from './inbox.ts'
import { atMost } from './limit.ts'
import type { BoardWords, QueueBoard } from './board.ts'
import { BUSINESS_QUEUES, localQueues, offer, queueOf, type BusinessQueue } from './local.ts'
import { stateOf, type JobsState, type Waiting } from './state.ts'
import { sweeper as newSweeper } from './sweeper.ts'

export type Jobs = Readonly<{
  /** Committed rows want work; give this to `store.onDue`. */
  wake(due: readonly Due[]): void
  /** Does everything that is due by `ctx.now()`, and what follows from it; resolves when nothing is due any more. For clocks that were moved. */
  sweep(): Promise<void>
  /** Resolves when nothing is in flight and nothing is due; leaves the work to the queue as long as that moves. */
  idle(): Promise<void>
  mode(): 'bullmq' | 'local'
  state(): JobsState
  /** The page of the queues below a path; null while they do not run on Redis. */
  board(path: string, words: BoardWords): Promise<QueueBoard['plugin'] | null>
  /** Who leads has changed. */
  seated(): void
  /** Ends what is in flight and starts nothing new; never takes longer than 5 s. The Redis itself is closed by its owner. */
  close(): Promise<void>
}>

type Deps = Readonly<{
  redis: RedisSource | null
  /** May this process deliver, sweep and keep the schedule just now? One of several may. */
  leads(): boolean
  /** does it fire timers, whoever leads? */
  fires: boolean
  /** decides and commits; a timer whose decision throws is tried again */
  onTimer(row: TimerRow): Promise<void>
  onInbox(row: InboxRow): Promise<void>
}>

const LOCAL_POLL = 500
/** between two looks at the database, however much is due */
const BREATH = 100
const MEND = 10_000
const FEED = 60_000
const INBOX = 2_000
/** what the last run left unhandled may hold up the start this long */
const LEFT_OVER = 5_000
const LOST_AFTER = 3_000
const SOON = 250
/** of the 5 s: for jobs of BullMQ that run */
const LET_END = 3_000
/** Beyond this many rows in memory the database is memory enough: the sweeper brings them. */
const MEMORY = 20_000
const CLOSING = 4_500

/** Starts the queues: on BullMQ where Redis answers, in this process while it does not. */
export async function startJobs(ctx: Context, deps: Deps): Promise<Jobs> {
  const shared = { activity: newActivity(), cooldown: newCooldown() }
  const local = localQueues(ctx, shared, { onTimer: deps.onTimer, wake, soon })
  const sweeper = newSweeper(ctx, local, shared)
  const inbox = inboxSweep(ctx, deps.onInbox, shared)
  const alarm = newAlarm(ctx.now, () => void polling.now())
  const { leads } = deps
  const hooks = { serves, leads, handle, tick: () => void mending.now(), changed, rejected: takeOn }
  // BullMQ and its page are loaded where they are used: a township without Redis has no memory to spare for them
  const link = deps.redis && (await import('./link.ts')).redisLink(ctx, deps.redis, hooks)
  const onBullmq = () => link?.up() ?? false
  let stopped = false
  let inRedis: Waiting | null = null
  let board: QueueBoard | null = null
  const quiet = calm(ctx, local, shared, { sweeper, leads, onBullmq, stopped: () => stopped })

  const polling = every(LOCAL_POLL, 'looking for due work', ctx.log, async () => {
    if (onBullmq() || !leads()) return
    const taken = await sweeper.rounds()
    const soonest = new Date(ctx.now().getTime() + BREATH)
    const [next] = await ctx.store.upcoming(ctx.now(), new Date(soonest.getTime() + 60_000), 1)
    // where much is due, more has become due meanwhile
    if (taken > 0) alarm.arm(soonest)
    else if (next) alarm.arm(next.dueAt > soonest ? next.dueAt : soonest)
  })
  const mending = every(MEND, 'looking for lost jobs', ctx.log, async () => {
    if (!link?.up() || !leads()) return
    await sweeper.lost(new Date(ctx.now().getTime() - LOST_AFTER), link.add)
    inRedis = await link.counts()
  })
  const feeding = every(FEED, 'filling the queues', ctx.log, async () => (leads() ? link?.feed() : undefined))
  const inboxing = every(INBOX, 'looking for unhandled messages', ctx.log, async () =>
    leads() ? inbox.old() : undefined,
  )

  function wake(due: readonly Due[]) {
    const now = ctx.now()
    for (const one of due) {
      if (local[queueOf(one)].has(one.id)) offer(local, one)
      else if (link?.up()) link.add(one)
      else if (!leads()) continue
      else if (one.dueAt > now) alarm.arm(one.dueAt)
      else if (local[queueOf(one)].size() < MEMORY) offer(local, one)
    }
  }

  /** What could not be put into Redis is done here; what is due later is found in the database when its time has come. */
  function takeOn(due: readonly Due[]) {
    const now = ctx.now()
    if (!leads()) return
    for (const one of due) if (one.dueAt <= now) offer(local, one)
  }

  function serves(): readonly BusinessQueue[] {
    return BUSINESS_QUEUES.filter((name) => (name === 'timers' ? deps.fires : leads()))
  }

  function soon(due: Due) {
    const wait = due.dueAt.getTime() - ctx.now().getTime()
    setTimeout(() => offer(local, due), Math.max(wait, SOON)).unref()
  }

  /** A job may come just when another process has taken over: there the row is found again. */
  function handle(queue: BusinessQueue, id: string, urgent: boolean): Promise<void> {
    if (!serves().includes(queue)) return Promise.resolve()
    const done = local[queue].handle(id, urgent)
    quiet.arrived()
    return done
  }

  function changed() {
    if (!leads()) return
    if (link?.up()) void sweeper.lost(ctx.now(), link.add).catch(() => mending.now())
    else void polling.now()
  }

  /** What the one before had in hand may still be locked in Redis for a while: it is looked for in the database. */
  function seated() {
    link?.reopen()
    if (leads()) void sweeper.rounds().catch(() => polling.now())
  }

  async function close() {
    stopped = true
    for (const loop of [polling, mending, feeding, inboxing]) loop.stop()
    alarm.clear()
    board?.close()
    for (const name of BUSINESS_QUEUES) local[name].stop()
    await atMost(CLOSING, Promise.all([link?.close(LET_END), shared.activity.fallenTo(0)]))
  }

  // among several, what is unhandled may be in another's hands just now: it is looked for a little later
  if (ctx.store.alone) await atMost(LEFT_OVER, inbox.all())
  // in Redis these may still be held by the process that died, for as long as its locks last
  if (ctx.store.alone) await atMost(LEFT_OVER, sweeper.rounds())
  await link?.check()
  if (!onBullmq()) ctx.log.info({ redis: deps.redis?.label ?? 'none' }, 'the queues run in this process')
  await polling.now()

  return {
    wake,
    sweep: quiet.sweep,
    idle: quiet.idle,
    mode: () => (onBullmq() ? 'bullmq' : 'local'),
    state: () => stateOf(local, deps.redis, link, inRedis, leads()),
    async board(path, words) {
      if (!deps.redis || !onBullmq()) return null
      const { queueBoard } = await import('./board.ts')
      board ??= queueBoard(deps.redis, path, words)
      return board.plugin
    },
    seated,
    close,
  }
}
