import { createHash } from 'node:crypto'
import type { Store } from '../context.ts'
import type { Town } from '../domain/town.ts'
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

/** Another one whenever somebody joins or leaves the staff: who is left goes by another name from the next start on. */
export function staffMark(towns: readonly Town[]): string {
  const names = new Set(towns.flatMap(({ people }) => people.map(({ userid }) => userid)))
  return createHash('sha256')
    .update([...names].toSorted().join('\n'))
    .digest('hex')
}
