import type { Known } from '../domain/duplicate/known.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { TaskModel } from './generated/sqlite/models.ts'
import { loader } from './loader.ts'
import { placeOf } from './rows-out.ts'
import type { NearQuery, Store } from './store.ts'
import type { Columns } from './tables.ts'

const asked = {
  asked: 'text',
  town: 'text',
  place: 'text',
  item: 'text',
  lead: 'text',
  since: 'time',
} as const satisfies Columns
const columns = ['id', 'town', 'text', 'item', 'lead', 'placeCode', 'placeName', 'createdAt', 'mergedInto'] as const
type Row = Pick<TaskModel, (typeof columns)[number]>
type Found = Row & Readonly<{ asked: string }>

/** Where a place is known, what lies there and what lies nowhere, each along its index; else whatever lies open in the township. */
const PLACES = [
  `t."placeCode" = j."place"`,
  `j."place" IS NOT NULL AND t."placeCode" IS NULL`,
  `j."place" IS NULL`,
] as const

/**
 * What may be about what a report tells, newest first. Every report asks, so only what is compared is read, all that ask
 * at once are one query, and cases of another unit about another thing are left out here already.
 */
export function nearReads({ sql, dialect }: Reading): Pick<Store, 'casesNear'> {
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ')
  const near = PLACES.map((place) =>
    [
      `SELECT j."asked", ${columns.map((name) => `t."${name}"`).join(', ')} FROM "wanted" AS j`,
      `JOIN "task" AS t ON t."town" = j."town" AND ${place} AND t."createdAt" >= j."since"`,
      `WHERE t."stage" IN (${stages}) AND t."mergedInto" IS NULL`,
      `AND (t."item" IS NULL OR j."item" IS NULL OR t."item" = j."item" OR t."lead" = j."lead")`,
    ].join(' '),
  )
  const text = `WITH "wanted" AS (SELECT * FROM ${dialect.source(asked)}) ${near.join(' UNION ALL ')}`
  const load = loader<Row[]>(async (keys) => {
    const queries = keys.map((key) => ({ ...queryOf(key), asked: key }))
    const found = new Map<string, Row[]>(keys.map((key) => [key, []]))
    const rows = await sql.rows<Found>(text, dialect.json(asked, queries))
    for (const { asked: key, ...row } of rows) found.get(key)?.push(row)
    return found
  })
  return {
    async casesNear({ limit, ...query }) {
      const rows = (await load(keyOf(query))) ?? []
      return rows
        .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
        .slice(0, limit)
        .map(knownOf)
    },
  }
}

type Query = Omit<NearQuery, 'limit'>
const keyOf = ({ town, place, item, lead, since }: Query): string =>
  JSON.stringify([town, place, item, lead, since.getTime()])

function queryOf(key: string) {
  const [town, place, item, lead, since] = JSON.parse(key) as [
    string,
    string | null,
    string | null,
    string | null,
    number,
  ]
  return { town, place, item, lead, since: new Date(since) }
}

const knownOf = ({ placeCode, placeName, ...row }: Row): Known => ({ ...row, place: placeOf(placeCode, placeName) })
