import type { Database } from './database.ts'
import type { TaskWhereInput } from './generated/sqlite/models.ts'
import { taskOf } from './rows-out.ts'
import type { RegisterQuery, Store } from './store.ts'

export type RegisterReads = Pick<Store, 'register' | 'crowds'>

/** Cases as other systems may ask for them: who reported is not even read. */
export function registerReads({ models }: Pick<Database, 'models'>): RegisterReads {
  return {
    async register(query) {
      const up = query.order === 'oldest' ? 'asc' : 'desc'
      const rows = await models.task.findMany({
        where: whereOf(query),
        orderBy: [{ createdAt: up }, { seq: up }],
        skip: query.skip,
        take: query.limit,
      })
      const last = await models.event.groupBy({
        by: ['taskId'],
        where: { taskId: { in: rows.map(({ id }) => id) } },
        _max: { at: true },
      })
      const moved = new Map(last.map(({ taskId, _max: { at } }) => [taskId, at]))
      return rows.map((row) => ({ task: taskOf(row, []), movedAt: moved.get(row.id) ?? row.createdAt }))
    },
    async crowds({ town, since, before }) {
      const found = await models.task.groupBy({
        by: ['placeCode', 'item'],
        where: { town, shield: { not: 'confidential' }, ...opened({ since, before }) },
        _count: { _all: true },
      })
      return found.flatMap(({ placeCode, item, _count }) =>
        placeCode === null || item === null ? [] : [{ place: placeCode, item, count: _count._all }],
      )
    },
  }
}

function whereOf({ town, caseNos, items, stages, since, before }: RegisterQuery): TaskWhereInput {
  return {
    town,
    ...(caseNos && { caseNo: { in: [...caseNos] } }),
    ...(items && { item: { in: [...items] } }),
    ...(stages && { stage: { in: [...stages] } }),
    ...opened({ since, before }),
  }
}

const opened = ({ since, before }: Readonly<{ since?: Date | undefined; before?: Date | undefined }>): TaskWhereInput =>
  since || before ? { createdAt: { ...(since && { gte: since }), ...(before && { lt: before }) } } : {}
