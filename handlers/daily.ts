import type { Context, TimerRow } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { addDays, dayOf, instant } from '../domain/calendar/zone.ts'
import type { Daily } from './slice.ts'
import { dailies } from './slices.ts'

/** The subject of the timers of what is done every day. */
const SUBJECT = 'daily'

/** The next time it is that minute of the day, Asia/Shanghai. */
export function nextTime(now: Date, at: number): Date {
  const today = instant(dayOf(now), at)
  return today > now ? today : instant(addDays(dayOf(now), 1), at)
}

const armed = ({ kind, at }: Daily, now: Date, step: number) => ({
  subject: SUBJECT,
  kind,
  dueAt: nextTime(now, at),
  step,
})

/** Sets going what is done every day; once it is, each sets itself. */
export async function startDailies(ctx: Context): Promise<void> {
  const now = ctx.now()
  await ctx.store.commit({ timers: dailies.map((daily) => armed(daily, now, 0)) }, now)
}

/** The work of the day, or null where the timer is none of these. */
export async function onDaily(ctx: Context, row: TimerRow, world: World): Promise<Decision | null> {
  const daily = dailies.find(({ kind }) => kind === row.kind)
  if (row.subject !== SUBJECT || !daily) return null
  const decision = await daily.work(ctx, world)
  return { ...decision, timers: [...(decision.timers ?? []), armed(daily, world.now, row.step + 1)] }
}
