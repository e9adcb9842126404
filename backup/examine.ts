import { join } from 'node:path'
import { BackupFault } from '../domain/backup/fault.ts'
import { readArchiveName } from '../domain/backup/name.ts'
import { openKeys } from '../identity/keys.ts'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { COPY_NAMES, migrationsOf, openCopy, type Trial } from '../store/copy/copy.ts'
import { pendingMigrations } from '../store/migrations.ts'
import { openReadOnly } from '../store/open.ts'
import { parseUrl } from '../store/url.ts'
import { readManifest, unpack } from './archive.ts'
import { poolOf } from './folder.ts'
import type { House } from './house.ts'
import { readKey, type Key } from './key.ts'
import { IDENTITY_KEYS, type Manifest } from './manifest.ts'
import { stateInPool } from './pool.ts'
import { wholeOf, type Whole } from './whole.ts'

/** An archive somebody chose: its manifest, what opens it, and where its stored files lie. */
export type Chosen = Readonly<{ path: string; at: Date; manifest: Manifest; key: Key | null; pool: string }>

/** Looks at the name, the key and the manifest; nothing is unpacked. */
export async function choose(path: string, house: Pick<House, 'key'>): Promise<Chosen> {
  const named = readArchiveName(basename(path))
  if (!named) throw new BackupFault(existsSync(path) ? 'not-an-archive' : 'no-archive', path)
  if (!existsSync(path)) throw new BackupFault('no-archive', path)
  const key = named.keyId === null ? null : await readKey(house.key)
  if (named.keyId !== null && key === null) throw new BackupFault('no-key')
  if (named.keyId !== null && key?.id !== named.keyId) throw new BackupFault('other-key', named.keyId)
  const manifest = await readManifest(path, key)
  return { path, at: named.at, manifest, key, pool: poolOf(dirname(path), key) }
}

/** May this program open what is in it, in a database of this kind? Throws StoreRefusal where it is newer. */
export function fits({ manifest: { provider, migrations } }: Chosen, databaseUrl: string): void {
  if (parseUrl(databaseUrl).provider !== provider) throw new BackupFault('other-database', provider)
  pendingMigrations(migrationsOf(databaseUrl), migrations)
}

export type Examined = Readonly<{ trial: Trial; whole: Whole }>

/** Unpacks an archive and looks at everything in it, in a database of its own; who calls discards that or puts it in its place. */
export async function examine(
  chosen: Chosen,
  databaseUrl: string,
  workplace: string,
  label: string,
): Promise<Examined> {
  fits(chosen, databaseUrl)
  const { provider, whole: wasWhole } = await unpack(chosen.path, chosen.key, workplace)
  const trial = await openCopy(databaseUrl, join(workplace, COPY_NAMES[provider]), label)
  try {
    await keysFit(trial.url, join(workplace, IDENTITY_KEYS))
    const { pool, key } = chosen
    const whole = await wholeOf(trial.url, (sha256) => stateInPool(pool, key, sha256))
    // a log that was tampered with before is not the archive's fault
    if (wasWhole === true && whole.chain.length + whole.accesses.faults.length > 0)
      throw new BackupFault('damaged', chosen.path)
    return { trial, whole }
  } catch (error) {
    await trial.discard()
    throw error
  }
}

/** The keys in an archive open who the people of its database are; a plain one has none in it. */
async function keysFit(url: string, keysFile: string): Promise<void> {
  if (!existsSync(keysFile)) return
  const store = await openReadOnly(url)
  const inUse = await store.keysInUse().finally(() => store.close())
  await openKeys(keysFile, inUse).catch((error: unknown) => {
    throw new BackupFault('keys-unfit', '', error)
  })
}

/** Stored files an archive names and the pool lacks, or holds as something else. */
export async function lostFiles({ manifest, pool, key }: Chosen): Promise<readonly string[]> {
  const lost: string[] = []
  for (const sha256 of manifest.files) if ((await stateInPool(pool, key, sha256)) !== 'same') lost.push(sha256)
  return lost
}
