import type { Settlement } from '../context.ts'
import type { OutboxRow, Sent, Tried, Undelivered as UndeliveredWhy } from '../domain/notice.ts'
import { CALL_AGAIN_AFTER, RETRY_AFTER, retryAt } from './backoff.ts'
import { faultOf } from './fault.ts'

/** What a send came to: the channel's word, or what it threw. */
export type Result = Sent | Readonly<{ outcome: 'failed'; error: unknown }>

/** A row that waits until its recipient writes. */
export type Held = Readonly<{ row: OutboxRow; shut: boolean; reason: string }>

/** A row whose delivery is over without success: someone must be told before it is parked. */
export type Undeliverable = Readonly<{
  row: OutboxRow
  why: UndeliveredWhy
  reason: string
}>

export type Verdict = Readonly<{
  settled: readonly Settlement[]
  undeliverable: readonly Undeliverable[]
  held: readonly Held[]
}>

/** A `wait` that is already over must not turn into a hot loop. */
const SHORTEST_WAIT = 250

const nothing = { settled: [], undeliverable: [], held: [] } as const satisfies Verdict

/** What follows from one send for each of its rows. Pure but for the jitter of the retries. */
export function verdict(rows: readonly OutboxRow[], result: Result, now: Date): Verdict {
  switch (result.outcome) {
    case 'sent':
      return { ...nothing, settled: rows.map((row) => ({ ...settlement(row, 'sent', now, null), ...triedOf(result) })) }
    case 'wait':
      return { ...nothing, settled: rows.map((row) => waits(row, result, now)) }
    case 'held':
      return { ...nothing, held: rows.map((row) => ({ row, shut: result.shut, reason: result.reason })) }
    case 'unclear':
      return { ...nothing, undeliverable: rows.map((row) => ({ row, why: 'unclear', reason: result.reason })) }
    case 'refused':
      if (rows.length > 1) return { ...nothing, settled: rows.map((row) => alone(row, result.reason, now)) }
      return { ...nothing, undeliverable: rows.map((row) => ({ row, why: result.why, reason: result.reason })) }
    case 'again':
      return failures(rows, result.reason, now, { door: result.door, skipped: result.skipped })
    case 'failed':
      return failures(rows, faultOf(result.error), now, null)
  }
}

function triedOf({ door, skipped }: Sent & { outcome: 'sent' }): Readonly<{ tried?: Tried }> {
  return door ? { tried: { door, skipped: skipped ?? [] } } : {}
}

export function settlement(
  row: OutboxRow,
  status: 'sent' | 'parked' | 'skipped' | 'waiting',
  at: Date,
  reason: string | null,
): Settlement {
  return { id: row.id, status, attempt: status !== 'skipped', reason, at }
}

function waits(row: OutboxRow, sent: Sent & { outcome: 'wait' }, now: Date): Settlement {
  const dueAt = new Date(Math.max(sent.until.getTime(), now.getTime() + SHORTEST_WAIT))
  return { id: row.id, status: 'pending', dueAt, attempt: false, reason: sent.reason, at: now }
}

/** Several rows in one message were refused: perhaps only one of them is at fault, so each goes by itself next time. */
function alone(row: OutboxRow, reason: string, now: Date): Settlement {
  return { id: row.id, status: 'pending', dueAt: now, attempt: true, reason, at: now }
}

function failures(rows: readonly OutboxRow[], reason: string, now: Date, tried: Tried | null): Verdict {
  const settled: Settlement[] = []
  const undeliverable: Undeliverable[] = []
  for (const row of rows) {
    const waits = row.queue === 'hooks' ? CALL_AGAIN_AFTER : RETRY_AFTER
    const dueAt = retryAt(row.attempts + 1, now, Math.random, waits)
    if (dueAt) settled.push({ id: row.id, status: 'pending', dueAt, attempt: true, reason, tried, at: now })
    else undeliverable.push({ row, why: 'gave-up', reason })
  }
  return { ...nothing, settled, undeliverable }
}
