import { existsSync } from 'node:fs'
import { chmod, constants, copyFile, link, open, rename, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { BackupFault } from '../../domain/backup/fault.ts'
import { appliedTo } from '../migrate-sqlite.ts'
import type { AppliedMigration } from '../migrations.ts'
import { refusalOf } from '../sqlite-errors.ts'

/** All pages in one step: a copy made step by step begins anew whenever the running program writes. It holds up no writer. */
const ALL_PAGES = 0x7fff_ffff

/** A copy of a database that may be in use, as of one instant, with all that was committed before. */
export async function copySqlite(from: string, to: string): Promise<readonly AppliedMigration[]> {
  if (!existsSync(from)) throw new BackupFault('no-database', from)
  let source: Database.Database | null = null
  try {
    source = new Database(from, { readonly: true, timeout: 10_000 })
    await source.backup(to, { progress: () => ALL_PAGES })
    await chmod(to, 0o600)
    return checkedCopy(to)
  } catch (error) {
    throw refusalOf(error, from)
  } finally {
    source?.close()
  }
}

/** Every page and every index of a file nobody else has open; answers what was applied to it. */
export function checkedCopy(path: string): readonly AppliedMigration[] {
  const db = new Database(path)
  try {
    const found = db.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new BackupFault('database-damaged', path)
    return appliedTo(db, path)
  } catch (error) {
    const known = refusalOf(error, path)
    throw 'code' in known && known.code === 'not-a-database' ? new BackupFault('database-damaged', path, error) : known
  } finally {
    db.close()
  }
}

const BESIDE = ['-wal', '-shm'] as const

/** The files as they are, byte by byte, under another name; the program must not run. */
export async function setAside(path: string, aside: string): Promise<void> {
  try {
    for (const end of ['', '-wal'] as const)
      if (existsSync(`${path}${end}`)) await copyFile(`${path}${end}`, `${aside}${end}`, constants.COPYFILE_FICLONE)
  } catch (error) {
    await dropAside(aside)
    throw refusalOf(error, path)
  }
}

/** The opposite of `setAside`: what was done to the database since is gone. */
export async function putBack(path: string, aside: string): Promise<void> {
  for (const end of BESIDE) await rm(`${path}${end}`, { force: true })
  // the log first: the old file without it would lack what was committed last
  if (existsSync(`${aside}-wal`)) await rename(`${aside}-wal`, `${path}-wal`)
  await rename(aside, path)
}

export async function dropAside(aside: string): Promise<void> {
  for (const end of ['', ...BESIDE] as const) await rm(`${aside}${end}`, { force: true })
}

/** Another database takes the place of this one, which lies under `aside` afterwards. At every moment there is one in its place. */
export async function exchange(path: string, incoming: string, aside: string): Promise<void> {
  const here = `${path}.incoming`
  await copyFile(incoming, here, constants.COPYFILE_FICLONE)
  await flushed(here)
  if (existsSync(path)) {
    await link(path, aside).catch(() => copyFile(path, aside))
    if (existsSync(`${path}-wal`)) await rename(`${path}-wal`, `${aside}-wal`)
    await rm(`${path}-shm`, { force: true })
  }
  await rename(here, path)
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
