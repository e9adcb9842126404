import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { OutboxModel } from './generated/sqlite/models.ts'
import { outboxRowOf, timelineEntryOf } from './rows-out.ts'
import type { CaseMessage, Store, Suspect } from './store.ts'
import type { Columns } from './tables.ts'

export type DeskReads = Pick<Store, 'messagesOf' | 'undelivered' | 'suspects' | 'lastOf'>

const asked = { town: 'text', since: 'time' } as const satisfies Columns
const OPEN = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ')

/** What the triage desk and the page of a case read of the messages. */
export function deskReads({ models, sql, dialect }: Reading): DeskReads {
  // the key says what kind of message it is, the index of the case finds it
  const suspected = [
    `WITH asked AS (SELECT * FROM ${dialect.source(asked)})`,
    `SELECT o."taskId" AS "taskId", o."body" AS "body" FROM asked AS a`,
    `JOIN "task" AS t ON t."town" = a."town" AND t."stage" IN (${OPEN}) AND t."createdAt" >= a."since"`,
    `JOIN "outbox" AS o ON o."taskId" = t."id" AND o."key" LIKE '%|maybe-same|%' ORDER BY o."seq" DESC`,
  ].join(' ')
  return {
    async messagesOf(taskId, take) {
      const newest = await models.outbox.findMany({ where: { taskId }, orderBy: { seq: 'desc' }, take })
      return newest.toReversed().map(messageOf)
    },
    async undelivered(since, take) {
      const where = { status: { in: ['parked', 'waiting'] }, taskId: { not: null }, createdAt: { gte: since } }
      return (await models.outbox.findMany({ where, orderBy: { seq: 'desc' }, take })).map(messageOf)
    },
    async lastOf(taskIds, types) {
      const where = { taskId: { in: [...taskIds] }, type: { in: [...types] } }
      const found = await models.event.findMany({ where, orderBy: { seq: 'asc' } })
      return new Map(found.map((row) => [row.taskId, timelineEntryOf(row)]))
    },
    async suspects(towns, since) {
      const rows = towns.map((town) => ({ town, since }))
      return (await sql.rows<Row>(suspected, dialect.json(asked, rows))).flatMap(suspectOf)
    },
  }
}

function messageOf(row: OutboxModel): CaseMessage {
  const { status, reason, settledAt } = row
  return { ...outboxRowOf(row), status: status as CaseMessage['status'], reason, settledAt }
}

type Row = Pick<OutboxModel, 'taskId' | 'body'>

/** A row this program wrote itself: its shape is the one that was written. */
function suspectOf({ taskId, body }: Row): Suspect[] {
  const { known = [] } = body as unknown as Readonly<{ known?: readonly Readonly<{ caseNo: string }>[] }>
  return taskId === null ? [] : [{ taskId, known: known.map(({ caseNo }) => caseNo) }]
}
