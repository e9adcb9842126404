import type { Store } from '../context.ts'
import type { Vault } from './vault.ts'
import type { IsStaff } from './veil.ts'

const BATCH = 200

/** People written down by a version that kept them by their own names are given others, everywhere. Answers how many. */
export async function veilOld(
  store: Pick<Store, 'unsealedPeople' | 'renamePeople' | 'addIdentities'>,
  vault: Vault,
  isStaff: IsStaff,
): Promise<number> {
  let after = ''
  let done = 0
  for (;;) {
    const unsealed = await store.unsealedPeople(after, BATCH)
    const people = unsealed.filter((id) => !isStaff(id))
    const found = await Promise.all(people.map(async (was) => ({ was, ...(await vault.nameFor(was)) })))
    await store.addIdentities(found.flatMap(({ fresh }) => fresh ?? []))
    for (const { fresh, name } of found) if (fresh) vault.added(fresh, name)
    const names = found.map(({ was, name }) => ({ was, now: name }))
    await store.renamePeople(names)
    done += names.length
    const last = unsealed.at(-1)
    if (last === undefined) return done
    after = last
  }
}
