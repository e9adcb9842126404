import type { Context, TimerRow } from '../context.ts'
import type { Decision, TimerChange } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { addDays, dayOf, instant } from '../domain/calendar/zone.ts'
import type { Daily } from './slice.ts'
import { dailies } from './slices.ts'
import { worldOf } from './world.ts'
import { setStanding } from './standing.ts'

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
  const world = worldOf(ctx)
  const ahead = await Promise.all(dailies.map((daily) => ofToday(ctx, daily, world)))
  await setStanding(ctx, [...dailies.map((daily) => armed(daily, world.now, 0)), ...ahead.flat()])
}

/** What would have been set last night. A timer that stands already is left alone: it may be due, and was slept through. */
async function ofToday(ctx: Context, daily: Daily, world: World): Promise<TimerChange[]> {
  if (!daily.arms) return []
  const { timers = [] } = await daily.work(ctx, world)
  const stands = async ({ subject, kind }: TimerChange) =>
    (await ctx.store.timersOf(subject)).some((timer) => timer.kind === kind)
  const found = await Promise.all(timers.map(async (timer) => ((await stands(timer)) ? [] : [timer])))
  return found.flat()
}

/** The work of the day, or null where the timer is none of these. */
export async function onDaily(ctx: Context, row: TimerRow, world: World): Promise<Decision | null> {
  const daily = dailies.find(({ kind }) => kind === row.kind)
  if (row.subject !== SUBJECT || !daily) return null
  const decision = await daily.work(ctx, world)
  return { ...decision, timers: [...(decision.timers ?? []), armed(daily, world.now, row.step + 1)] }
}
