import type { Settlement } from '../context.ts'
import type { OutboxRow, Sent } from '../domain/notice.ts'
import { retryAt } from './backoff.ts'
import { faultOf } from './fault.ts'

/** What a send came to: the channel's word, or what it threw. */
export type Result = Sent | Readonly<{ outcome: 'failed'; error: unknown }>

/** A row whose delivery is over without success: someone must be told before it is parked. */
export type Undeliverable = Readonly<{
  row: OutboxRow
  why: 'never-wrote' | 'no-channel' | 'refused' | 'gave-up'
  reason: string
}>

export type Verdict = Readonly<{ settled: readonly Settlement[]; undeliverable: readonly Undeliverable[] }>

/** A `wait` that is already over must not turn into a hot loop. */
const SHORTEST_WAIT = 250

/** What follows from one send for each of its rows. Pure but for the jitter of the retries. */
export function verdict(rows: readonly OutboxRow[], result: Result, now: Date): Verdict {
  switch (result.outcome) {
    case 'sent':
      return { settled: rows.map((row) => settlement(row, 'sent', now, null)), undeliverable: [] }
    case 'wait':
      return { settled: rows.map((row) => waits(row, result, now)), undeliverable: [] }
    case 'refused':
      if (rows.length > 1) return { settled: rows.map((row) => alone(row, result.reason, now)), undeliverable: [] }
      return { settled: [], undeliverable: rows.map((row) => ({ row, why: result.why, reason: result.reason })) }
    case 'failed':
      return failures(rows, faultOf(result.error), now)
  }
}

export function settlement(
  row: OutboxRow,
  status: 'sent' | 'parked' | 'skipped',
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

function failures(rows: readonly OutboxRow[], reason: string, now: Date): Verdict {
  const settled: Settlement[] = []
  const undeliverable: Undeliverable[] = []
  for (const row of rows) {
    const dueAt = retryAt(row.attempts + 1, now)
    if (dueAt) settled.push({ id: row.id, status: 'pending', dueAt, attempt: true, reason, at: now })
    else undeliverable.push({ row, why: 'gave-up', reason })
  }
  return { settled, undeliverable }
}
