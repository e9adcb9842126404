import type { Context, TimerRow } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { addDays, DAY, dayOf, instant } from '../domain/calendar/zone.ts'
import { RETENTION } from '../domain/privacy/retention.ts'

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
  const now = ctx.now()
  await ctx.store.commit({ timers: [{ subject: PURGE, kind: PURGE, dueAt: nextNight(now), step: 0 }] }, now)
}

/** 到期清除: what was kept long enough goes, in batches, and it is written down how much. Events and open cases stay. */
export async function purge({ store }: Context, row: TimerRow, world: World): Promise<Decision> {
  const counts: Record<string, number> = {}
  for (const [kind, days] of Object.entries(RETENTION)) {
    const before = new Date(world.now.getTime() - days * DAY)
    for (;;) {
      const gone = await store.purge(kind as keyof typeof RETENTION, before, BATCH)
      counts[kind] = (counts[kind] ?? 0) + gone
      if (gone < BATCH) break
    }
  }
  const reason = Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')
  const access = {
    id: world.id(),
    kind: 'purge',
    by: 'system',
    second: null,
    caseNo: null,
    reason,
    at: world.now,
  } as const
  return {
    access: [access],
    timers: [{ subject: row.subject, kind: row.kind, dueAt: nextNight(world.now), step: row.step + 1 }],
  }
}
