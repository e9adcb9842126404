import type { Context } from '../context.ts'
import { startBackups } from './backup.ts'
import { startPurge } from './purge.ts'
import { startCountdown } from './countdown.ts'
import { startDailies } from './daily.ts'
import { dayOf, instant } from '../domain/calendar/zone.ts'
import { setStanding } from './standing.ts'

/** What is done by night, when nobody is in a hurry. */
export const LEARN = 'learn'
const SUBJECT = 'nightly'
/** minutes after midnight, Asia/Shanghai */
const AT = 2 * 60 + 40
const DAY_MS = 24 * 60 * 60_000

/** The next time it is that time of the night. */
export function nextNight(now: Date): Date {
  const today = instant(dayOf(now), AT)
  return today > now ? today : instant(dayOf(new Date(now.getTime() + DAY_MS)), AT)
}

/** Sets the nightly work going; once it is, it sets itself. Learns at once where nothing was learnt yet. */
export async function startNights(ctx: Context): Promise<void> {
  const now = ctx.now()
  await setStanding(ctx, [{ subject: SUBJECT, kind: LEARN, dueAt: nextNight(now), step: 0 }])
  await startCountdown(ctx)
  await startPurge(ctx)
  await startDailies(ctx)
  await startBackups(ctx)
  await ctx.learn?.()
}
