import { COUNTED, UNCOUNTED_WORDS, type Happened } from '../domain/assess/happened.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { Month, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type HappenedReads = Pick<Store, 'happened'>

const asked = { since: 'time', before: 'time', now: 'time' } as const satisfies Columns
type Row = Readonly<{ caseNo: string; type: string; at: Date; data: unknown }>

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/**
 * What happened in a month has an index, what was open has another; the whole story of each is read along the index of its
 * events. What people wrote stays in the database.
 */
export function happenedReads({ sql, dialect }: Reading): HappenedReads {
  const text = [
    `WITH "asked" AS (SELECT * FROM ${dialect.source(asked)}), "touched" AS (`,
    `SELECT e."taskId" FROM "event" AS e, "asked" AS a WHERE e."at" >= a."since" AND e."at" < a."before"`,
    `UNION SELECT t."id" FROM "task" AS t, "asked" AS a WHERE t."stage" IN (${listed(OPEN_STAGES)}) AND t."createdAt" < a."since"`,
    `UNION SELECT t."id" FROM "task" AS t, "asked" AS a WHERE t."finishedAt" >= a."before" AND t."createdAt" < a."since")`,
    `SELECT e."caseNo", e."type", e."at", ${dialect.without('e."data"', UNCOUNTED_WORDS)} AS "data"`,
    `FROM "touched" AS c JOIN "event" AS e ON e."taskId" = c."taskId" JOIN "asked" AS a ON e."at" <= a."now"`,
    `WHERE e."type" IN (${listed(COUNTED)}) ORDER BY e."seq"`,
  ].join(' ')
  return {
    async happened(month: Month) {
      const rows = await sql.rows<Row>(text, dialect.json(asked, [month]))
      return rows.map(({ data, ...row }): Happened => ({ ...row, data: membersOf(data) }))
    },
  }
}

/** SQLite hands on what it computed as text. */
function membersOf(data: unknown): Happened['data'] {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : data
  return { ...Object(value) }
}
