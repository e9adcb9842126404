import { COUNTED, UNCOUNTED_WORDS, type Happened } from '../domain/assess/happened.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { Store } from './store.ts'
import type { Columns } from './tables.ts'

export type HappenedReads = Pick<Store, 'happened'>

const asked = { since: 'time', before: 'time', now: 'time' } as const satisfies Columns
type Row = Readonly<{ caseNo: string; events: string }>
/** The instant is a number of ms, or ISO text. */
type Told = readonly [type: string, at: number | string, data: Happened['data']]

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/**
 * What happened in a month has an index, what was open has another; the whole story of each is read along the index of its
 * events, one row a story: of a hundred thousand rows the client would take longer than the database. What people wrote stays there.
 */
export function happenedReads({ sql, dialect }: Reading): HappenedReads {
  const events = dialect.grouped('e."type"', 'e."at"', 'e."data"', UNCOUNTED_WORDS, 'e."seq"')
  const text = [
    `WITH "asked" AS (SELECT * FROM ${dialect.source(asked)}), "touched" AS (`,
    `SELECT e."taskId" FROM "event" AS e, "asked" AS a WHERE e."at" >= a."since" AND e."at" < a."before"`,
    `UNION SELECT t."id" FROM "task" AS t, "asked" AS a WHERE t."stage" IN (${listed(OPEN_STAGES)}) AND t."createdAt" < a."since"`,
    `UNION SELECT t."id" FROM "task" AS t, "asked" AS a WHERE t."finishedAt" >= a."before" AND t."createdAt" < a."since")`,
    `SELECT e."caseNo" AS "caseNo", ${events} AS "events"`,
    `FROM "touched" AS c JOIN "event" AS e ON e."taskId" = c."taskId" JOIN "asked" AS a ON e."at" <= a."now"`,
    `WHERE e."type" IN (${listed(COUNTED)}) GROUP BY e."caseNo" ORDER BY e."caseNo"`,
  ].join(' ')
  return {
    async happened(month) {
      const rows = await sql.rows<Row>(text, dialect.json(asked, [month]))
      return rows.map(({ caseNo, events: told }) => storyOf(caseNo, told))
    },
  }
}

/** This program wrote it: its shape is the one that was written. */
function storyOf(caseNo: string, told: string): Happened[] {
  const events = JSON.parse(told) as readonly Told[]
  return events.map(([type, at, data]) => ({ caseNo, type, at: new Date(at), data: data ?? {} }))
}
