import { statfs } from 'node:fs/promises'
import { certificateOf } from '../bot/doctor/certificate.ts'
import { aheadOf } from '../bot/doctor/clock.ts'
import type { Env } from '../config/env.ts'
import type { Context, Store } from '../context.ts'
import { LAST_BACKUP } from '../domain/backup/due.ts'
import { dayFrom, dayOf, DAY, HOUR, MINUTE } from '../domain/calendar/zone.ts'
import { knownUntil } from '../domain/calendar/workday.ts'
import type { Backup, Certificate, Seen, Skew } from '../domain/alarm/seen.ts'
import { ends } from '../domain/duty/countdown.ts'
import { lastVerified } from '../handlers/verified.ts'
import { externalRedis } from '../jobs/redis/source.ts'
import { lookAtRedis } from '../jobs/redis/trouble.ts'
import { remembered } from './remembered.ts'

export { lastVerified }

type EyesOptions = Readonly<{
  ctx: Context
  env: Env
  redis(): Seen['redis']
  /** the time of this machine, whatever time it is for the township */
  wall(): Date
}>

/** Looks at the machine: everything /metrics, the page of the machine and the alarms speak of is seen here, once. */
export type Eyes = Readonly<{
  /** what can be seen at once, and of the rest what was seen last */
  glance(): Promise<Seen>
  /** the same, and what takes a while */
  look(): Promise<Seen>
}>

const FIRST = 'first start'

export function openEyes({ ctx, env, redis, wall }: EyesOptions): Eyes {
  const { store } = ctx
  const certificate = remembered(
    () => lookAtCertificate(env),
    (found) => (found && 'fault' in found ? 10 * MINUTE : 6 * HOUR),
  )
  const skews = remembered(
    () => lookAtClocks(env, ctx, wall),
    () => HOUR,
  )

  async function glance(): Promise<Seen> {
    const now = ctx.now()
    const [database, oldest, parked, disk, backup, chain] = await Promise.all([
      store.ping().then(
        () => 'ok' as const,
        () => 'away' as const,
      ),
      unless(store.oldestUnsent(now)),
      unless(store.parkedSince(new Date(now.getTime() - DAY))),
      unless(diskOf(env.dataDir)),
      env.demo ? null : unless(backupOf(store)),
      unless(lastVerified(store)),
    ])
    return {
      channels: ctx.channel.states().map(({ name, up }) => ({ name, up })),
      database,
      unsent: oldest && Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1000)),
      redis: redis(),
      ...{ disk, backup, chain, parked },
      calendarUntil: knownUntil(ctx.calendar),
      certificate: certificate.known(),
      skews: skews.known() ?? [],
      ends: firstEnds(ctx),
    }
  }

  return {
    glance,
    async look() {
      await Promise.all([certificate.look(), skews.look(), unless(begin(ctx, env))])
      return glance()
    },
  }
}

/** What cannot be seen is not spoken of; that the database is away is seen by itself. */
const unless = <T>(found: Promise<T>): Promise<T | null> => found.catch(() => null)

/** From when the first backup is waited for. */
async function begin({ store, now }: Context, { demo }: Env): Promise<void> {
  if (demo || (await store.note(FIRST))) return
  await store.claimNote({ key: FIRST, value: now().toISOString(), until: null }, now())
}

async function backupOf(store: Pick<Store, 'note'>): Promise<Backup | null> {
  const [first, made] = await Promise.all([store.note(FIRST), store.note(LAST_BACKUP)])
  return first && { since: new Date(first.value), made: made ? new Date(made.value) : null }
}

async function diskOf(folder: string): Promise<Seen['disk']> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, size: blocks * bsize }
}

export async function lookAtCertificate({ publicUrl, demo }: Env): Promise<Certificate | null> {
  return publicUrl?.startsWith('https:') && !demo ? certificateOf(publicUrl) : null
}

/** The Redis that is named in the settings; `none` where there is none, or one of our own. */
export const lookAtQueue = async ({ redisUrl }: Env): Promise<Seen['redis']> =>
  redisUrl === null || redisUrl === 'none' ? 'none' : lookAtRedis(externalRedis(redisUrl))

/** Whoever answers us at WeCom says what time it is. */
export async function lookAtWecomsClock({ aibot, app, apiBase, demo }: Env, wall: () => Date): Promise<Skew[]> {
  const wecom = app ? apiBase : (aibot?.wsUrl.replace(/^ws/u, 'http') ?? null)
  const seconds = wecom === null || demo ? null : await aheadOf(wecom, wall)
  return seconds === null ? [] : [{ against: 'wecom', seconds }]
}

async function lookAtClocks(env: Env, { store }: Context, wall: () => Date): Promise<Skew[]> {
  const wecom = await lookAtWecomsClock(env, wall)
  const before = wall().getTime()
  const database = await unless(store.clock())
  const middle = (before + wall().getTime()) / 2
  return [
    ...wecom,
    ...(database ? [{ against: 'database' as const, seconds: Math.round((middle - database.getTime()) / 1000) }] : []),
  ]
}

/** Days until the first of each kind ends, in any township. */
function firstEnds({ towns, now }: Context): Seen['ends'] {
  const today = dayFrom(dayOf(now()))
  const found: Partial<Record<keyof Seen['ends'], number>> = {}
  for (const { what, until } of towns.flatMap(ends))
    found[what] = Math.min(found[what] ?? Infinity, dayFrom(until) - today)
  return found
}
