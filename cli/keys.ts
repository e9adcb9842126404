import { cli } from '../config/wording-cli.ts'
import type { Env } from '../config/env.ts'
import { addKey, dropKeys, openKeys } from '../identity/keys.ts'
import { noteKey, resealAll } from '../identity/reseal.ts'
import { makeLog } from '../log.ts'
import { ulid } from '../store/ids.ts'
import { lockForWriting } from '../store/lock.ts'
import { openReadOnly, openStore } from '../store/open.ts'
import { StoreRefusal } from '../store/refusal.ts'
import type { Store } from '../store/store.ts'
import { explain } from './fail.ts'
import { settings } from './settings.ts'

type Options = Readonly<{ json?: boolean }>

/** `shaozi keys check`: do the keys fit the database? 0 = yes, 1 = not, or old ones are still needed. */
export async function keysCheck(options: Options): Promise<number> {
  try {
    const env = settings()
    const store = await openReadOnly(env.databaseUrl)
    const inUse = await store.keysInUse().finally(() => store.close())
    const ring = await openKeys(env.identityKeysFile, inUse)
    const old = inUse.filter((id) => id !== ring.current)
    const words = old.length > 0 ? cli.keysOld(ring.current, old) : cli.keysOk(ring.current, ring.ids.length)
    print(options, { ok: old.length === 0, current: ring.current, old }, words)
    return old.length === 0 ? 0 : 1
  } catch (error) {
    return explain(error, null)
  }
}

/**
 * `shaozi keys rotate`: a new key, with which everybody is sealed again: here, or by the program that is running on this database.
 * May be stopped and run again. The key before stays in the file until the next time: a backup of yesterday needs it.
 */
export async function keysRotate(options: Options): Promise<number> {
  try {
    const { current, people } = await rotate(settings())
    const words = people === null ? cli.keysAdded(current) : cli.keysRotated(current, people)
    print(options, { ok: true, current, people }, words)
    return 0
  } catch (error) {
    return explain(error, null, cli.cannotRotate)
  }
}

/** `people` null = somebody else is running on the database, and does it. */
async function rotate({
  databaseUrl,
  identityKeysFile: file,
}: Env): Promise<{ current: string; people: number | null }> {
  // a mistyped address must not become an empty database with keys of its own
  const outside = await openReadOnly(databaseUrl)
  const inUse = await outside.keysInUse().finally(() => outside.close())
  await openKeys(file, inUse)
  // of two changes at once the later would write over the key of the earlier
  const alone = lockForWriting(file)
  const store = await ownStore(databaseUrl)
  try {
    const { current: before } = await openKeys(file, inUse)
    await dropKeys(file, [...inUse, before])
    const ring = await addKey(file)
    if (store === null) return { current: ring.current, people: null }
    const people = await resealAll(store, ring)
    const now = new Date()
    await noteKey(store, ring, 'operator', ulid(), now)
    return { current: ring.current, people }
  } finally {
    await store?.close()
    alone.release()
  }
}

/** Null where SQLite has its one writer already. */
async function ownStore(url: string): Promise<Store | null> {
  try {
    return await openStore({ url, log: makeLog('error') })
  } catch (error) {
    if (error instanceof StoreRefusal && error.code === 'in-use') return null
    throw error
  }
}

function print({ json }: Options, found: object, words: string): void {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${words}\n`)
}
