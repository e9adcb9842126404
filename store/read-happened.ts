import { setImmediate as turn } from 'node:timers/promises'
import { COUNTED, UNCOUNTED_WORDS, type Happened } from '../domain/assess/happened.ts'
import { OPEN_STAGES, STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { Store } from './store.ts'
import type { Columns } from './tables.ts'

export type HappenedReads = Pick<Store, 'happened'>

const asked = { since: 'time', before: 'time' } as const satisfies Columns
const wanted = { id: 'text', now: 'time' } as const satisfies Columns
type Row = Readonly<{ caseNo: string; events: string }>
/** The instant is a number of ms, or ISO text. */
type Told = readonly [type: string, at: number | string, data: Happened['data']]

/** Cases read at once: some ten ms, after which others have their turn. */
const AT_ONCE = 250
const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/**
 * What happened in a month has an index, what was open has another; the whole story of each is read along the index of its
 * events, one row a story: of a hundred thousand rows the client would take longer than the database. What people wrote stays there.
 */
export function happenedReads({ sql, dialect }: Reading): HappenedReads {
  // township by township, along the indexes that begin with it: else all cases of all years are walked
  const each = `FROM "towns" AS w CROSS JOIN "asked" AS a CROSS JOIN "task" AS t WHERE t."town" = w."town"`
  const touched = [
    `WITH RECURSIVE "asked" AS (SELECT * FROM ${dialect.source(asked)}),`,
    `"towns"("town") AS (SELECT MIN("town") FROM "task" UNION ALL SELECT (SELECT MIN(t."town") FROM "task" AS t WHERE t."town" > w."town") FROM "towns" AS w WHERE w."town" IS NOT NULL)`,
    `SELECT e."taskId" AS "id" FROM "asked" AS a CROSS JOIN "event" AS e WHERE e."at" >= a."since" AND e."at" < a."before"`,
    `UNION SELECT t."id" ${each} AND t."stage" IN (${listed(OPEN_STAGES)}) AND t."createdAt" < a."since"`,
    `UNION SELECT t."id" ${each} AND t."stage" IN (${listed(STAGES)}) AND t."finishedAt" >= a."before" AND t."createdAt" < a."since"`,
  ].join(' ')
  const stories = [
    `SELECT e."caseNo" AS "caseNo", ${dialect.grouped('e."type"', 'e."at"', 'e."data"', UNCOUNTED_WORDS, 'e."seq"')} AS "events"`,
    `FROM ${dialect.source(wanted)} JOIN "event" AS e ON e."taskId" = j."id" AND e."at" <= j."now"`,
    `WHERE e."type" IN (${listed(COUNTED)}) GROUP BY e."caseNo"`,
  ].join(' ')
  return {
    async happened({ since, before, now }) {
      const ids = await sql.rows<Readonly<{ id: string }>>(touched, dialect.json(asked, [{ since, before }]))
      const found: Row[] = []
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const part = ids.slice(from, from + AT_ONCE).map(({ id }) => ({ id, now }))
        found.push(...(await sql.rows<Row>(stories, dialect.json(wanted, part))))
        await turn()
      }
      return found.toSorted(byNumber).map(({ caseNo, events: told }) => storyOf(caseNo, told))
    },
  }
}

/** As the numbers are written, whatever order of letters a database has. */
const byNumber = (one: Row, other: Row): number => (one.caseNo < other.caseNo ? -1 : Number(one.caseNo > other.caseNo))

/** This program wrote it: its shape is the one that was written. */
function storyOf(caseNo: string, told: string): Happened[] {
  const events = JSON.parse(told) as readonly Told[]
  return events.map(([type, at, data]) => ({ caseNo, type, at: new Date(at), data: data ?? {} }))
}
