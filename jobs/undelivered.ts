import type { Context, Settlement } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { OutboxRow } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import type { World } from '../domain/world.ts'
import type { Held, Undeliverable } from './outcome.ts'
import { heldBack } from '../domain/case/held.ts'
import { undelivered } from '../domain/case/undelivered.ts'
import { faultOf, isLostRace } from './fault.ts'
import { settlement } from './outcome.ts'

const RACES = 5
const TRY_AGAIN = 30_000

type Decide = (task: Task | null, world: World) => Decision

/** Commits what a failed delivery leads to (somebody else is told) and only then answers how the row is settled. */
export function teller(ctx: Context) {
  async function decide(row: OutboxRow, by: Decide, races = 0): Promise<void> {
    const task = row.taskId === null ? null : await ctx.store.task(row.taskId)
    const world = { towns: ctx.towns, calendar: ctx.calendar, now: ctx.now(), id: ctx.id }
    const decision = by(task, world)
    if (Object.keys(decision).length === 0) return
    try {
      await ctx.store.commit(decision, world.now)
    } catch (error) {
      if (!isLostRace(error) || races >= RACES) throw error
      await decide(row, by, races + 1)
    }
  }

  /** Null when it could not be committed: the row is looked at again soon. */
  async function told(row: OutboxRow, reason: string, by: Decide): Promise<Settlement | null> {
    try {
      await decide(row, by)
      return null
    } catch (error) {
      ctx.log.error(
        { id: row.id, fault: faultOf(error) },
        'an undelivered message could not be reported, it is tried again',
      )
      const dueAt = new Date(ctx.now().getTime() + TRY_AGAIN)
      return { id: row.id, status: 'pending', dueAt, attempt: false, reason, at: ctx.now() }
    }
  }

  return {
    async undelivered({ row, why, reason }: Undeliverable): Promise<Settlement> {
      const later = await told(row, reason, (task, world) => undelivered(row, task, why, world))
      if (later) return later
      ctx.log.warn({ id: row.id, queue: row.queue, why, reason }, 'a message cannot be delivered and was parked')
      return settlement(row, 'parked', ctx.now(), `${why}: ${reason}`)
    },
    async held({ row, shut, reason }: Held): Promise<Settlement> {
      const later = shut ? await told(row, reason, (task, world) => heldBack(row, task, world)) : null
      return later ?? { ...settlement(row, 'waiting', ctx.now(), reason), attempt: false }
    },
  }
}
