import type { Reading } from './database.ts'
import type { Store } from './store.ts'

/** What became of messages, by the notes they were settled with. */
export function inboxReads({ models }: Reading): Pick<Store, 'countNoted'> {
  return {
    countNoted: (note, since) =>
      models.inbox.count({ where: { status: 'done', receivedAt: { gte: since }, note: { startsWith: note } } }),
  }
}
