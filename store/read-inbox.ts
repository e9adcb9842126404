import type { Reading } from './database.ts'
import type { Store } from './store.ts'
import type { Columns } from './tables.ts'

const asked = { note: 'text', since: 'time' } as const satisfies Columns

/** What became of messages, by the notes they were settled with. */
export function inboxReads({ sql, dialect, models }: Reading): Pick<Store, 'countNoted' | 'earlierOf'> {
  // CROSS JOIN keeps SQLite from walking all that was ever done before it knows since when
  // LIKE would take % and _ for more than they are, and SQLite capitals for small letters
  const counted = `SELECT COUNT(*) AS "count" FROM ${dialect.source(asked)} CROSS JOIN "inbox" AS i WHERE i."status" = 'done' AND i."receivedAt" >= j."since" AND substr(i."note", 1, length(j."note")) = j."note"`
  return {
    async earlierOf({ id, from }) {
      const where = { status: 'pending', userid: from, id: { lt: id } }
      return (await models.inbox.findFirst({ where, select: { id: true } })) !== null
    },
    async countNoted(note, since) {
      const [row] = await sql.rows<{ count: number | bigint }>(counted, dialect.json(asked, [{ note, since }]))
      return Number(row?.count ?? 0)
    },
  }
}
