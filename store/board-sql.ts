import { RUNNING } from '../domain/board/columns.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Dialect } from './dialect.ts'
import type { BoardQuery } from './store.ts'
import type { Columns } from './tables.ts'

/** What a board is asked with: a row for each township somebody sees something of. */
export const asked = {
  town: 'text',
  station: 'text',
  lead: 'text',
  village: 'text',
  item: 'text',
  level: 'text',
  source: 'text',
  now: 'time',
  doneSince: 'time',
  since: 'time',
  without: 'json',
} as const satisfies Columns

export function askedRows({ places, ...query }: BoardQuery, since: Date): object[] {
  const { lead = null, village = null, item = null, level = null, source = null, ...rest } = query
  return places.map((place) => ({ ...rest, since, lead, village, item, level, source, ...place }))
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

/** When the clock of the stage is over; where that of a unit has no end of its own, the last one counts. */
const DUE = `CASE ${Object.entries(RUNNING)
  .map(
    ([stage, clock]) =>
      `WHEN t."stage" = '${stage}' THEN ${clock === 'rule' ? 't."ruleBy"' : `COALESCE(t."${clock}By", t."finishBy")`}`,
  )
  .join(' ')} END`

/** The chat of the first report says by which way it came. */
const SOURCE = `(SELECT CASE WHEN r."chatType" IN ('group', 'app', 'kf', 'open') THEN r."chatType" ELSE 'single' END FROM "report" AS r WHERE r."taskId" = t."id" ORDER BY r."at", r."id" LIMIT 1)`

const OPEN = `t."stage" IN (${quoted(OPEN_STAGES)})`
const DONE = `t."stage" IN ('finished', 'closed') AND t."finishedAt" >= j."doneSince"`
/** one problem counts once, and what was taken back not at all */
const LATELY = `t."createdAt" >= j."since" AND t."stage" <> 'withdrawn' AND t."mergedInto" IS NULL`
const TOWN = `t."town" = j."town"`
/** not by the index of the township, which holds all years */
const BY_AGE = `t."town" || '' = j."town"`
const PARTS = { open: [TOWN, OPEN], done: [TOWN, DONE], lately: [BY_AGE, LATELY] } as const

const COLUMNS = `t."id", t."caseNo", t."town", t."stage", t."level", t."placeCode", t."createdAt", t."finishedAt", j."now"`

/**
 * Tables to begin a query with: `open`, `done` and `lately` are what is asked for of each, as somebody sees it by his township
 * or his unit. CROSS JOIN keeps SQLite from walking all cases to look for the township.
 */
export function boardTables(dialect: Dialect): string {
  const wanted = `"wanted" AS (SELECT * FROM ${dialect.source(asked)})`
  const unit = [
    `j."station" IS NULL`,
    `t."lead" = j."station"`,
    dialect.holds(`t."assist"`, `j."station"`),
    `t."understood" ->> 'guide' = j."station"`,
  ].join(' OR ')
  const same = (column: string, name: string) => `(j."${name}" IS NULL OR ${column} = j."${name}")`
  const filters = [
    same('t."lead"', 'lead'),
    same('t."placeCode"', 'village'),
    same('t."item"', 'item'),
    same('t."level"', 'level'),
    same(SOURCE, 'source'),
    `NOT ${dialect.holds('j."without"', 't."id"')}`,
  ].join(' AND ')
  const parts = Object.entries(PARTS).map(
    ([name, [town, part]]) =>
      `"${name}" AS (SELECT ${COLUMNS}, t."understood", ${DUE} AS "due" FROM "wanted" AS j CROSS JOIN "task" AS t WHERE ${town} AND ${part} AND (${unit}) AND ${filters})`,
  )
  return `WITH ${[wanted, ...parts].join(', ')}`
}
