import type { Context, Due } from '../context.ts'

const HORIZON = 5 * 60_000
const PAGE = 5_000

/**
 * Redis knows only what is due soon, so that its memory stays small however many deadlines there are.
 * What lies beyond is put there when it has come near.
 */
export type Horizon = Readonly<{
  /** Is this row to be put into Redis now, or will `feed` find it later? */
  covers(dueAt: Date): boolean
  /** Puts into Redis what has come within the horizon since the last time. */
  feed(): Promise<void>
  /** Redis forgot: the next `feed` starts over, and brings what is overdue, too. */
  reset(): void
}>

export function horizon(ctx: Context, enqueue: (due: Due) => void): Horizon {
  let fedUntil = 0

  /** Every row at the last instant of a full page may not have been on it: that instant is read again. */
  function after(page: readonly Due[], full: boolean, from: Date, until: Date): Date {
    const last = page.at(-1)?.dueAt
    if (!last || !full) return until
    return new Date(Math.max(last.getTime() - 1, from.getTime() + 1))
  }

  async function feedBetween(start: Date, until: Date) {
    let take = PAGE
    for (let from = start; from < until;) {
      const page = await ctx.store.upcoming(from, until, take)
      const full = page.length === take
      // more than a page at one and the same instant: only a longer page shows the others
      if (full && page[0]?.dueAt.getTime() === page.at(-1)?.dueAt.getTime()) {
        take *= 2
        continue
      }
      page.forEach(enqueue)
      from = after(page, full, from, until)
      take = PAGE
    }
  }

  return {
    // by the clock as it is now: one that was put forward must not leave new rows to the sweeper
    covers: (dueAt) => dueAt.getTime() <= ctx.now().getTime() + HORIZON,
    async feed() {
      const now = ctx.now().getTime()
      const start = fedUntil === 0 ? 0 : Math.max(fedUntil, now)
      fedUntil = now + HORIZON
      try {
        await feedBetween(new Date(start), new Date(fedUntil))
      } catch (error) {
        fedUntil = start
        throw error
      }
    },
    reset: () => void (fedUntil = 0),
  }
}
