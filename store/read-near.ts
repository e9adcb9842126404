import type { Known } from '../domain/duplicate/known.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { TaskModel } from './generated/sqlite/models.ts'
import { placeOf } from './rows-out.ts'
import type { NearQuery, Store } from './store.ts'
import type { Columns } from './tables.ts'

const asked = { town: 'text', place: 'text', since: 'time' } as const satisfies Columns
const columns = ['id', 'town', 'text', 'item', 'lead', 'placeCode', 'placeName', 'createdAt', 'mergedInto'] as const
type Row = Pick<TaskModel, (typeof columns)[number]>

/**
 * What may lie where a report speaks of, newest first. Every report asks, so only what is compared is read, along the
 * index of a township's stages by age: it costs what lies open, not what ever was.
 */
export function nearReads({ sql, dialect }: Reading): Pick<Store, 'casesNear'> {
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ')
  const near = [
    `SELECT ${columns.map((name) => `t."${name}"`).join(', ')} FROM ${dialect.source(asked)}`,
    `JOIN "task" AS t ON t."town" = j."town" AND t."stage" IN (${stages}) AND t."createdAt" >= j."since"`,
    `WHERE t."mergedInto" IS NULL AND (j."place" IS NULL OR t."placeCode" IS NULL OR t."placeCode" = j."place")`,
    `ORDER BY t."createdAt" DESC`,
  ].join(' ')
  return {
    async casesNear({ limit, ...query }: NearQuery) {
      const rows = await sql.rows<Row>(`${near} LIMIT ${Math.trunc(limit)}`, dialect.json(asked, [query]))
      return rows.map(knownOf)
    },
  }
}

const knownOf = ({ placeCode, placeName, ...columns }: Row): Known => ({
  ...columns,
  place: placeOf(placeCode, placeName),
})
