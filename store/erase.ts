import { toJson } from './json.ts'
import type { Kit } from './kit.ts'

/** What is left of a message: nothing of it, nor of who sent it. */
const BLANK = JSON.stringify({
  channel: 'aibot',
  dedupeKey: 'erased',
  from: 'erased',
  chat: { type: 'single', id: 'erased' },
  content: { kind: 'unknown', type: 'erased' },
  reply: null,
})

/** Forgets people for good: what ties a name to them is overwritten, what they wrote is blanked, the message being dealt with too. */
export async function erase({ sql, dialect }: Kit, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const ids = toJson(people)
  const blank = dialect.name === 'postgresql' ? `'${BLANK}'::jsonb` : `'${BLANK}'`
  const now = dialect.name === 'postgresql' ? 'now()' : `CAST(strftime('%s', 'now') AS INTEGER) * 1000`
  const statements = [
    `UPDATE "identity" SET "lookup" = 'erased ' || "id", "sealed" = '', "erasedAt" = ${now} WHERE "id" IN ${dialect.list}`,
    `UPDATE "inbox" SET "payload" = ${blank}, "dedupeKey" = 'erased ' || "id" WHERE "userid" IN ${dialect.list}`,
    `UPDATE "report" SET "text" = '' WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "conversation" WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "contact" WHERE "userid" IN ${dialect.list}`,
    `DELETE FROM "customer" WHERE "external" IN ${dialect.list}`,
  ]
  for (const statement of statements) await sql.run(statement, ids)
}
