import type { Context, Due } from '../context.ts'
import type { Activity } from './activity.ts'
import type { Cooldown } from './cooldown.ts'
import { findDue, PAGE } from './due.ts'
import { offer, type Local } from './local.ts'

/** A row whose job was put into Redis again this often without effect is done here: the queue does not move. */
const TIMES_THROUGH_REDIS = 2
/** With so many rows in hand, reading pages full of those same messages is waste: it is done only every so many ms. */
const BUSY = 50
const BUSY_LOOK = 2_000

export type Sweeper = Readonly<{
  /** Takes on, in this process, what is due by the app's clock; answers how many rows that were. */
  round(): Promise<number>
  /** Rounds until a page is no longer full, easy on the database while there is much in hand; answers how many rows were taken on. */
  rounds(): Promise<number>
  /** Gives rows that have been due since `before` to `enqueue` again: their job was lost. */
  lost(before: Date, enqueue: (due: Due) => void): Promise<void>
}>

/** The database keeps the work; this finds what no queue, alarm or wake-up has brought. */
export function sweeper(ctx: Context, local: Local, shared: { activity: Activity; cooldown: Cooldown }): Sweeper {
  const offered = sightings()
  const enqueued = sightings()
  let full = false
  let lookedAt = 0
  let chain: Promise<unknown> = Promise.resolve()

  /** Rounds follow one another: two at once would take each other's rows for rows without effect. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = chain.then(work)
    chain = result.catch(() => undefined)
    return result
  }

  async function find(now: Date, messages: boolean): Promise<readonly Due[]> {
    if (messages) lookedAt = performance.now()
    const found = await findDue(ctx, local, shared.cooldown, now, messages)
    full = found.full
    return found.due
  }

  /** It was offered in the round before, it has ended, and it is still due: its work had no effect. */
  function rest(due: Due) {
    const fails = shared.cooldown.failed(due.id, due.dueAt)
    if (fails > 1) ctx.log.warn({ id: due.id, kind: due.kind, fails }, 'a row is still due after its work was done')
  }

  const thrifty = () => shared.activity.count() < BUSY || performance.now() - lookedAt > BUSY_LOOK

  async function roundNow(messages: boolean): Promise<number> {
    const due = await find(ctx.now(), messages)
    const times = offered(due)
    const fresh = due.filter((_, i) => times[i] === 1)
    due.forEach((one, i) => times[i] !== 1 && rest(one))
    for (const one of fresh) offer(local, one)
    return fresh.length
  }

  return {
    round: () => inTurn(() => roundNow(true)),
    async rounds() {
      let total = 0
      for (;;) {
        const taken = await inTurn(() => roundNow(thrifty()))
        total += taken
        if (taken === 0 || !full) return total
        await shared.activity.fallenTo(PAGE / 2)
      }
    },
    lost: (before, enqueue) =>
      inTurn(async () => {
        const due = await find(before, true)
        const times = enqueued(due)
        due.forEach((one, i) => ((times[i] ?? 1) > TIMES_THROUGH_REDIS ? offer(local, one) : enqueue(one)))
      }),
  }
}

/** Counts in how many looks on end a row was found due at the same instant. */
function sightings(): (due: readonly Due[]) => number[] {
  let seen = new Map<string, { dueAt: number; times: number }>()
  return (due) => {
    const before = seen
    seen = new Map()
    return due.map(({ id, dueAt }) => {
      const last = before.get(id)
      const times = last?.dueAt === dueAt.getTime() ? last.times + 1 : 1
      seen.set(id, { dueAt: dueAt.getTime(), times })
      return times
    })
  }
}
