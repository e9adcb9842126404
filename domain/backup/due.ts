import { addDays, DAY, dayOf, instant, MINUTE } from '../calendar/zone.ts'

/** Notes of the store: when a backup was last made and found well, and when one was last restored to see whether it can be. ISO instants. */
export const LAST_BACKUP = 'last backup'
export const LAST_DRILL = 'last drill'
/** Why the last one failed: a code, and nothing else. Taken away by the next that does not. */
export const BACKUP_FAULT = 'last backup fault'

const WEEK = 7 * DAY
/** a night later or earlier is the same week */
const SLACK = DAY / 2
const STALE = 2 * DAY

/** Is it time to restore one for a trial? Once a week. */
export const drillDue = (last: Date | null, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() >= WEEK - SLACK

/** Two nights without one: somebody must look. */
export const isStale = (last: Date | null, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() > STALE

/** An instant as a note holds it; null where there is none that can be read. */
export function noted(value: string | undefined): Date | null {
  const at = new Date(value ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}

/** After a start, when people have other worries. */
const SOON = 10 * MINUTE

/** When the next backup is due: at that minute of the day; a night the computer was switched off is made good soon. */
export function nextBackup(last: Date | null, now: Date, at: number): Date {
  const today = instant(dayOf(now), at)
  const [before, next] =
    today > now ? [instant(addDays(dayOf(now), -1), at), today] : [today, instant(addDays(dayOf(now), 1), at)]
  return last !== null && last >= before ? next : new Date(Math.min(next.getTime(), now.getTime() + SOON))
}
