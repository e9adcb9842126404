import { write, type Kit } from './kit.ts'
import type { Columns } from './tables.ts'

export type Renaming = Readonly<{ was: string; now: string }>
const renaming = { was: 'text', now: 'text' } as const satisfies Columns

const sender = { id: 'text', ...renaming } as const satisfies Columns

/** A name as a whole value, and as a part of a key; never inside another word. */
function replacing({ name }: Kit['dialect']) {
  const json = (column: string) => (name === 'postgresql' ? `CAST(${column} AS text)` : column)
  const back = (text: string) => (name === 'postgresql' ? `CAST(${text} AS jsonb)` : text)
  const quoted = (column: string) => `'"' || j."${column}" || '"'`
  const inKey = (text: string) => `REPLACE(${text}, ':' || j."was" || ':', ':' || j."now" || ':')`
  const inJson = (table: string, column: string) =>
    back(inKey(`REPLACE(${json(`"${table}"."${column}"`)}, ${quoted('was')}, ${quoted('now')})`))
  return { inKey, inJson }
}

/** Gives the sender of single messages another name; they are known again by their key, which stays. */
export async function renameSender(kit: Kit, rows: readonly (Renaming & Readonly<{ id: string }>)[]): Promise<void> {
  const { inJson } = replacing(kit.dialect)
  const text = `UPDATE "inbox" SET "userid" = j."now", "payload" = ${inJson('inbox', 'payload')} FROM ${kit.dialect.source(sender)} WHERE "inbox"."id" = j."id"`
  await write(kit, text, sender, rows)
}

/** Gives people other names in every row that holds one. The log of events never held any. */
export async function rename(kit: Kit, people: readonly Renaming[]): Promise<void> {
  const { dialect } = kit
  const { inKey, inJson } = replacing(dialect)
  const changed = (table: string, set: string, where: string) =>
    write(kit, `UPDATE "${table}" SET ${set} FROM ${dialect.source(renaming)} WHERE ${where}`, renaming, people)
  const chat = (table: string) =>
    `"chatId" = CASE WHEN "${table}"."chatId" = j."was" THEN j."now" ELSE "${table}"."chatId" END`
  await changed('report', `"userid" = j."now", ${chat('report')}`, '"report"."userid" = j."was"')
  await changed(
    'timer',
    `"subject" = REPLACE("timer"."subject", j."was", j."now")`,
    `"timer"."kind" = 'question' AND "timer"."subject" IN (SELECT c."key" FROM "conversation" AS c WHERE c."userid" = j."was")`,
  )
  await changed(
    'conversation',
    `"userid" = j."now", "key" = REPLACE("conversation"."key", j."was", j."now"), ${chat('conversation')}`,
    '"conversation"."userid" = j."was"',
  )
  await changed('contact', '"userid" = j."now"', '"contact"."userid" = j."was"')
  await changed(
    'customer',
    `"id" = REPLACE("customer"."id", j."was", j."now"), "external" = j."now", "person" = CASE WHEN "customer"."person" = j."was" THEN j."now" ELSE "customer"."person" END`,
    '"customer"."external" = j."was"',
  )
  await changed(
    'outbox',
    `"recipient" = 'p-' || j."now", "key" = REPLACE("outbox"."key", j."was", j."now"), "to" = ${inJson('outbox', 'to')}`,
    `"outbox"."recipient" = 'p-' || j."was"`,
  )
  await changed('attachment', '"by" = j."now"', '"attachment"."by" = j."was"')
  await changed(
    'inbox',
    `"userid" = j."now", "dedupeKey" = ${inKey('"inbox"."dedupeKey"')}, "payload" = ${inJson('inbox', 'payload')}`,
    '"inbox"."userid" = j."was"',
  )
}
