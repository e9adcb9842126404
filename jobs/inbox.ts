import type { Context } from '../context.ts'
import type { InboxRow } from '../domain/decision.ts'
import type { Activity } from './activity.ts'
import type { Cooldown } from './cooldown.ts'
import { faultOf } from './fault.ts'

const PAGE = 200
const LEAVE_ALONE = 5_000

/** Messages that were acknowledged but not handled: after a crash, or when a handler threw. */
export type InboxSweep = Readonly<{
  /** At start: everything unhandled is from before, and is handled now. */
  all(): Promise<void>
  /** Later: what was seen unhandled 5 s ago and still is. Real time, because the app's clock may be moved. */
  old(): Promise<void>
}>

export function inboxSweep(
  ctx: Context,
  onInbox: (row: InboxRow) => Promise<void>,
  shared: { activity: Activity; cooldown: Cooldown },
): InboxSweep {
  let seen = new Map<string, number>()
  const busy = new Set<string>()

  async function handle(row: InboxRow) {
    busy.add(row.id)
    shared.activity.start()
    try {
      await onInbox(row)
    } catch (error) {
      const fails = shared.cooldown.failed(row.id, row.receivedAt)
      ctx.log.error(
        { id: row.id, fails, fault: faultOf(error) },
        'a received message could not be handled, it is tried again',
      )
    } finally {
      busy.delete(row.id)
      shared.activity.end()
    }
  }

  async function page(): Promise<InboxRow[]> {
    const rows = await ctx.store.unhandled(PAGE + shared.cooldown.size() + busy.size)
    return rows.filter((row) => !busy.has(row.id) && !shared.cooldown.rests(row.id, row.receivedAt))
  }

  /** One after the other, in the order they came: a person's answer must not overtake his report. */
  async function inOrder(rows: readonly InboxRow[]) {
    for (const row of rows) await handle(row)
  }

  return {
    async all() {
      const done = new Set<string>()
      for (;;) {
        const rows = (await page()).filter((row) => !done.has(row.id))
        if (rows.length === 0) return
        for (const row of rows) done.add(row.id)
        await inOrder(rows)
      }
    },
    async old() {
      const now = performance.now()
      const rows = await page()
      const since = new Map(rows.map((row) => [row.id, seen.get(row.id) ?? now]))
      seen = since
      await inOrder(rows.filter((row) => now - (since.get(row.id) ?? now) >= LEAVE_ALONE))
    },
  }
}
