import type { Context, TimerRow } from '../context.ts'
import type { Decision, NewAccess } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { addDays, DAY, dayOf, instant } from '../domain/calendar/zone.ts'
import { FILE_RETENTION, RETENTION, type RetainedFiles, type RetainedText } from '../domain/privacy/retention.ts'
import { setStanding } from './standing.ts'

/** The name of the timer that forgets by night. */
export const PURGE = 'purge'
/** minutes after midnight, Asia/Shanghai */
const AT = 3 * 60 + 10
const BATCH = 2000

const nextNight = (now: Date): Date => {
  const today = instant(dayOf(now), AT)
  return today > now ? today : instant(addDays(dayOf(now), 1), AT)
}

export async function startPurge(ctx: Context): Promise<void> {
  await setStanding(ctx, [{ subject: PURGE, kind: PURGE, dueAt: nextNight(ctx.now()), step: 0 }])
}

/** 到期清除: what was kept long enough goes, in batches, and it is written down how much of each class. Events and open cases stay. */
export async function purge(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const access: NewAccess[] = []
  for (const [kind, days] of entries(RETENTION)) note(access, world, kind, await words(ctx, kind, before(world, days)))
  for (const [kind, days] of entries(FILE_RETENTION))
    note(access, world, kind, await files(ctx, kind, before(world, days), world.now))
  // it can be seen that nothing was due, and not only that nothing was written down
  if (access.length === 0) access.push(logged(world, 'all 0'))
  const timers = [{ subject: row.subject, kind: row.kind, dueAt: nextNight(world.now), step: row.step + 1 }]
  return { access, timers }
}

const entries = <K extends string>(days: Readonly<Record<K, number>>) => Object.entries(days) as [K, number][]
const before = ({ now }: World, days: number): Date => new Date(now.getTime() - days * DAY)

async function words({ store }: Context, kind: RetainedText, until: Date): Promise<number> {
  for (let count = 0; ;) {
    const gone = await store.purge(kind, until, BATCH)
    count += gone
    if (gone < BATCH) return count
  }
}

/** The file first: a row that points to nothing is found again, a file nobody points to never would be. */
async function files({ store, media }: Context, kind: RetainedFiles, until: Date, now: Date): Promise<number> {
  for (let count = 0; ;) {
    const going = await store.filesToGo({ what: kind, before: until }, BATCH)
    if (going.ids.length > 0) {
      await media.remove(going.files)
      await store.commit({ filesGone: going.ids }, now)
    }
    count += going.ids.length
    if (going.ids.length < BATCH) return count
  }
}

function note(access: NewAccess[], world: World, kind: string, count: number): void {
  if (count === 0) return
  access.push(logged(world, `${kind} ${count}`))
}

const logged = (world: World, reason: string): NewAccess => ({
  id: world.id(),
  kind: 'purge',
  by: 'system',
  second: null,
  caseNo: null,
  reason,
  at: world.now,
})
