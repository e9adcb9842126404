import { existsSync } from 'node:fs'
import { copyFile, cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BACKUP_FAULT, LAST_BACKUP } from '../domain/backup/due.ts'
import { BackupFault, type BackupFaultCode } from '../domain/backup/fault.ts'
import { archiveName } from '../domain/backup/name.ts'
import { noteBeside } from '../store/beside.ts'
import { copyDatabase, copyUrl, migrationsOf } from '../store/copy/copy.ts'
import { pendingMigrations } from '../store/migrations.ts'
import { pack, partsOf } from './archive.ts'
import { poolOf, roomFor, workIn } from './folder.ts'
import { databaseBytes, storedFiles, type House } from './house.ts'
import { readKey, type Key } from './key.ts'
import { IDENTITY_KEYS, type Manifest, TOWN } from './manifest.ts'
import { fillPool, type Filled } from './pool.ts'
import { rotate } from './rotate.ts'
import { wholeOf } from './whole.ts'

export type Made = Readonly<{
  archive: string
  bytes: number
  events: number | null
  /** are both logs whole? null = of an older version, not looked at */
  whole: boolean | null
  files: number
  /** of these, put there this time */
  fresh: number
  /** stored files that are not any more what they were: not backed up */
  changed: readonly string[]
  /** older archives that went */
  gone: number
}>

export type How = Readonly<{
  /** without a key: neither sealed, nor with the keys of identities in it */
  plain: boolean
  /** older archives may go; not where somebody keeps his own folder */
  rotate: boolean
}>

/** One archive of everything that cannot be made again, while the program runs; it is there whole or not at all. */
export async function makeBackup(house: House, how: How, now: Date): Promise<Made> {
  const key = await readKey(house.key)
  if (key === null && !how.plain) throw new BackupFault('no-key')
  return workIn(house.folder, async (workplace) => {
    // a copy, and the archive of it
    await roomFor(house.folder, 2 * (await databaseBytes(house.databaseUrl)))
    const { events, ...copied } = await gathered(house, workplace, key)
    const filled = await fillPool(storedFiles(house), poolOf(house.folder, key), key)
    const about = { format: 1, at: now.toISOString(), program: house.program } as const
    const manifest: Manifest = { ...about, ...copied, parts: await partsOf(workplace), files: [...filled.files] }
    const archive = join(house.folder, archiveName(now, key?.id ?? null))
    await pack(workplace, manifest, key, archive)
    const gone = how.rotate ? await rotate(house.folder, key, now) : 0
    const { whole } = manifest
    // of an older version: nothing is written into it before it was upgraded
    if (whole !== null) await noteBeside(house.databaseUrl, notesOf(whole, filled, now))
    const { size: bytes } = await stat(archive)
    const { files, ...put } = filled
    return { archive, bytes, events, whole, files: files.length, ...put, gone }
  })
}

function notesOf(whole: boolean, { changed }: Filled, now: Date): Record<string, string | null> {
  const fault: BackupFaultCode | null = !whole ? 'chain-broken' : changed.length > 0 ? 'files-lost' : null
  return { [LAST_BACKUP]: now.toISOString(), [BACKUP_FAULT]: fault }
}

/** Database, township folder and keys into one folder. */
async function gathered(house: House, workplace: string, key: Key | null) {
  const { provider, file, migrations } = await copyDatabase(house.databaseUrl, workplace)
  const current = pendingMigrations(migrationsOf(house.databaseUrl), migrations).length === 0
  const log = current ? await logOf(copyUrl(house.databaseUrl, join(workplace, file))) : { events: null, whole: null }
  await cp(house.townConfig, join(workplace, TOWN), { recursive: true, dereference: true })
  if (key !== null && existsSync(house.identityKeysFile))
    await copyFile(house.identityKeysFile, join(workplace, IDENTITY_KEYS))
  return { provider, migrations: [...migrations], ...log }
}

/** A log that was tampered with cannot be mended: it is backed up like any other, and said. */
async function logOf(url: string): Promise<Readonly<{ events: number; whole: boolean }>> {
  const { events, chain, accesses } = await wholeOf(url, async () => 'same')
  return { events, whole: chain.length + accesses.faults.length === 0 }
}
