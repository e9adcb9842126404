import { fireWork } from '../../domain/work/due.ts'
import { inHand } from '../cases.ts'
import type { OnTimer } from '../slice.ts'

/** Something in the book of a case came due. */
export const onDue: OnTimer = async (ctx, row, world) => {
  const entry = await ctx.store.entry(row.subject)
  const task = entry?.taskId ? await ctx.store.task(entry.taskId) : null
  if (!entry || !task) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  return fireWork(await inHand(ctx, task), entry, row.step, world)
}
