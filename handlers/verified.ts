import type { Store } from '../context.ts'
import type { Daily } from './slice.ts'

const KEY = 'chain checked'

/** Every night the logs are gone through from their first line; what came of it is kept for those who look at the machine. */
export const verifying: Daily = {
  kind: 'chain',
  at: 3 * 60 + 20,
  async work({ store, log }, { now }) {
    const { ok, faults, accesses } = await store.verify()
    if (!ok) log.error({ faults: faults.length + accesses.faults.length }, 'the logs do not fit together')
    return { notes: [{ key: KEY, value: JSON.stringify({ at: now.toISOString(), ok }), until: null }] }
  },
}

/** When the logs were gone through last, and whether they were whole. */
export async function lastVerified(store: Pick<Store, 'note'>): Promise<Readonly<{ at: Date; ok: boolean }> | null> {
  const note = await store.note(KEY)
  if (!note) return null
  const { at, ok } = JSON.parse(note.value) as Readonly<{ at: string; ok: boolean }>
  return { at: new Date(at), ok }
}
