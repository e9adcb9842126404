import type { Context, Settlement } from '../context.ts'
import type { Undeliverable } from './outcome.ts'
import { undelivered } from '../domain/case/undelivered.ts'
import { faultOf, isLostRace } from './fault.ts'
import { settlement } from './outcome.ts'

const RACES = 5
const TRY_AGAIN = 30_000

/** Commits what a failed delivery leads to (somebody else is told) and only then answers how the row is parked. */
export function teller(ctx: Context): (failed: Undeliverable) => Promise<Settlement> {
  async function decide({ row, why }: Undeliverable, races: number): Promise<void> {
    const task = row.taskId === null ? null : await ctx.store.task(row.taskId)
    const world = { towns: ctx.towns, calendar: ctx.calendar, now: ctx.now(), id: ctx.id }
    const decision = undelivered(row, task, why, world)
    if (Object.keys(decision).length === 0) return
    try {
      await ctx.store.commit(decision, world.now)
    } catch (error) {
      if (!isLostRace(error) || races >= RACES) throw error
      await decide({ row, why, reason: '' }, races + 1)
    }
  }

  return async (failed) => {
    const { row, why, reason } = failed
    try {
      await decide(failed, 0)
    } catch (error) {
      ctx.log.error(
        { id: row.id, fault: faultOf(error) },
        'an undelivered message could not be reported, it is tried again',
      )
      return {
        id: row.id,
        status: 'pending',
        dueAt: new Date(ctx.now().getTime() + TRY_AGAIN),
        attempt: false,
        reason,
        at: ctx.now(),
      }
    }
    ctx.log.warn({ id: row.id, queue: row.queue, why, reason }, 'a message cannot be delivered and was parked')
    return settlement(row, 'parked', ctx.now(), `${why}: ${reason}`)
  }
}
