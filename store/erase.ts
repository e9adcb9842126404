import { ERASED, type Trace } from '../domain/decision.ts'
import { WORDY } from './book-words.ts'
import { toJson } from './json.ts'
import type { Kit } from './kit.ts'
import type { Columns } from './tables.ts'

/** What is left of a message: nothing of it, nor of who sent it. */
const BLANK = JSON.stringify({
  channel: 'aibot',
  dedupeKey: 'erased',
  from: 'erased',
  chat: { type: 'single', id: 'erased' },
  content: { kind: 'unknown', type: 'erased' },
  reply: null,
})

/**
 * Forgets people for good: what ties a name to them is overwritten, what they wrote and what was written to them goes,
 * and what was shown of them to who looked behind the mask. A message that waits to be worked on is left to the night.
 */
export async function erase({ sql, dialect }: Kit, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const ids = toJson(people)
  const now = dialect.name === 'postgresql' ? 'now()' : `CAST(strftime('%s', 'now') AS INTEGER) * 1000`
  const theirCases = `SELECT t."caseNo" FROM "task" AS t JOIN "report" AS r ON r."taskId" = t."id" WHERE r."userid" IN ${dialect.list}`
  const statements = [
    `UPDATE "identity" SET "lookup" = 'erased ' || "id", "sealed" = '', "erasedAt" = ${now} WHERE "id" IN ${dialect.list}`,
    blankInbox(dialect.name, dialect.list),
    `DELETE FROM "outbox" WHERE "body" ->> 'kind' = 'revealed' AND "body" -> 'facts' ->> 'caseNo' IN (${theirCases})`,
    `DELETE FROM "outbox" WHERE "recipient" IN (SELECT 'p-' || "id" FROM "identity" WHERE "id" IN ${dialect.list})`,
    `UPDATE "attachment" SET "name" = NULL, "gps" = NULL WHERE "by" IN ${dialect.list}`,
    `UPDATE "report" SET "text" = '' WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "conversation" WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "contact" WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "customer" WHERE "external" IN ${dialect.list}`,
  ]
  for (const statement of statements) await sql.run(statement, ids)
}

const asked = { taskId: 'text', text: 'text' } as const satisfies Columns
const ASKED = (column: keyof typeof asked): string => `(SELECT "${column}" FROM asked)`

/** Where those who worked on his case repeat who he is: their messages are emptied (what came of them stays), in the book it is struck out. */
export async function eraseTraces({ sql, dialect }: Kit, traces: readonly Trace[]): Promise<void> {
  const isPg = dialect.name === 'postgresql'
  const found = (json: string): string =>
    isPg ? `strpos("${json}"::text, ${ASKED('text')}) > 0` : `instr("${json}", ${ASKED('text')}) > 0`
  const struck = `replace("data"${isPg ? '::text' : ''}, ${ASKED('text')}, '***')${isPg ? '::jsonb' : ''}`
  const given = `WITH asked AS (SELECT * FROM ${dialect.source(asked)})`
  const writers = `SELECT e."by" FROM "event" AS e WHERE e."taskId" = ${ASKED('taskId')}`
  const statements = [
    `${given} ${blankInbox(dialect.name, `(${writers})`)} AND ${found('payload')}`,
    `${given} UPDATE "entry" SET "data" = ${struck}, "version" = "version" + 1 WHERE "taskId" = ${ASKED('taskId')} AND "kind" IN (${WORDY}) AND ${found('data')}`,
  ]
  for (const trace of traces) for (const statement of statements) await sql.run(statement, dialect.json(asked, [trace]))
}

/** Empties messages of these people that were dealt with; that they came stays. */
export function blankInbox(name: Kit['dialect']['name'], people: string): string {
  const blank = name === 'postgresql' ? `'${BLANK}'::jsonb` : `'${BLANK}'`
  return `UPDATE "inbox" SET "payload" = ${blank}, "dedupeKey" = 'erased ' || "id" WHERE "userid" IN ${people} AND "status" <> 'pending'`
}

/** That there was a file stays, and why it is no more. */
export async function forgetFiles({ sql, dialect }: Kit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const set = `"sha256" = NULL, "thumb" = NULL, "name" = NULL, "gps" = NULL, "fault" = '${ERASED}'`
  await sql.run(`UPDATE "attachment" SET ${set} WHERE "id" IN ${dialect.list}`, toJson(ids))
}
