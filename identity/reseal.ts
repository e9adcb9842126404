import { unwatchFile, watchFile } from 'node:fs'
import type { Context, Store } from '../context.ts'
import type { KeyRing } from './keys.ts'

const BATCH = 500
/** how often the file is looked at; it changes a few times a year */
const LOOK_MS = 5_000

export type Sealing = Pick<Store, 'sealedOtherwise' | 'reseal' | 'commit'>

/** Seals everybody again with the newest key; answers how many. It may be stopped anywhere, and begun again. */
export async function resealAll(store: Sealing, ring: KeyRing): Promise<number> {
  for (let people = 0; ;) {
    const rows = await store.sealedOtherwise(ring.current, BATCH)
    if (rows.length === 0) return people
    await store.reseal(
      rows.map((row) => ({ ...row, ...ring.seal(ring.unseal(row.sealed, row.keyId, row.id), row.id) })),
    )
    people += rows.length
  }
}

/** It is written down that a key took the place of another, and by whom. */
export async function noteKey(store: Sealing, ring: KeyRing, by: string, id: string, at: Date): Promise<void> {
  const reason = ring.current
  await store.commit({ access: [{ id, kind: 'key', by, second: null, caseNo: null, reason, at }] }, at)
}

/**
 * While the program runs: a key that was added beside it (`shaozi keys rotate`) takes the place of the old one, and what a
 * stopped change left is finished. Resolves once the first look is done.
 */
export async function keepSealed(
  file: string,
  ring: KeyRing,
  { store, log, id, now }: Pick<Context, 'log' | 'id' | 'now'> & Readonly<{ store: Sealing }>,
): Promise<Readonly<{ close(): Promise<void> }>> {
  let busy = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      const people = await resealAll(store, ring)
      if (people === 0) return
      await noteKey(store, ring, 'system', id(), now())
      log.info({ people, key: ring.current }, 'everybody is sealed with the newest key')
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'people could not be sealed anew')
    }
  }
  const again = (): void => void (busy = busy.then(look))
  await look()
  watchFile(file, { interval: LOOK_MS, persistent: false }, again)
  return {
    async close() {
      unwatchFile(file, again)
      await busy
    },
  }
}
