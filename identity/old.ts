import type { Store } from '../context.ts'
import type { Vault } from './vault.ts'
import type { IsStaff } from './veil.ts'

const BATCH = 200

/** People written down by a version that kept them by their own names are given others, everywhere. Answers how many. */
export async function veilOld(
  store: Pick<Store, 'unsealedPeople' | 'renamePeople'>,
  vault: Vault,
  isStaff: IsStaff,
): Promise<number> {
  let after = ''
  let done = 0
  for (;;) {
    const found = await store.unsealedPeople(after, BATCH)
    const people = found.filter((id) => !isStaff(id))
    const names = await Promise.all(people.map(async (was) => ({ was, now: await vault.nameFor(was) })))
    await store.renamePeople(names)
    done += names.length
    const last = found.at(-1)
    if (last === undefined) return done
    after = last
  }
}
