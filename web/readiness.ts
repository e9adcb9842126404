import type { Context } from '../context.ts'
import { LAST_BACKUP, LAST_DRILL } from '../domain/backup/due.ts'
import type { Standing } from '../domain/alarm/kinds.ts'
import { knownUntil } from '../domain/calendar/workday.ts'

/** What /readyz tells whoever sits at the machine. Nothing in it is secret or personal. */
export type Readiness = Readonly<{
  ok: boolean
  database: 'ok' | 'away'
  queue: 'bullmq' | 'local'
  /** does this process deliver and sweep? One of several does. */
  leads: boolean
  redis: Readonly<Record<string, unknown>>
  channels: readonly Readonly<{ name: string; up: boolean; detail: string }>[]
  /** age in seconds of the oldest due message that is not sent */
  oldestUnsentSeconds: number | null
  /** messages that wait until their recipient writes (待告知); null when the database does not answer */
  waiting: number | null
  /** when it was last backed up, and a backup last restored for a trial; null = never, or the database does not answer */
  backedUp: string | null
  drilled: string | null
  /** the last day the work-day calendar knows */
  calendarKnownUntil: string | null
  /** what the command rooms were, or will be, told of: since when it stands */
  alarms: readonly Readonly<{ kind: string; of: string; since: string }>[]
  now: string
}>

/** What anybody may know: is it well, and which part is not; neither where things lie nor how much waits. */
export const forStrangers = ({ ok, database, queue, channels, now }: Readiness) => ({
  ...{ ok, database, queue, now },
  channels: channels.map(({ name, up }) => ({ name, up })),
})

export type QueueState = Readonly<{ mode: 'bullmq' | 'local'; leads: boolean }> & Readonly<Record<string, unknown>>

/** Ready = the database answers and takes what is written, and the channel is up; without Redis the program works and says so. */
export async function readiness(
  ctx: Context,
  queue: QueueState,
  standing: readonly Standing[] = [],
): Promise<Readiness> {
  const channels = ctx.channel.states()
  // where it lies is a path of the machine
  const { mode, leads, where: _where, ...redis } = queue
  const now = ctx.now()
  const [database, oldest, waiting, backedUp, drilled] = await Promise.all([
    databaseState(ctx),
    ctx.store.oldestUnsent(now).catch(() => null),
    ctx.store.waiting().catch(() => null),
    noteOf(ctx, LAST_BACKUP),
    noteOf(ctx, LAST_DRILL),
  ])
  return {
    ok: database === 'ok' && channels.every((c) => c.up) && !standing.some(({ sign }) => sign.kind === 'database'),
    database,
    queue: mode,
    leads,
    redis,
    channels,
    oldestUnsentSeconds: oldest && Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1000)),
    waiting,
    backedUp,
    drilled,
    calendarKnownUntil: knownUntil(ctx.calendar),
    alarms: standing.map(({ sign: { kind, of }, since }) => ({ kind, of, since })),
    now: now.toISOString(),
  }
}

const noteOf = ({ store }: Context, key: string): Promise<string | null> =>
  store.note(key).then(
    (note) => note?.value ?? null,
    () => null,
  )

async function databaseState(ctx: Context): Promise<'ok' | 'away'> {
  try {
    await ctx.store.ping()
    return 'ok'
  } catch {
    return 'away'
  }
}
