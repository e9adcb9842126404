import type { Policy } from '../domain/policy.ts'
import type { Reading } from './database.ts'
import type { ContactModel, ConversationModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'
import { conversationOf, inboxRowOf } from './rows-out.ts'
import type { Store } from './store.ts'

export type PeopleReads = Pick<
  Store,
  | 'unhandled'
  | 'received'
  | 'conversation'
  | 'hasWritten'
  | 'customer'
  | 'note'
  | 'notes'
  | 'policy'
  | 'latestEventAt'
  | 'ping'
>

/** What was received and from whom, and the policies cases are kept under. */
export function peopleReads({ dialect, sql, models }: Reading): PeopleReads {
  const conversationText = `SELECT * FROM "conversation" WHERE "key" IN ${dialect.list}`
  const contactText = `SELECT "userid" FROM "contact" WHERE "userid" IN ${dialect.list}`
  const policies = new Map<string, Policy>()

  const conversation = loader(async (keys) => {
    const rows = await sql.rows<ConversationModel>(conversationText, toJson(keys))
    return new Map(rows.map((row) => [row.key, conversationOf(row)]))
  })
  const contact = loader(async (userids) => {
    const rows = await sql.rows<Pick<ContactModel, 'userid'>>(contactText, toJson(userids))
    return new Map(rows.map((row) => [row.userid, true]))
  })

  return {
    conversation,
    async unhandled(limit) {
      return (await models.inbox.findMany({ where: { status: 'pending' }, orderBy: { id: 'asc' }, take: limit })).map(
        inboxRowOf,
      )
    },
    async received(id) {
      const row = await models.inbox.findUnique({ where: { id } })
      return row === null ? null : inboxRowOf(row)
    },
    async hasWritten(userid) {
      return (await contact(userid)) !== null
    },
    async customer(id) {
      const where = { OR: [{ external: id }, { person: id }] }
      return models.customer.findFirst({ where, orderBy: [{ wroteAt: 'desc' }, { id: 'asc' }] })
    },
    async note(key) {
      return models.note.findUnique({ where: { key } })
    },
    notes: (prefix, now) =>
      models.note.findMany({
        where: { key: { startsWith: prefix }, OR: [{ until: null }, { until: { gt: now } }] },
        orderBy: { key: 'asc' },
      }),
    async policy(id) {
      const known = policies.get(id)
      if (known !== undefined) return known
      const row = await models.policy.findUnique({ where: { id } })
      if (row === null) return null
      // Written by savePolicy from a checked Policy, and never changed.
      const policy = row.body as unknown as Policy
      policies.set(id, policy)
      return policy
    },
    async latestEventAt() {
      return (await models.event.findFirst({ orderBy: { seq: 'desc' }, select: { at: true } }))?.at ?? null
    },
    async ping() {
      await sql.rows('SELECT 1 AS "alive"')
    },
  }
}
