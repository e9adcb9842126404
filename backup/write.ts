import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BackupFault, type BackupFaultCode } from '../domain/backup/fault.ts'
import { makeFolders } from '../store/folder.ts'

const CODES: Readonly<Record<string, BackupFaultCode>> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EFBIG: 'no-room',
  SQLITE_FULL: 'no-room',
  'disk-full': 'no-room',
  EACCES: 'cannot-write',
  EPERM: 'cannot-write',
  EROFS: 'cannot-write',
  ENOTDIR: 'cannot-write',
  EEXIST: 'cannot-write',
  EIO: 'cannot-write',
  SQLITE_IOERR_WRITE: 'cannot-write',
}

/** What the system said about writing there, in our words; other faults as they are. */
export function writeFault(error: unknown, path: string): unknown {
  if (error instanceof BackupFault || !(error instanceof Error) || !('code' in error)) return error
  const code = CODES[String(error.code)]
  return code === undefined ? error : new BackupFault(code, path, error)
}

/** A file is there whole or not at all, and on the disk for good before anybody hears of it. What is written begins when there is somebody to hear of its faults. */
export async function writeWhole(path: string, source: () => Promise<Readable>): Promise<void> {
  const part = `${path}.part`
  makeFolders(dirname(path))
  try {
    await rm(part, { force: true })
    const handle = await open(part, 'wx', 0o600)
    await pipeline(await begun(source, handle), handle.createWriteStream({ flush: true }))
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A source that cannot even begin leaves no file open. */
async function begun(source: () => Promise<Readable>, handle: FileHandle): Promise<Readable> {
  try {
    return await source()
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** A small file that must not exist yet. */
export async function writeNew(path: string, text: string): Promise<void> {
  makeFolders(dirname(path))
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new BackupFault('key-exists', path, error) : writeFault(error, path)
  })
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
