import type { NewAccess } from '../domain/decision.ts'
import type { Recipient } from '../domain/recipient.ts'
import type { Reading } from './database.ts'
import type { AccessLogWhereInput } from './generated/sqlite/models.ts'
import { queueOf } from './rows-out.ts'
import type { AccessQuery, Delivery, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type LogReads = Pick<Store, 'accesses' | 'deliveries' | 'failedSince'>

const since = { at: 'time' } as const satisfies Columns
/** Reasons that differ only in a figure are few; more than this are no summary. */
const MOST_REASONS = 200

type Counted = Readonly<{ status: string; door: string | null; reason: string | null; count: number | bigint }>

/** Who looked at what and did what, and what became of messages. */
export function logReads({ sql, dialect, models }: Reading): LogReads {
  // status and urgency are named so that it is a walk along the index
  const counted = `SELECT "status", "tried" ->> 'door' AS "door", "reason", COUNT(*) AS "count" FROM "outbox" WHERE "status" IN ('pending', 'waiting', 'sent', 'parked', 'skipped') AND "urgent" IN (true, false) AND "dueAt" >= (SELECT "at" FROM ${dialect.source(since)}) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT ${MOST_REASONS}`

  return {
    async accesses(take, query = {}) {
      const orderBy = [{ at: 'desc' as const }, { id: 'desc' as const }]
      const rows = await models.accessLog.findMany({ where: whereOf(query), orderBy, take })
      return rows.map(({ seq: _seq, prevHash: _before, hash: _hash, ...row }) => ({
        ...row,
        kind: row.kind as NewAccess['kind'],
      }))
    },
    async deliveries(at) {
      const rows = await sql.rows<Counted>(counted, dialect.json(since, [{ at }]))
      return rows.map((row) => ({ ...row, status: row.status as Delivery['status'], count: Number(row.count) }))
    },
    async failedSince(at, take) {
      const rows = await models.outbox.findMany({
        where: { status: { in: ['parked', 'waiting'] }, dueAt: { gte: at } },
        select: { id: true, status: true, to: true, queue: true, reason: true, dueAt: true },
        orderBy: [{ dueAt: 'desc' }, { seq: 'desc' }],
        take,
      })
      return rows.map(({ to, queue, status, ...row }) => ({
        ...row,
        status: status as Delivery['status'],
        queue: queueOf(queue),
        // a row this program wrote itself: its shape is the one that was written
        to: to as unknown as Recipient,
      }))
    },
  }
}

function whereOf({ kinds, by, from, until, after }: AccessQuery): AccessLogWhereInput {
  return {
    ...(kinds && { kind: { in: [...kinds] } }),
    ...(by && { by: { in: [...by] } }),
    ...((from ?? until) && { at: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
    ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
  }
}
