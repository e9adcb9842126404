import { recipientKey } from '../domain/people/recipients.ts'
import type { Reading } from './database.ts'
import type { OutboxModel, TimerModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'
import { outboxRowOf } from './rows-out.ts'
import type { Due, Store } from './store.ts'

export type WorkReads = Pick<
  Store,
  'outbox' | 'dueOutbox' | 'mergeable' | 'oldestUnsent' | 'parked' | 'timer' | 'dueTimers' | 'upcoming' | 'nextDue'
>

const pending = { status: 'pending' } as const
const MERGE_LIMIT = 100

/** What is to be done, and when: messages and deadlines. */
export function workReads({ dialect, sql, models }: Reading): WorkReads {
  const outboxText = `SELECT * FROM "outbox" WHERE "id" IN ${dialect.list} AND "status" = 'pending'`
  const timerText = `SELECT * FROM "timer" WHERE "id" IN ${dialect.list}`

  const outbox = loader(
    async (ids) =>
      new Map((await sql.rows<OutboxModel>(outboxText, toJson(ids))).map((row) => [row.id, outboxRowOf(row)])),
  )
  const timer = loader(
    async (ids) => new Map((await sql.rows<TimerModel>(timerText, toJson(ids))).map((row) => [row.id, row])),
  )

  /** Emergencies and the others apart: each is one walk along an index, however many rows wait. */
  function pendingBetween(urgent: boolean, range: { gt?: Date; lte?: Date }, take: number): Promise<OutboxModel[]> {
    return models.outbox.findMany({
      where: { ...pending, urgent, dueAt: range },
      orderBy: [{ dueAt: 'asc' }, { seq: 'asc' }],
      take,
    })
  }

  return {
    outbox,
    timer,
    async dueOutbox(now, limit) {
      const urgent = await pendingBetween(true, { lte: now }, limit)
      const others = urgent.length < limit ? await pendingBetween(false, { lte: now }, limit - urgent.length) : []
      return [...urgent, ...others].map(outboxRowOf)
    },
    async mergeable(row, now) {
      const where = { ...pending, recipient: recipientKey(row.to), queue: 'alerts', notBefore: { lte: now } }
      return (await models.outbox.findMany({ where, orderBy: { seq: 'asc' }, take: MERGE_LIMIT })).map(outboxRowOf)
    },
    async oldestUnsent(now) {
      const { _min } = await models.outbox.aggregate({
        where: { ...pending, notBefore: { lte: now } },
        _min: { notBefore: true },
      })
      return _min.notBefore
    },
    async parked(limit) {
      return models.outbox.findMany({
        where: { status: 'parked' },
        select: { id: true, key: true, reason: true },
        orderBy: { seq: 'desc' },
        take: limit,
      })
    },
    async dueTimers(now, limit) {
      return models.timer.findMany({
        where: { dueAt: { lte: now } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
    },
    async upcoming(after, until, limit) {
      const range = { gt: after, lte: until }
      const timers = await models.timer.findMany({
        where: { dueAt: range },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      const rows = [...(await pendingBetween(true, range, limit)), ...(await pendingBetween(false, range, limit))]
      const due = [...timers.map(dueTimer), ...rows.map(outboxRowOf).map(dueNotice)]
      return due.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()).slice(0, limit)
    },
    async nextDue() {
      const timer = await models.timer.findFirst({ orderBy: { dueAt: 'asc' } })
      const rows = [...(await pendingBetween(true, {}, 1)), ...(await pendingBetween(false, {}, 1))]
      return earliest([...(timer === null ? [] : [timer]), ...rows])
    },
  }
}

const dueTimer = ({ id, dueAt }: TimerModel): Due => ({ kind: 'timer', id, dueAt })
const dueNotice = ({ id, queue, urgent, dueAt }: ReturnType<typeof outboxRowOf>): Due => ({
  kind: 'outbox',
  id,
  queue,
  urgent,
  dueAt,
})

function earliest(due: readonly Readonly<{ dueAt: Date }>[]): Date | null {
  return due.length === 0 ? null : new Date(Math.min(...due.map(({ dueAt }) => dueAt.getTime())))
}
