import type { Reading } from './database.ts'
import type { OutboxModel, TimerModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'
import { queueOf } from './rows-out.ts'
import type { Due, Store } from './store.ts'

export type ScheduleReads = Pick<Store, 'timer' | 'timersOf' | 'dueTimers' | 'upcoming' | 'nextDue'>

type PendingNotice = Pick<OutboxModel, 'id' | 'queue' | 'urgent' | 'dueAt'>

const dueFirst = [{ dueAt: 'asc' as const }, { id: 'asc' as const }]

/** Deadlines, and what is due when. */
export function scheduleReads({ dialect, sql, models }: Reading): ScheduleReads {
  const byId = `SELECT * FROM "timer" WHERE "id" IN ${dialect.list}`

  /** Emergencies and the others apart: each is one walk along an index, however many rows wait. */
  async function pending(dueAt: { gt?: Date; lte?: Date }, take: number): Promise<PendingNotice[]> {
    const select = { id: true, queue: true, urgent: true, dueAt: true }
    const find = (urgent: boolean) =>
      models.outbox.findMany({ where: { status: 'pending', urgent, dueAt }, select, orderBy: { dueAt: 'asc' }, take })
    return [...(await find(true)), ...(await find(false))]
  }

  return {
    timer: loader(async (ids) => new Map((await sql.rows<TimerModel>(byId, toJson(ids))).map((row) => [row.id, row]))),
    async timersOf(subject) {
      return models.timer.findMany({ where: { subject }, orderBy: dueFirst })
    },
    async dueTimers(now, limit) {
      return models.timer.findMany({ where: { dueAt: { lte: now } }, orderBy: dueFirst, take: limit })
    },
    async upcoming(after, until, limit) {
      const range = { gt: after, lte: until }
      const timers = await models.timer.findMany({ where: { dueAt: range }, orderBy: dueFirst, take: limit })
      const due = [...timers.map(dueTimer), ...(await pending(range, limit)).map(dueNotice)]
      return due.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()).slice(0, limit)
    },
    async nextDue() {
      const timer = await models.timer.findFirst({ orderBy: { dueAt: 'asc' } })
      return earliest([...(timer === null ? [] : [timer]), ...(await pending({}, 1))])
    },
  }
}

const dueTimer = ({ id, dueAt }: TimerModel): Due => ({ kind: 'timer', id, dueAt })

function dueNotice({ id, queue, urgent, dueAt }: PendingNotice): Due {
  return { kind: 'outbox', id, queue: queueOf(queue), urgent, dueAt }
}

function earliest(due: readonly Readonly<{ dueAt: Date }>[]): Date | null {
  return due.length === 0 ? null : new Date(Math.min(...due.map(({ dueAt }) => dueAt.getTime())))
}
