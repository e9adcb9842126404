import type { RetainedText } from '../domain/privacy/retention.ts'
import type { Kit } from './kit.ts'
import { withoutWords } from './book-words.ts'
import { ERASED, isOver, overSince } from './over.ts'
import type { Columns } from './tables.ts'

const asked = { before: 'time' } as const satisfies Columns
/** The instant before which it must lie. */
const CUT = '(SELECT "before" FROM asked)'

/** `doing` is done to those rows of the table for which `which` is true; `id` is its key. */
type Letting = Readonly<{ table: string; id: string; doing: string; which: string }>

const deleted = (table: string, which: string, id = 'id'): Letting => ({
  table,
  id,
  doing: `DELETE FROM "${table}"`,
  which,
})
const changed = (table: string, set: string, which: string): Letting => ({
  table,
  id: 'id',
  doing: `UPDATE "${table}" SET ${set}`,
  which,
})

const EMPTY = `"text" = ''`
/** Its words and its place; a decision made on how it was before must not bring them back. */
const NO_WORDS = `${EMPTY}, "placeName" = NULL, "result" = NULL, "understood" = NULL, "version" = "version" + 1`
const HAS_WORDS = `("task"."text" <> '' OR "task"."placeName" IS NOT NULL OR "task"."result" IS NOT NULL)`
const NOBODY = `"lookup" = 'erased ' || "id", "sealed" = '', "erasedAt" = ${CUT}`

/** Nothing came to a case behind its last event; and the index that holds only what has words is by the instant. */
const OLD_REPORT = `"report"."at" < ${CUT}`
const ofCase = (condition: string): string =>
  `"report"."text" <> '' AND EXISTS (SELECT 1 FROM "task" AS t WHERE t."id" = "report"."taskId" AND ${condition})`
const notNeeded = `NOT EXISTS (SELECT 1 FROM "inbox" AS m WHERE m."userid" = "identity"."id") AND NOT EXISTS (SELECT 1 FROM "report" AS r JOIN "task" AS t ON t."id" = r."taskId" WHERE r."userid" = "identity"."id" AND NOT (${overSince('t', CUT)}))`

/** What goes of each class. */
const OLD: Readonly<Record<Exclude<RetainedText, 'book'>, readonly Letting[]>> = {
  inbox: [deleted('inbox', `"status" <> 'pending' AND "settledAt" < ${CUT}`)],
  outbox: [deleted('outbox', `"status" NOT IN ('pending', 'waiting') AND "settledAt" < ${CUT}`)],
  conversation: [deleted('conversation', `"askedAt" < ${CUT}`, 'key')],
  closed: [
    changed('report', EMPTY, `${OLD_REPORT} AND ${ofCase(overSince('t', CUT))}`),
    changed('task', NO_WORDS, `${HAS_WORDS} AND ${overSince('"task"', CUT)}`),
  ],
  identity: [changed('identity', NOBODY, `"erasedAt" IS NULL AND "createdAt" < ${CUT} AND ${notNeeded}`)],
  erased: [
    changed('report', EMPTY, `"userid" IN (${ERASED}) AND ${ofCase(isOver('t'))}`),
    deleted('inbox', `"userid" IN (${ERASED}) AND "status" <> 'pending' AND "dedupeKey" NOT LIKE 'erased %'`),
    deleted(
      'outbox',
      `"status" NOT IN ('pending', 'waiting') AND "recipient" IN (SELECT 'p-' || i."id" FROM (${ERASED}) AS i)`,
    ),
  ],
}

/** Lets go of what is older than `until`, at most `limit` of each kind; answers how many rows. */
export async function purge(kit: Kit, kind: RetainedText, until: Date, limit: number): Promise<number> {
  let gone = 0
  for (const letting of kind === 'book' ? bookOf(kit) : OLD[kind])
    gone += await letGo(kit, letting, until, Math.trunc(limit))
  return gone
}

/** Entries of cases that are over so long, and of none that are so old. */
function bookOf({ dialect }: Kit): readonly Letting[] {
  const isOld = `(("taskId" IS NULL AND "at" < ${CUT}) OR EXISTS (SELECT 1 FROM "task" AS t WHERE t."id" = "entry"."taskId" AND ${overSince('t', CUT)}))`
  return withoutWords(dialect.name).map(({ kind, data }) =>
    changed(
      'entry',
      `"data" = ${data}, "version" = "version" + 1`,
      `"kind" = '${kind}' AND ${isOld} AND "data" <> ${data}`,
    ),
  )
}

async function letGo({ sql, dialect }: Kit, { table, id, doing, which }: Letting, until: Date, limit: number) {
  const text = `WITH asked AS (SELECT * FROM ${dialect.source(asked)}) ${doing} WHERE "${id}" IN (SELECT "${id}" FROM "${table}" WHERE ${which} LIMIT ${limit}) RETURNING "${id}"`
  return (await sql.rows(text, dialect.json(asked, [{ before: until }]))).length
}
