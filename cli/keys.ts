import { cli } from '../config/wording-cli.ts'
import type { Env } from '../config/env.ts'
import { addKey, dropKeys, openKeys } from '../identity/keys.ts'
import { makeLog } from '../log.ts'
import { ulid } from '../store/ids.ts'
import { openReadOnly, openStore } from '../store/open.ts'
import { explain } from './fail.ts'
import { settings } from './settings.ts'

type Options = Readonly<{ json?: boolean }>
const BATCH = 500

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

/** `shaozi keys rotate`: a new key seals everybody again; the old one goes when nothing needs it any more. May be stopped and run again. */
export async function keysRotate(options: Options): Promise<number> {
  try {
    const { current, people } = await rotate(settings())
    print(options, { ok: true, current, people }, cli.keysRotated(current, people))
    return 0
  } catch (error) {
    return explain(error, null, cli.cannotRotate)
  }
}

async function rotate({ databaseUrl, identityKeysFile }: Env): Promise<{ current: string; people: number }> {
  // a mistyped address must not become an empty database with keys of its own
  await (await openReadOnly(databaseUrl)).close()
  const store = await openStore({ url: databaseUrl, log: makeLog('error') })
  try {
    await openKeys(identityKeysFile, await store.keysInUse())
    const ring = await addKey(identityKeysFile)
    let people = 0
    for (;;) {
      const rows = await store.sealedOtherwise(ring.current, BATCH)
      if (rows.length === 0) break
      await store.reseal(
        rows.map((row) => ({ ...row, ...ring.seal(ring.unseal(row.sealed, row.keyId, row.id), row.id) })),
      )
      people += rows.length
    }
    await dropKeys(identityKeysFile, await store.keysInUse())
    const now = new Date()
    const access = {
      id: ulid(),
      kind: 'key',
      by: 'operator',
      second: null,
      caseNo: null,
      reason: ring.current,
    } as const
    await store.commit({ access: [{ ...access, at: now }] }, now)
    return { current: ring.current, people }
  } finally {
    await store.close()
  }
}

function print({ json }: Options, found: object, words: string): void {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${words}\n`)
}
