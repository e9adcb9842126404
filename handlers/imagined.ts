import type { Context, Store } from '../context.ts'
import type { Imagined } from '../domain/escalation/foresee.ts'
import type { Notice } from '../domain/notice.ts'
import { recipientKey } from '../domain/people/recipients.ts'

/** All that would change something: in a dry run it is a mistake to call one of these. */
const WRITES = [
  ...['receive', 'receivePage', 'failInbox', 'commit', 'countSent', 'addIdentities', 'reseal', 'renamePeople'],
  ...['purge', 'putNote', 'renewNote', 'claimNote', 'takeNote', 'settle', 'savePolicy', 'close'],
] as const satisfies readonly (keyof Store)[]

const refused = (): never => {
  throw new Error('a dry run does not write')
}
const sealed = Object.fromEntries(WRITES.map((name) => [name, refused]))

/** What a handler is given in a dry run: another hour, the case and its book as they are imagined, and nothing that writes. */
export function imaginedContext(ctx: Context, imagined: Imagined, told: readonly Notice[], at: Date): Context {
  const media = { ...ctx.media, keep: refused, remove: refused, fetch: refused, fetchSoon: refused }
  return { ...ctx, now: () => at, media, store: imaginedStore(ctx.store, imagined, told) }
}

function imaginedStore(store: Store, { task, book }: Imagined, told: readonly Notice[]): Store {
  const known = new Map(book.map((entry) => [entry.id, entry]))
  const own = <T extends Readonly<{ id: string }>>(found: T | null): T | null =>
    // an entry of the book is looked up by the id it was read with
    found && ((known.get(found.id) as T | undefined) ?? found)
  return {
    ...store,
    ...sealed,
    onDue: refused,
    task: async (id) => (id === task.id ? task : store.task(id)),
    taskByCaseNo: async (no) => (no === task.caseNo ? task : store.taskByCaseNo(no)),
    tasks: async (query) => (await store.tasks(query)).map((each) => (each.id === task.id ? task : each)),
    entry: async (id) => known.get(id) ?? store.entry(id),
    entryByNo: async (no) => own(await store.entryByNo(no)),
    entriesOf: async (id) => (id === task.id ? book.filter((each) => each.taskId === id) : store.entriesOf(id)),
    async entries(query) {
      const found = (await store.entries(query)).map((each) => known.get(each.id) ?? each)
      return found.filter(({ state }) => query.states === undefined || query.states.includes(state))
    },
    // whoever had his measure of the day in the dry run has had it
    async alertsSince(recipient, since) {
      const heard = told.filter(
        ({ queue, to, notBefore }) => queue === 'alerts' && isAt(to, recipient, notBefore, since),
      )
      return (await store.alertsSince(recipient, since)) + heard.length
    },
  }
}

const isAt = (to: Notice['to'], recipient: string, at: Date, since: Date): boolean =>
  recipientKey(to) === recipient && at >= since
