import type { Context, Due } from '../context.ts'
import type { Activity } from './activity.ts'
import type { Cooldown } from './cooldown.ts'
import { findDue, PAGE } from './due.ts'
import { offer, type Local } from './local.ts'

/** A row whose job was put into Redis again this often without effect is done here: the queue does not move. */
const TIMES_THROUGH_REDIS = 2

export type Sweeper = Readonly<{
  /** Takes on, in this process, what is due by the app's clock; answers how many rows that were. */
  round(): Promise<number>
  /** Rounds until a page is no longer full; answers how many rows were taken on. */
  rounds(): Promise<number>
  /** Gives rows that have been due since `before` to `enqueue` again: their job was lost. */
  lost(before: Date, enqueue: (due: Due) => void): Promise<void>
}>

/** The database keeps the work; this finds what no queue, alarm or wake-up has brought. */
export function sweeper(ctx: Context, local: Local, shared: { activity: Activity; cooldown: Cooldown }): Sweeper {
  /** rows of the round before and how often they were seen; one that ended and is still due had no effect */
  let seen = new Map<string, { dueAt: number; times: number }>()
  let full = false
  let chain: Promise<unknown> = Promise.resolve()

  /** Rounds follow one another: two at once would take each other's rows for rows without effect. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = chain.then(work)
    chain = result.catch(() => undefined)
    return result
  }

  async function find(now: Date): Promise<(Due & { times: number })[]> {
    const found = await findDue(ctx, local, shared.cooldown, now)
    full = found.full
    const before = seen
    seen = new Map()
    return found.due.map((due) => {
      const last = before.get(due.id)
      const times = last?.dueAt === due.dueAt.getTime() ? last.times + 1 : 1
      seen.set(due.id, { dueAt: due.dueAt.getTime(), times })
      return { ...due, times }
    })
  }

  function rest(due: Due) {
    const fails = shared.cooldown.failed(due.id, due.dueAt)
    if (fails > 1) ctx.log.warn({ id: due.id, kind: due.kind, fails }, 'a row is still due after its work was done')
  }

  async function roundNow(): Promise<number> {
    const due = await find(ctx.now())
    const fresh = due.filter((one) => one.times === 1)
    for (const one of due) if (one.times > 1) rest(one)
    for (const one of fresh) offer(local, one)
    return fresh.length
  }

  return {
    round: () => inTurn(roundNow),
    async rounds() {
      let total = 0
      for (;;) {
        const taken = await inTurn(roundNow)
        total += taken
        if (taken === 0 || !full) return total
        await shared.activity.fallenTo(PAGE / 2)
      }
    },
    lost: (before, enqueue) =>
      inTurn(async () => {
        for (const due of await find(before)) {
          if (due.times > TIMES_THROUGH_REDIS) offer(local, due)
          else enqueue(due)
        }
      }),
  }
}
