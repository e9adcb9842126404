import type { OnTimer } from '../slice.ts'
import { timerKind } from '../../domain/legal/clocks.ts'
import { CLOCKS, type ClockName } from '../../domain/legal/clockNames.ts'
import { fireFile } from '../../domain/legal/fire.ts'
import { fileInHand } from './find.ts'

const onClock =
  (clock: ClockName): OnTimer =>
  async (ctx, row, world) => {
    const cleared = { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
    const entry = await ctx.store.entry(row.subject)
    const task = entry?.kind === 'file' && entry.taskId ? await ctx.store.task(entry.taskId) : null
    if (entry?.kind !== 'file' || !task) return cleared
    return fireFile(await fileInHand({ ctx }, task, entry), entry, { clock, step: row.step }, world)
  }

/** The terms of the files, each by its own kind of timer. */
export const fileTimers: Readonly<Record<string, OnTimer>> = Object.fromEntries(
  CLOCKS.map((clock) => [timerKind(clock), onClock(clock)]),
)
