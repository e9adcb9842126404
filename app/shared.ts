import type { KfBook } from '../bot/kf/channel.ts'
import type { TokenStore } from '../bot/wecom/token.ts'
import { customerId } from '../store/rows-in.ts'
import type { Store } from '../store/store.ts'

/** The access token in the database: all processes share it, and one at a time renews it. */
export function tokenStore(store: Store, name: string, now: () => Date): TokenStore {
  const key = `token ${name}`
  const lease = `lease ${key}`
  return {
    async read() {
      const note = await store.note(key)
      return note?.until ? { token: note.value, until: note.until } : null
    },
    write: (token, until) => store.putNote({ key, value: token, until }),
    release: async () => void (await store.takeNote(lease)),
    lease: (ms) => store.claimNote({ key: lease, value: '', until: new Date(now().getTime() + ms) }, now()),
  }
}

/** The windows of customer service in the database: they outlive a restart. */
export function kfBook(store: Store): KfBook {
  return {
    customerOf: (id) => store.customer(id),
    take: ({ account, external }) => store.countSent(customerId(account, external), 1),
    shut: ({ account, external }) => store.countSent(customerId(account, external), 'used'),
  }
}
