import { recipientKey } from '../domain/people/recipients.ts'
import type { Reading } from './database.ts'
import type { OutboxModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'
import { outboxRowOf, sentOf } from './rows-out.ts'
import type { Store } from './store.ts'

export type OutboxReads = Pick<
  Store,
  | 'outbox'
  | 'anyOutbox'
  | 'dueOutbox'
  | 'mergeable'
  | 'oldestUnsent'
  | 'parked'
  | 'waiting'
  | 'sentSince'
  | 'alertsSince'
>

const pending = { status: 'pending' } as const
const MERGE_LIMIT = 100

/** Messages to be sent, and those that could not be. */
export function outboxReads({ dialect, sql, models }: Reading): OutboxReads {
  // COALESCE keeps SQLite from walking the index of all that is pending instead of the few ids
  const byId = `SELECT * FROM "outbox" WHERE "id" IN ${dialect.list} AND COALESCE("status", '') = 'pending'`

  /** Emergencies and the others apart: each is one walk along an index, however many rows wait. */
  function due(urgent: boolean, now: Date, take: number): Promise<OutboxModel[]> {
    const where = { ...pending, urgent, dueAt: { lte: now } }
    return models.outbox.findMany({ where, orderBy: [{ dueAt: 'asc' }, { seq: 'asc' }], take })
  }

  return {
    outbox: loader(
      async (ids) => new Map((await sql.rows<OutboxModel>(byId, toJson(ids))).map((row) => [row.id, outboxRowOf(row)])),
    ),
    async dueOutbox(now, limit) {
      const urgent = await due(true, now, limit)
      const others = urgent.length < limit ? await due(false, now, limit - urgent.length) : []
      return [...urgent, ...others].map(outboxRowOf)
    },
    async anyOutbox(id) {
      const row = await models.outbox.findUnique({ where: { id } })
      return row === null ? null : outboxRowOf(row)
    },
    async waiting() {
      return models.outbox.count({ where: { status: 'waiting' } })
    },
    async sentSince(at) {
      const select = { to: true, tried: true, settledAt: true }
      const dueAt = { gt: at }
      const find = (urgent: boolean) => models.outbox.findMany({ where: { status: 'sent', urgent, dueAt }, select })
      return [...(await find(true)), ...(await find(false))].map(sentOf)
    },
    async alertsSince(recipient, at) {
      const where = { status: 'sent', urgent: false, dueAt: { gt: at }, recipient, queue: 'alerts' }
      const rows = await models.outbox.findMany({ where, select: { body: true, settledAt: true } })
      const momentsOf = (of: typeof rows) => new Set(of.map(({ settledAt }) => settledAt?.getTime()))
      // what waited for a card went with it
      const cards = momentsOf(rows.filter(({ body }) => isCard(body)))
      return [...momentsOf(rows)].filter((moment) => !cards.has(moment)).length
    },
    async mergeable(row, now) {
      const where = { ...pending, recipient: recipientKey(row.to), queue: row.queue, notBefore: { lte: now } }
      return (await models.outbox.findMany({ where, orderBy: { seq: 'asc' }, take: MERGE_LIMIT })).map(outboxRowOf)
    },
    async oldestUnsent(now) {
      // another system that does not answer for a day keeps nobody waiting
      const where = { ...pending, queue: { not: 'hooks' }, notBefore: { lte: now } }
      return (await models.outbox.aggregate({ where, _min: { notBefore: true } }))._min.notBefore
    },
    async parked(limit) {
      const select = { id: true, key: true, reason: true }
      return models.outbox.findMany({ where: { status: 'parked' }, select, orderBy: { seq: 'desc' }, take: limit })
    },
  }
}

/** A card of the morning or of the evening. */
const isCard = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'digest'
