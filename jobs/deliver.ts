import type { Context, Due, Settlement } from '../context.ts'
import { step } from '../crash.ts'
import type { Task } from '../domain/task.ts'
import type { OutboxRow } from '../domain/notice.ts'
import type { Cooldown } from './cooldown.ts'
import type { Work } from './work.ts'
import { togetherWith } from '../domain/digest/oneMessage.ts'
import { stale } from '../domain/notice/stale.ts'
import { sealedRow } from '../domain/notice/seal.ts'
import { casesIn, needsNumbers, withTwins } from '../domain/notice/twins.ts'
import { chatNames } from './address.ts'
import { faultOf } from './fault.ts'
import { within } from './limit.ts'
import { settlement, verdict, type Result } from './outcome.ts'
import { settler } from './settle.ts'
import { teller } from './undelivered.ts'

/** A send that has not come back by then counts as thrown, so that its chat is not stuck for ever. */
const SEND_LIMIT = 60_000

/** A row may come this much too early (clocks of several machines, rounding) and is then simply asked for again. */
export const EARLY = 5_000

export type Merging = Readonly<{ claim(id: string): boolean; unclaim(id: string): void }>

/**
 * The one deliverer behind dispatch, alerts and replies. Before every send the row is read again and the case is
 * looked at again; whatever happens, each row it touched ends up sent, skipped, parked or pending at a later time.
 */
export function deliverer(
  ctx: Context,
  deps: { merging: Merging; wake(due: readonly Due[]): void; soon(due: Due): void; cooldown: Cooldown },
): Work<OutboxRow> {
  const settle = settler(ctx, deps.wake)
  const tell = teller(ctx)
  const taskOf = (row: OutboxRow) => (row.taskId === null ? null : ctx.store.task(row.taskId))

  const entryOf = ({ body }: OutboxRow) => (body.while ? ctx.store.entry(body.while.entry) : null)

  async function read(id: string): Promise<OutboxRow | null> {
    const row = await ctx.store.outbox(id)
    if (!row) return null
    const early = row.dueAt.getTime() - ctx.now().getTime()
    if (early > 0 && early < EARLY) deps.soon(dueOf(row))
    return early > 0 ? null : row
  }

  async function run(row: OutboxRow, release: () => void): Promise<void> {
    const rows = await together(row)
    try {
      const { live, skipped } = await lookAgain(rows)
      const result = live.length > 0 ? await send(await numbered(ctx, live)) : null
      release()
      await Promise.all([settle(rows, skipped), result && conclude(live, result)])
    } finally {
      for (const other of rows) if (other !== row) deps.merging.unclaim(other.id)
    }
  }

  /** What waits for the same chat goes with this one, except emergencies and what failed before: they go by themselves. */
  async function together(row: OutboxRow): Promise<OutboxRow[]> {
    const kind = mergeKind(row)
    if (kind === null) return [row]
    const others = await ctx.store.mergeable(row, ctx.now())
    const fitting = others.filter((other) => other.id !== row.id && mergeKind(other) === kind)
    const free = togetherWith(row, fitting).filter((other) => other !== row && deps.merging.claim(other.id))
    return [row, ...free].sort((a, b) => a.seq - b.seq)
  }

  async function lookAgain(rows: readonly OutboxRow[]) {
    const live: OutboxRow[] = []
    const skipped: Settlement[] = []
    const tasks: (Task | null)[] = await Promise.all(rows.map(taskOf))
    const entries = await Promise.all(rows.map(entryOf))
    rows.forEach((row, i) => {
      const reason = stale(row.body, tasks[i] ?? null, entries[i] ?? null)
      if (reason === null) live.push(sealedRow(row, tasks[i] ?? null, ctx.towns))
      else skipped.push(settlement(row, 'skipped', ctx.now(), reason))
    })
    return { live, skipped }
  }

  async function send(rows: readonly OutboxRow[]): Promise<Result> {
    try {
      step('send')
      const said = await within(SEND_LIMIT, 'the send', ctx.channel.send(rows, ctx.now()))
      step('sent')
      return said
    } catch (error) {
      ctx.log.warn(
        { ids: rows.map((row) => row.id), tries: rows[0]?.attempts, fault: faultOf(error) },
        'a message could not be sent, it is tried again',
      )
      return { outcome: 'failed', error }
    }
  }

  async function conclude(rows: readonly OutboxRow[], result: Result): Promise<void> {
    const { settled, undeliverable, held } = verdict(rows, result, ctx.now())
    const parked = await Promise.all([...undeliverable.map(tell.undelivered), ...held.map(tell.held)])
    await settle(rows, [...settled, ...parked])
  }

  return {
    read,
    run,
    lane: chatNames(ctx.towns),
    rank: (row) => (row.urgent ? row.seq - Number.MAX_SAFE_INTEGER / 2 : row.seq),
    failed(id, row, error) {
      const fails = deps.cooldown.failed(id, row?.dueAt ?? null)
      ctx.log.error({ id, fails, fault: faultOf(error) }, 'a message could not be looked at, it is tried again')
    },
  }
}

/** What is to be typed must mean one case when it is read. */
async function numbered({ store, towns }: Context, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const cases = rows.flatMap((row) => (needsNumbers(row, { towns }) ? casesIn(row.body) : []))
  const twins = cases.length > 0 ? await store.twinsOf([...new Set(cases)]) : []
  if (twins.length === 0) return rows
  return rows.map((row) => (needsNumbers(row, { towns }) ? { ...row, body: withTwins(row.body, twins) } : row))
}

/** Alerts become one message; so does progress to a villager on customer service, who can only be sent a few. */
function mergeKind({ queue, urgent, attempts, to, body }: OutboxRow): string | null {
  if (urgent || attempts > 0) return null
  if (queue === 'alerts') return 'alerts'
  return body.kind === 'progress' && to.kind === 'chat' && to.chat.via === 'kf' ? 'progress' : null
}

export function dueOf(row: OutboxRow): Due {
  return { kind: 'outbox', id: row.id, queue: row.queue, urgent: row.urgent, dueAt: row.dueAt }
}
