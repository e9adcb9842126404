import type { Reading } from './database.ts'
import { outboxRowOf } from './rows-out.ts'
import type { Store } from './store.ts'

/** An answer stands among the newest messages to its recipient. */
const LATELY = 50

export type LiveReads = Pick<Store, 'newestEvent' | 'eventsAfter' | 'answersTo'>

/** What the pages need to know while they are looked at. */
export function liveReads({ sql, models }: Reading): LiveReads {
  return {
    async newestEvent() {
      // Prisma's aggregate walks the whole log
      const [row] = await sql.rows<Readonly<{ seq: number | bigint | null }>>('SELECT MAX("seq") AS "seq" FROM "event"')
      return Number(row?.seq ?? 0)
    },
    async eventsAfter(seq, take) {
      const select = { seq: true, taskId: true }
      return models.event.findMany({ where: { seq: { gt: seq } }, select, orderBy: { seq: 'asc' }, take })
    },
    async answersTo(inboxId, recipient) {
      // by its recipient, whose index is the same everywhere: how texts are ordered is not
      const rows = await models.outbox.findMany({ where: { recipient }, orderBy: { seq: 'desc' }, take: LATELY })
      const own = rows.filter(({ key }) => key.startsWith(`in|${inboxId}|`))
      return own.toReversed().map(outboxRowOf)
    },
  }
}
