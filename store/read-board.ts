import { columnOf } from '../domain/board/columns.ts'
import type { Stage } from '../domain/task.ts'
import { asked, askedRows, boardTables } from './board-sql.ts'
import type { Reading } from './database.ts'
import type { BoardCount, BoardQuery, Store, VillageCount } from './store.ts'

export type BoardReads = Pick<Store, 'boardCounts' | 'boardIds' | 'boardDoubtful' | 'villageCounts'>

type Counted = Readonly<{ stage: Stage; total: number; overdue: number; emergency: number; doubtful: number }>
type Ranked = Readonly<{ id: string; stage: Stage; rank: number }>
type Id = Readonly<{ id: string }>

const OVERDUE = `CAST(SUM(CASE WHEN "due" <= "now" THEN 1 ELSE 0 END) AS INTEGER) AS "overdue"`
const EMERGENCY = `CAST(SUM(CASE WHEN "level" = 'emergency' THEN 1 ELSE 0 END) AS INTEGER) AS "emergency"`
const TOTAL = `CAST(COUNT(*) AS INTEGER)`
/** The same order as byUrgency in domain/board/urgency.ts. */
const URGENT_FIRST = `CASE WHEN "level" = 'emergency' THEN 0 ELSE 1 END, CASE WHEN "due" IS NULL THEN 1 ELSE 0 END, "due", "createdAt", "caseNo"`
/** Whose text accused somebody was put before the supervisors, and what was said later is noted. */
const DOUBT = `(CAST("understood" AS TEXT) LIKE '%"supervised"%' OR CAST("understood" AS TEXT) LIKE '%"accused"%')`
const DOUBTFUL = `CAST(SUM(CASE WHEN ${DOUBT} THEN 1 ELSE 0 END) AS INTEGER) AS "doubtful"`

/** What the board shows: counted and sorted where it lies, so that only what is drawn is read. */
export function boardReads({ sql, dialect }: Reading): BoardReads {
  const tables = boardTables(dialect)
  const ask = <Row>(text: string, query: BoardQuery, since: Date = query.now): Promise<Row[]> =>
    query.places.length === 0
      ? Promise.resolve([])
      : sql.rows<Row>(`${tables} ${text}`, dialect.json(asked, askedRows(query, since)))

  const counts = `SELECT "stage", ${TOTAL} AS "total", ${OVERDUE}, ${EMERGENCY}, ${DOUBTFUL} FROM (SELECT * FROM "open" UNION ALL SELECT * FROM "done") AS b GROUP BY "stage"`
  const open = `SELECT "id", "stage", ROW_NUMBER() OVER (PARTITION BY "stage" ORDER BY ${URGENT_FIRST}) AS "rank" FROM "open"`
  const done = `SELECT "id", "stage", ROW_NUMBER() OVER (ORDER BY "finishedAt" DESC, "caseNo") AS "rank" FROM "done"`
  const between = (from: string, skip: number, take: number) =>
    `SELECT "id", "stage", CAST("rank" AS INTEGER) AS "rank" FROM (${from}) AS r WHERE "rank" > ${Math.trunc(skip)} AND "rank" <= ${Math.trunc(skip + take)} ORDER BY "rank"`

  return {
    async boardCounts(query) {
      return byColumn(await ask<Counted>(counts, query))
    },
    async boardIds(query, { column, skip, take }) {
      const of = column === undefined ? null : column === 'done' ? done : `${open} WHERE "stage" = '${column}'`
      const rows = await ask<Ranked>(between(of ?? `${open} UNION ALL ${done}`, skip, take), query)
      return rows.map(({ id }) => id)
    },
    async boardDoubtful(query, since) {
      const parts = (since ? ['open', 'done', 'lately'] : ['open', 'done']).map(
        (part) => `SELECT "id" FROM "${part}" WHERE ${DOUBT}`,
      )
      const rows = await ask<Id>(parts.join(' UNION '), query, since ?? query.now)
      return rows.map(({ id }) => id)
    },
    villageCounts: async (query, since) => (await ask<VillageCount>(VILLAGES, query, since)).map(inNumbers),
  }
}

/** SQLite counts in bigints. */
const inNumbers = ({ open, overdue, emergency, lately, ...row }: VillageCount): VillageCount => ({
  ...row,
  open: Number(open),
  overdue: Number(overdue),
  emergency: Number(emergency),
  lately: Number(lately),
})

/** Stages that share a column are one. */
function byColumn(rows: readonly Counted[]): BoardCount[] {
  const found = new Map<BoardCount['column'], BoardCount>()
  for (const { stage, ...counted } of rows) {
    const column = columnOf(stage)
    const before = column && found.get(column)
    if (column)
      found.set(column, {
        column,
        total: Number(counted.total) + (before?.total ?? 0),
        overdue: Number(counted.overdue) + (before?.overdue ?? 0),
        emergency: Number(counted.emergency) + (before?.emergency ?? 0),
        doubtful: Number(counted.doubtful) + (before?.doubtful ?? 0),
      })
  }
  return [...found.values()]
}

const sum = (name: string) => `CAST(SUM("${name}") AS INTEGER) AS "${name}"`
const VILLAGES =
  `SELECT "town", "placeCode" AS "village", ${['open', 'overdue', 'emergency', 'lately'].map(sum).join(', ')} FROM (` +
  `SELECT "town", "placeCode", 1 AS "open", CASE WHEN "due" <= "now" THEN 1 ELSE 0 END AS "overdue", ` +
  `CASE WHEN "level" = 'emergency' THEN 1 ELSE 0 END AS "emergency", 0 AS "lately" FROM "open" ` +
  `UNION ALL SELECT "town", "placeCode", 0, 0, 0, 1 FROM "lately") AS v GROUP BY "town", "placeCode"`
