import type { Reading } from './database.ts'
import { outboxRowOf } from './rows-out.ts'
import type { Store } from './store.ts'

export type LiveReads = Pick<Store, 'newestEvent' | 'eventsAfter' | 'answersTo'>

/** What the pages need to know while they are looked at. */
export function liveReads({ models }: Reading): LiveReads {
  return {
    async newestEvent() {
      return (await models.event.aggregate({ _max: { seq: true } }))._max.seq ?? 0
    },
    async eventsAfter(seq, take) {
      const select = { seq: true, taskId: true }
      return models.event.findMany({ where: { seq: { gt: seq } }, select, orderBy: { seq: 'asc' }, take })
    },
    async answersTo(inboxId) {
      // the keys of answers begin with the message they answer; `}` comes behind `|`
      const key = { gte: `in|${inboxId}|`, lt: `in|${inboxId}}` }
      return (await models.outbox.findMany({ where: { key }, orderBy: { seq: 'asc' } })).map(outboxRowOf)
    },
  }
}
