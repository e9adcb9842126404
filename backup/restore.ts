import { existsSync } from 'node:fs'
import { copyFile, cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { BackupFault } from '../domain/backup/fault.ts'
import { logAccess } from '../store/beside.ts'
import { COPY_NAMES, holdStill, takePlace } from '../store/copy/copy.ts'
import { makeFolders } from '../store/folder.ts'
import { ulid } from '../store/ids.ts'
import { unpack } from './archive.ts'
import { examine, lostFiles, type Chosen } from './examine.ts'
import { roomFor, workIn } from './folder.ts'
import { storedFiles, type House } from './house.ts'
import { labelOf } from './label.ts'
import { IDENTITY_KEYS, TOWN } from './manifest.ts'
import { emptyInto } from './pool.ts'
import { writeFault } from './write.ts'

export type Restored = Readonly<{ events: number; files: number; lost: number; aside: readonly string[] }>

/** An archive takes the place of what is there, which is kept aside. All is looked at before anything is touched. */
export async function restore(house: House, chosen: Chosen, by: string, now: Date): Promise<Restored> {
  const still = await holdStill(house.databaseUrl)
  const bytes = chosen.manifest.parts.reduce((sum, part) => sum + part.bytes, 0)
  try {
    makeFolders(house.dataDir)
    return await workIn(join(house.dataDir, 'restore'), async (workplace) => {
      await roomFor(workplace, 2 * bytes)
      const label = labelOf(now)
      const { trial, whole } = await examine(chosen, house.databaseUrl, workplace, label)
      try {
        const { files, lost } = await filesInPlace(storedFiles(house), chosen)
        const keys = await keysInPlace(house, join(workplace, IDENTITY_KEYS), label)
        const town = await townInPlace(house, join(workplace, TOWN), label)
        const database = await takePlace(house.databaseUrl, trial, label)
        const note = { id: ulid(), kind: 'operation', by, second: null, caseNo: null } as const
        await logAccess(house.databaseUrl, { ...note, reason: `restore ${chosen.at.toISOString()}`, at: now })
        const aside = [database, keys, town].flatMap((path) => path ?? [])
        return { events: whole.events, files, lost, aside }
      } catch (error) {
        await trial.discard()
        throw error
      }
    })
  } finally {
    still.release()
  }
}

/** What can be put back is; what is lost is counted. */
async function filesInPlace(stored: string, chosen: Chosen): Promise<Readonly<{ files: number; lost: number }>> {
  const lost = new Set(await lostFiles(chosen))
  const there = chosen.manifest.files.filter((sha256) => !lost.has(sha256))
  return { files: await emptyInto(stored, chosen.pool, chosen.key, there), lost: lost.size }
}

/** The same keys stay as they are. Others are kept: who they opened could not be known otherwise. */
async function keysInPlace({ identityKeysFile: file }: House, incoming: string, label: string): Promise<string | null> {
  if (!existsSync(incoming)) return null
  const aside = existsSync(file) ? `${file}.before-${label}` : null
  if (aside !== null && (await readFile(file)).equals(await readFile(incoming))) return null
  if (aside !== null) await copyFile(file, aside)
  await copyFile(incoming, `${file}.incoming`)
  await rename(`${file}.incoming`, file)
  return aside
}

/** File by file: the folder itself may be one that is mounted, and cannot be renamed. */
async function townInPlace({ townConfig, dataDir }: House, incoming: string, label: string): Promise<string | null> {
  const aside = existsSync(townConfig) ? join(dataDir, `town.before-${label}`) : null
  if (aside !== null) await cp(townConfig, aside, { recursive: true, dereference: true })
  await cp(incoming, townConfig, { recursive: true })
  const kept = new Set(await readdir(incoming, { recursive: true }))
  const found = existsSync(townConfig) ? await readdir(townConfig, { recursive: true, withFileTypes: true }) : []
  for (const entry of found.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    if (!kept.has(relative(townConfig, path))) await rm(path)
  }
  return aside
}

export type Unpacked = Readonly<{ database: string; files: number; lost: number }>

/** Everything of an archive into an empty folder; what is in use is not touched. */
export async function unpackTo(chosen: Chosen, folder: string): Promise<Unpacked> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new BackupFault('not-empty', folder)
  makeFolders(folder)
  try {
    await roomFor(
      folder,
      chosen.manifest.parts.reduce((sum, part) => sum + part.bytes, 0),
    )
    const { provider } = await unpack(chosen.path, chosen.key, folder)
    const found = await filesInPlace(join(folder, 'files'), chosen)
    return { database: join(folder, COPY_NAMES[provider]), ...found }
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
    throw writeFault(error, folder)
  }
}
