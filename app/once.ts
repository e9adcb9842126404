import type { Store } from '../store/store.ts'

/**
 * Mends rows of older versions, and remembers that it did: to look for them again at each start takes the longer, the
 * more there is. `mark` = what it was done for; with another it is done again.
 */
export async function once(
  store: Pick<Store, 'note' | 'putNote'>,
  { key, mark }: Readonly<{ key: string; mark: string }>,
  mend: () => Promise<number>,
): Promise<number> {
  if ((await store.note(key))?.value === mark) return 0
  const mended = await mend()
  await store.putNote({ key, value: mark, until: null })
  return mended
}
