import type { Context, TimerRow } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { drillDue, LAST_BACKUP, LAST_DRILL, nextBackup, noted } from '../domain/backup/due.ts'

/** The name of the timer that backs up by night. */
export const BACKUP = 'backup'

const lastOf = async ({ store }: Context, key: string): Promise<Date | null> => noted((await store.note(key))?.value)

/** Sets the nightly backup going; one that was slept through is made good. */
export async function startBackups(ctx: Context): Promise<void> {
  const now = ctx.now()
  const dueAt = ctx.backups ? nextBackup(await lastOf(ctx, LAST_BACKUP), now, ctx.backups.at) : null
  await ctx.store.commit({ timers: [{ subject: BACKUP, kind: BACKUP, dueAt, step: 0 }] }, now)
}

/** Begins one, and once a week a trial of it, in a process beside; nobody waits for it. One that fails is tried again the next night. */
export async function backUp(ctx: Context, { subject, kind, step }: TimerRow, { now }: World): Promise<Decision> {
  if (!ctx.backups) return { timers: [{ subject, kind, dueAt: null, step: 0 }] }
  ctx.backups.begin(drillDue(await lastOf(ctx, LAST_DRILL), now))
  return { timers: [{ subject, kind, dueAt: nextBackup(now, now, ctx.backups.at), step: step + 1 }] }
}
