import type { Task } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { TaskInclude, TaskModel, TaskOrderByWithRelationInput } from './generated/sqlite/models.ts'
import { toJson, toText } from './json.ts'
import { loader } from './loader.ts'
import { newestTaskIds } from './read-task-list.ts'
import { attachmentOf, taskOf, type ReporterColumns } from './rows-out.ts'
import type { Store } from './store.ts'

export type TaskReads = Pick<Store, 'task' | 'taskByCaseNo' | 'tasksBySeq' | 'tasks' | 'timeline' | 'attachments'>

/** A person's first report of a case comes first. */
const include = {
  reports: {
    select: { taskId: true, userid: true, chatType: true, chatId: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies TaskInclude
const newestFirst: TaskOrderByWithRelationInput[] = [{ createdAt: 'desc' }, { seq: 'desc' }]
/** PostgreSQL refuses to compare with more. */
const LARGEST_SEQ = 2 ** 31 - 1

export function taskReads(reading: Reading): TaskReads {
  const { models } = reading
  const task = taskLoader(reading)

  return {
    task,
    async taskByCaseNo(caseNo) {
      const row = await models.task.findUnique({ where: { caseNo: toText(caseNo) }, include })
      return row && withReports(row)
    },
    async tasksBySeq(seq, limit) {
      if (!Number.isInteger(seq) || seq < 0 || seq > LARGEST_SEQ) return []
      const rows = await models.task.findMany({ where: { seq }, include, orderBy: newestFirst, take: limit })
      return rows.map(withReports)
    },
    async tasks(query) {
      const ids = await newestTaskIds(models, query)
      const rows = await Promise.all(ids.map(task))
      return rows.flatMap((row) => (row !== null && (query.stages?.includes(row.stage) ?? true) ? [row] : []))
    },
    async timeline(taskId) {
      const rows = await models.event.findMany({ where: { taskId }, orderBy: { seq: 'asc' } })
      return rows.map(({ seq, type, by, at, data }) => ({ seq, type, by, at, data: { ...Object(data) } }))
    },
    async attachments(taskId) {
      const rows = await models.attachment.findMany({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
      return rows.map(attachmentOf)
    },
  }
}

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

const withReports = ({ reports, ...row }: TaskModel & { reports: ReporterColumns[] }): Task => taskOf(row, reports)

function byTaskId(reports: readonly ReporterColumns[]): Map<string, ReporterColumns[]> {
  const groups = new Map<string, ReporterColumns[]>()
  for (const report of reports) {
    const group = groups.get(report.taskId)
    if (group === undefined) groups.set(report.taskId, [report])
    else group.push(report)
  }
  return groups
}
