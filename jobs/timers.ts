import type { Context, Due, TimerRow } from '../context.ts'
import { step } from '../crash.ts'
import type { Cooldown } from './cooldown.ts'
import type { Work } from './work.ts'
import { EARLY } from './deliver.ts'
import { faultOf } from './fault.ts'

/**
 * Fires timers: reads the row again, and when it is due by the app's clock lets `onTimer` decide and commit.
 * A timer that throws stays in the table and is tried again, ever more rarely; the timers of other cases go on.
 */
export function timerWork(
  ctx: Context,
  deps: { onTimer(row: TimerRow): Promise<void>; soon(due: Due): void; cooldown: Cooldown },
): Work<TimerRow> {
  return {
    async read(id) {
      const row = await ctx.store.timer(id)
      if (!row) return null
      const early = row.dueAt.getTime() - ctx.now().getTime()
      if (early > 0 && early < EARLY) deps.soon({ kind: 'timer', id, dueAt: row.dueAt })
      return early > 0 ? null : row
    },
    run: (row) => (step('timer'), deps.onTimer(row)),
    lane: (row) => `timer ${row.subject}`,
    rank: (row) => row.dueAt.getTime(),
    failed(id, row, error) {
      const fails = deps.cooldown.failed(id, row?.dueAt ?? null)
      ctx.log.error({ id, kind: row?.kind, fails, fault: faultOf(error) }, 'a timer failed, it is tried again')
    },
  }
}
