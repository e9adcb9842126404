import { OPEN_STAGES } from '../domain/task.ts'
import { isSeq } from './dialect.ts'
import type { Reading } from './database.ts'
import type { TaskModel, TaskOrderByWithRelationInput } from './generated/sqlite/models.ts'
import { toJson, toText } from './json.ts'
import { loader } from './loader.ts'
import { nearReads } from './read-near.ts'
import { ownCases } from './read-own.ts'
import { newestTasks } from './read-task-list.ts'
import { attachmentOf, chatOf, taskOf, timelineEntryOf, type ReporterColumns } from './rows-out.ts'
import type { Store } from './store.ts'

export type TaskReads = Pick<
  Store,
  | 'task'
  | 'taskByCaseNo'
  | 'tasksBySeq'
  | 'twinsOf'
  | 'tasks'
  | 'timeline'
  | 'casesWith'
  | 'attachments'
  | 'attachmentsBy'
  | 'reports'
  | 'casesNear'
>

const newestFirst: TaskOrderByWithRelationInput[] = [{ createdAt: 'desc' }, { seq: 'desc' }]
const GOES_ON = [...OPEN_STAGES, 'finished'].map((stage) => `'${stage}'`).join(', ')

export function taskReads(reading: Reading): TaskReads {
  const { models } = reading
  const task = taskLoader(reading)
  const idOf = idLoader(reading)
  const own = ownCases(reading)

  return {
    task,
    async taskByCaseNo(caseNo) {
      const id = await idOf(toText(caseNo))
      return id === null ? null : task(id)
    },
    async tasksBySeq(seq, limit) {
      if (!isSeq(seq)) return []
      const found = await models.task.findMany({
        where: { seq },
        select: { id: true },
        orderBy: newestFirst,
        take: limit,
      })
      return (await Promise.all(found.map(({ id }) => task(id)))).flatMap((row) => row ?? [])
    },
    twinsOf: twinLoader(reading),
    tasks: (query) => newestTasks(reading, { task, own }, query),
    ...nearReads(reading),
    async timeline(taskId) {
      const rows = await models.event.findMany({ where: { taskId }, orderBy: { seq: 'asc' } })
      return rows.map(timelineEntryOf)
    },
    async casesWith(type, since, before) {
      const where = { type, at: { gte: since, lt: before } }
      const rows = await models.event.findMany({ where, select: { taskId: true }, distinct: ['taskId'] })
      return rows.map(({ taskId }) => taskId)
    },
    async reports(taskId) {
      const rows = await models.report.findMany({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
      return rows.map(({ id, userid, text, at, ...chat }) => ({ id, taskId, userid, text, at, chat: chatOf(chat) }))
    },
    async attachments(taskId) {
      const rows = await models.attachment.findMany({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
      return rows.map(attachmentOf)
    },
    async attachmentsBy(ids) {
      const rows = await models.attachment.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
      return rows.map(attachmentOf)
    },
  }
}

/** A person's first report of a case comes first. */
function taskLoader({ dialect, sql }: Reading): Store['task'] {
  const tasks = `SELECT * FROM "task" WHERE "id" IN ${dialect.list}`
  const reports = `SELECT "taskId", "userid", "chatType", "chatId" FROM "report" WHERE "taskId" IN ${dialect.list} ORDER BY "at", "id"`
  return loader(async (ids) => {
    const keys = toJson(ids)
    const [rows, reported] = await Promise.all([
      sql.rows<TaskModel>(tasks, keys),
      sql.rows<ReporterColumns>(reports, keys),
    ])
    const byTask = byTaskId(reported)
    return new Map(rows.map((row) => [row.id, taskOf(row, byTask.get(row.id) ?? [])]))
  })
}

function idLoader({ dialect, sql }: Reading): (caseNo: string) => Promise<string | null> {
  const ids = `SELECT "id", "caseNo" FROM "task" WHERE "caseNo" IN ${dialect.list}`
  return loader(async (caseNos) => {
    const rows = await sql.rows<Pick<TaskModel, 'id' | 'caseNo'>>(ids, toJson(caseNos))
    return new Map(rows.map(({ id, caseNo }) => [caseNo, id]))
  })
}

/** Every message that names a case asks: all that ask at once are one query. */
function twinLoader({ dialect, sql }: Reading): Store['twinsOf'] {
  const twins = `SELECT k."caseNo" AS "caseNo" FROM "task" AS k WHERE k."caseNo" IN ${dialect.list} AND EXISTS (SELECT 1 FROM "task" AS o WHERE o."seq" = k."seq" AND o."town" = k."town" AND o."id" <> k."id" AND o."stage" IN (${GOES_ON}))`
  const load = loader<string>(async (caseNos) => {
    const rows = await sql.rows<Pick<TaskModel, 'caseNo'>>(twins, toJson(caseNos))
    return new Map(rows.map(({ caseNo }) => [caseNo, caseNo]))
  })
  return async (caseNos) => {
    const found = await Promise.all(caseNos.map((caseNo) => load(toText(caseNo))))
    return found.filter((caseNo) => caseNo !== null)
  }
}

function byTaskId(reports: readonly ReporterColumns[]): Map<string, ReporterColumns[]> {
  const groups = new Map<string, ReporterColumns[]>()
  for (const report of reports) {
    const group = groups.get(report.taskId)
    if (group === undefined) groups.set(report.taskId, [report])
    else group.push(report)
  }
  return groups
}
