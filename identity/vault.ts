import { randomBytes } from 'node:crypto'
import type { NewIdentity, People, Store } from '../context.ts'
import { isSealed, SEALED } from '../domain/people/sealed.ts'
import type { KeyRing } from './keys.ts'

/** Who people are: the only place where a name of the platform and the one used here meet. */
export type Vault = People &
  Readonly<{
    /** the name used here for somebody; `fresh` = he is new, and must be added with his first message */
    nameFor(id: string): Promise<Readonly<{ name: string; fresh: NewIdentity | null }>>
    /** … which was done: under this name, or not at all */
    added(fresh: NewIdentity, name: string | null): void
    /** the name used here for somebody, or null where he never wrote */
    known(id: string): Promise<string | null>
    /** the sealed name under which a member of the staff reports; made where there is none */
    citizen(id: string): Promise<string>
    /** … or null where he never reported */
    asCitizen(id: string): Promise<string | null>
    /** he was told what is kept of him */
    told(name: string): void
    /** somebody was forgotten: nothing that is remembered counts any more */
    forget(): void
  }>

type Kept = Pick<Store, 'identity' | 'identityByLookup' | 'addIdentities'>
/** A member of the staff; no other sealed name has this letter there. */
const STAFF = `${SEALED}s`
export const isCitizen = (id: string): boolean => id.startsWith(STAFF)
/** Found by another mark than what he writes as himself. */
const asReporter = (id: string): string => `reporter ${id}`

/** So long, and so many, are remembered: whoever was forgotten by another process is so here a moment later. */
const REMEMBERED = { ms: 10_000, most: 20_000 } as const

type Person = Readonly<{ id: string; told: boolean }>

/** Opens the vault over a store; what is asked in one moment is one query. */
export function openVault(store: Kept, ring: KeyRing, now: () => Date): Vault {
  const names = remembering<string>(now)
  const people = remembering<Person>(now)
  const adding = new Map<string, Readonly<{ id: string; row: NewIdentity }>>()

  async function person(name: string): Promise<Person | null> {
    const known = people.get(name)
    if (known) return known
    const row = await store.identity(name)
    if (!row || row.erasedAt !== null) return null
    return people.put(name, { id: ring.unseal(row.sealed, row.keyId, row.id), told: row.noticedAt !== null })
  }

  return {
    async nameFor(id) {
      const lookup = ring.lookup(id)
      const known = names.get(lookup) ?? (await store.identityByLookup(lookup))?.id
      if (known !== undefined) return { name: names.put(lookup, known), fresh: null }
      const fresh = adding.get(lookup) ?? { id, row: madeFor(id, lookup) }
      adding.set(lookup, fresh)
      return { name: fresh.row.id, fresh: fresh.row }
    },
    added({ lookup }, name) {
      const id = adding.get(lookup)?.id
      adding.delete(lookup)
      if (name === null || id === undefined) return
      names.put(lookup, name)
      people.put(name, { id, told: false })
    },
    known: (id) => nameBy(ring.lookup(id)),
    asCitizen: (id) => nameBy(ring.lookup(asReporter(id))),
    async citizen(id) {
      const lookup = ring.lookup(asReporter(id))
      const known = await nameBy(lookup)
      if (known !== null) return known
      await store.addIdentities([madeFor(id, lookup, STAFF)])
      // another process may have been first
      const name = (await store.identityByLookup(lookup))?.id
      if (name === undefined) throw new Error('a reporter could not be sealed')
      return names.put(lookup, name)
    },
    whoIs: async (name) => (isSealed(name) ? ((await person(name))?.id ?? null) : name),
    async wasTold(name) {
      // a member of the staff is told when he reports as everybody may
      const own = isSealed(name) ? name : await nameBy(ring.lookup(asReporter(name)))
      return own === null ? false : ((await person(own))?.told ?? true)
    },
    told(name) {
      const own = isSealed(name) ? name : names.get(ring.lookup(asReporter(name)))
      const known = own === undefined ? undefined : people.get(own)
      if (own !== undefined && known) people.put(own, { ...known, told: true })
    },
    forget() {
      names.clear()
      people.clear()
    },
  }

  async function nameBy(lookup: string): Promise<string | null> {
    const known = names.get(lookup) ?? (await store.identityByLookup(lookup))?.id ?? null
    return known === null ? null : names.put(lookup, known)
  }

  function madeFor(id: string, lookup: string, prefix = SEALED): NewIdentity {
    const name = `${prefix}${randomBytes(10).toString('hex')}`
    return { id: name, lookup, createdAt: now(), ...ring.seal(id, name) }
  }
}

function remembering<V>(now: () => Date) {
  const kept = new Map<string, Readonly<{ value: V; at: number }>>()
  return {
    get(key: string): V | undefined {
      const found = kept.get(key)
      return found && now().getTime() - found.at <= REMEMBERED.ms ? found.value : undefined
    },
    put(key: string, value: V): V {
      kept.delete(key)
      kept.set(key, { value, at: now().getTime() })
      const [oldest] = kept.keys()
      if (kept.size > REMEMBERED.most && oldest !== undefined) kept.delete(oldest)
      return value
    },
    clear: (): void => kept.clear(),
  }
}
