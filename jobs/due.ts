import type { Context, Due } from '../context.ts'
import type { Cooldown } from './cooldown.ts'
import type { Local } from './local.ts'
import { dueOf } from './deliver.ts'
import { queueOf } from './local.ts'

export const PAGE = 500

/** Rows that are due and that nobody in this process is working on or resting from; `full` = there may be more. */
export type Found = Readonly<{ due: readonly Due[]; full: boolean }>

/**
 * Asks the database what is due at `now`: the truth behind every queue. Pages grow by what must be left alone,
 * so bad rows hide nobody. Without `messages` only timers are looked for.
 */
export async function findDue(
  ctx: Context,
  local: Local,
  cooldown: Cooldown,
  now: Date,
  messages = true,
): Promise<Found> {
  const limit = PAGE + cooldown.size()
  const [rows, timers] = await Promise.all([
    messages ? ctx.store.dueOutbox(now, limit) : [],
    ctx.store.dueTimers(now, limit),
  ])
  const all: Due[] = [...rows.map(dueOf), ...timers.map(({ id, dueAt }): Due => ({ kind: 'timer', id, dueAt }))]
  const due = all.filter((one) => !local[queueOf(one)].has(one.id) && !cooldown.rests(one.id, one.dueAt))
  return { due, full: rows.length === limit || timers.length === limit }
}
