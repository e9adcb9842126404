import { existsSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import { sqlOf, type Database, type Reading } from './database.ts'
import { sqlite } from './dialect.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import { lockForWriting } from './lock.ts'
import { appliedTo, makeFolder, migrateSqlite } from './migrate-sqlite.ts'
import { committedMigrations, pendingMigrations } from './migrations.ts'
import { StoreRefusal } from './refusal.ts'
import { refusalOf } from './sqlite-errors.ts'

/** A wait for somebody else's lock freezes the process: short, the queue tries again. */
const BUSY_MS = 250
/** 16 MB: pages that many groups touch are copied back once. */
const CHECKPOINT_PAGES = 4000
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/** Opens the file as its only writer, at this program's version. */
export async function openSqlite(path: string): Promise<Database> {
  makeFolder(path)
  const lock = lockForWriting(path)
  try {
    migrateSqlite(path)
    const writer = client(path, false)
    await setDurable(writer)
    const reading = readSqlite(path)
    return {
      ...reading,
      write: (work) => writer.$transaction((tx) => work(sqlOf(tx)), TRANSACTION),
      close: async () => {
        await reading.close()
        await writer.$disconnect()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw refusalOf(error, path)
  }
}

/** Reads a file that another process may be writing. Changes nothing, not even the version. */
export function openSqliteReadOnly(path: string): Reading {
  if (!existsSync(path)) throw new StoreRefusal('bad-url', `there is no database at ${path}`)
  checkVersion(path)
  return readSqlite(path)
}

function readSqlite(path: string): Reading {
  const models = client(path, true)
  return { dialect: sqlite, sql: sqlOf(models), models, close: () => models.$disconnect() }
}

function client(path: string, readonly: boolean): PrismaClient {
  const adapter = new PrismaBetterSqlite3(
    { url: `file:${path}`, readonly, timeout: BUSY_MS },
    { timestampFormat: 'unixepoch-ms' },
  )
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}

/** The driver sets none of these; each is read back, because a pragma that fails says nothing. */
async function setDurable(writer: PrismaClient): Promise<void> {
  const wanted = {
    journal_mode: 'wal',
    wal_autocheckpoint: CHECKPOINT_PAGES,
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: BUSY_MS,
  }
  for (const [name, value] of Object.entries(wanted)) {
    await writer.$queryRawUnsafe(`PRAGMA ${name} = ${value}`)
    const [row] = await writer.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
    const got = Object.values(row ?? {})[0]
    if (String(got) !== String(value))
      throw new StoreRefusal(
        name === 'journal_mode' ? 'not-wal' : 'not-durable',
        `SQLite did not accept ${name} = ${value} (it is ${String(got)})`,
      )
  }
}

function checkVersion(path: string): void {
  let db: Sqlite.Database | null = null
  try {
    db = new Sqlite(path, { readonly: true, timeout: BUSY_MS })
    pendingMigrations(committedMigrations('sqlite'), appliedTo(db, path))
  } catch (error) {
    throw refusalOf(error, path)
  } finally {
    db?.close()
  }
}
