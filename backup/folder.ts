import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupFault, type BackupFaultCode } from '../domain/backup/fault.ts'
import { archivesIn, poolName, type Archive } from '../domain/backup/name.ts'
import { makeFolders } from '../store/folder.ts'
import { lockForWriting } from '../store/lock.ts'
import { StoreRefusal } from '../store/refusal.ts'
import type { Key } from './key.ts'
import { writeFault } from './write.ts'

const WORK = '.work-'

/** The archives that lie in a folder, newest first. */
export async function archives(folder: string): Promise<Archive[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw writeFault(error, folder)
  })
  return archivesIn(names)
}

/** Where the stored files of a key lie. */
export const poolOf = (folder: string, key: Pick<Key, 'id'> | null): string =>
  join(folder, 'files', poolName(key?.id ?? null))

/**
 * Works in a folder of its own beside the archives, which goes afterwards; one at a time. What a process that was killed left
 * behind goes first.
 */
export async function workIn<T>(folder: string, work: (workplace: string) => Promise<T>): Promise<T> {
  const lock = alone(folder)
  try {
    for (const name of await readdir(folder)) if (name.startsWith(WORK)) await remove(join(folder, name))
    const workplace = await mkdtemp(join(folder, WORK))
    return await work(workplace).finally(() => remove(workplace))
  } catch (error) {
    throw writeFault(error, folder)
  } finally {
    lock.release()
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

const BY_REFUSAL: Readonly<Record<string, BackupFaultCode>> = { 'in-use': 'busy', 'disk-full': 'no-room' }

function alone(folder: string): Readonly<{ release(): void }> {
  try {
    makeFolders(folder)
    return lockForWriting(join(folder, 'backup'))
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw writeFault(error, folder)
    throw new BackupFault(BY_REFUSAL[error.code] ?? 'cannot-write', folder, error)
  }
}

/** What the running program needs to go on writing is left to it. */
const SPARE = 200 * 1024 ** 2

/** A disk that is filled up by a backup takes the program down with it. */
export async function roomFor(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes + SPARE) throw new BackupFault('no-room', folder)
}
