import { randomBytes } from 'node:crypto'
import type { People, Store } from '../context.ts'
import type { KeyRing } from './keys.ts'

/** Who people are: the only place where a name of the platform and the one used here meet. */
export type Vault = People &
  Readonly<{
    /** the name used here for somebody; made where he is new */
    nameFor(id: string): Promise<string>
    /** the name used here for somebody, or null where he never wrote */
    known(id: string): Promise<string | null>
  }>

type Kept = Pick<Store, 'addIdentities' | 'identity' | 'identityByLookup'>
/** What a name used here looks like. */
const PREFIX = 'r-'
export const isVeiled = (id: string): boolean => id.startsWith(PREFIX)

/**
 * Nothing is remembered here: whoever was forgotten is so for every process at once. What is asked in one moment is one
 * query.
 */
export function openVault(store: Kept, ring: KeyRing, now: () => Date): Vault {
  async function add(id: string, lookup: string): Promise<string> {
    const name = `${PREFIX}${randomBytes(10).toString('hex')}`
    await store.addIdentities([{ id: name, lookup, createdAt: now(), ...ring.seal(id, name) }])
    // of two who come at once the first is kept
    return (await store.identityByLookup(lookup))?.id ?? name
  }

  async function person(name: string): Promise<Readonly<{ id: string; told: boolean }> | null> {
    const row = await store.identity(name)
    if (!row || row.erasedAt !== null) return null
    return { id: ring.unseal(row.sealed, row.keyId, row.id), told: row.noticedAt !== null }
  }

  return {
    async nameFor(id) {
      const lookup = ring.lookup(id)
      return (await store.identityByLookup(lookup))?.id ?? add(id, lookup)
    },
    known: async (id) => (await store.identityByLookup(ring.lookup(id)))?.id ?? null,
    whoIs: async (name) => (isVeiled(name) ? ((await person(name))?.id ?? null) : name),
    wasTold: async (name) => !isVeiled(name) || ((await person(name))?.told ?? true),
  }
}
