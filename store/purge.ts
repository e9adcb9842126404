import type { Retained } from '../domain/privacy/retention.ts'
import type { Kit } from './kit.ts'
import type { Columns } from './tables.ts'

const before = { before: 'time' } as const satisfies Columns

/** Old rows of a class, at most `limit` of them; `instant` is the sub-select of the day they must be older than. */
const OLD: Readonly<Record<Retained, (instant: string, limit: number) => string>> = {
  inbox: (instant, limit) =>
    `DELETE FROM "inbox" WHERE "id" IN (SELECT "id" FROM "inbox" WHERE "status" <> 'pending' AND "settledAt" < ${instant} LIMIT ${limit}) RETURNING "id"`,
  outbox: (instant, limit) =>
    `DELETE FROM "outbox" WHERE "id" IN (SELECT "id" FROM "outbox" WHERE "status" NOT IN ('pending', 'waiting') AND "settledAt" < ${instant} LIMIT ${limit}) RETURNING "id"`,
  conversation: (instant, limit) =>
    `DELETE FROM "conversation" WHERE "key" IN (SELECT "key" FROM "conversation" WHERE "askedAt" < ${instant} LIMIT ${limit}) RETURNING "key"`,
  closed: (instant, limit) =>
    `UPDATE "report" SET "text" = '' WHERE "id" IN (SELECT r."id" FROM "report" AS r JOIN "task" AS t ON t."id" = r."taskId" WHERE r."text" <> '' AND t."stage" IN ('closed', 'withdrawn') AND r."at" < ${instant} LIMIT ${limit}) RETURNING "id"`,
  identity: (instant, limit) =>
    `UPDATE "identity" SET "lookup" = 'erased ' || "id", "sealed" = '', "erasedAt" = ${instant} WHERE "id" IN (SELECT i."id" FROM "identity" AS i WHERE i."erasedAt" IS NULL AND i."createdAt" < ${instant} AND NOT EXISTS (SELECT 1 FROM "inbox" AS m WHERE m."userid" = i."id") AND NOT EXISTS (SELECT 1 FROM "report" AS r JOIN "task" AS t ON t."id" = r."taskId" WHERE r."userid" = i."id" AND (t."stage" NOT IN ('closed', 'withdrawn') OR r."at" >= ${instant})) LIMIT ${limit}) RETURNING "id"`,
}

/** Lets go of what is older than `until`; answers how many rows. */
export async function purge({ sql, dialect }: Kit, kind: Retained, until: Date, limit: number): Promise<number> {
  const source = dialect.source(before)
  const instant = `(SELECT "before" FROM ${source})`
  const text = OLD[kind](kind === 'identity' ? 'CUT' : instant, Math.trunc(limit))
  const json = dialect.json(before, [{ before: until }])
  if (kind !== 'identity') return (await sql.rows(text, json)).length
  const literal = dialect.name === 'postgresql' ? `TIMESTAMPTZ '${until.toISOString()}'` : String(until.getTime())
  return (await sql.rows(text.replaceAll('CUT', literal))).length
}
