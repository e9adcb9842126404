import { existsSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import type { Database, Reading } from './database.ts'
import { sqlite } from './dialect.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import { lockForWriting } from './lock.ts'
import { appliedTo, makeFolder, migrateSqlite } from './migrate-sqlite.ts'
import { committedMigrations, pendingMigrations } from './migrations.ts'
import { StoreRefusal } from './refusal.ts'
import { refusalOf } from './sqlite-errors.ts'
import { statementsOn } from './sqlite-statements.ts'
import { openSqliteWriter } from './sqlite-writer.ts'

/** A wait for somebody else's lock freezes the process. */
const BUSY_MS = 250

/** Opens the file as its only writer, at this program's version. */
export async function openSqlite(path: string): Promise<Database> {
  makeFolder(path)
  const lock = lockForWriting(path)
  try {
    migrateSqlite(path)
    const writer = openSqliteWriter(path)
    const reading = readSqlite(path)
    return {
      ...reading,
      write: writer.write,
      scrub: writer.scrub,
      aside: null,
      close: async () => {
        await reading.close()
        writer.close()
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
  const models = client(path)
  const db = new Sqlite(path, { readonly: true, timeout: BUSY_MS })
  return {
    dialect: sqlite,
    sql: statementsOn(db),
    models,
    close: async () => {
      await models.$disconnect()
      db.close()
    },
  }
}

function client(path: string): PrismaClient {
  const adapter = new PrismaBetterSqlite3(
    { url: `file:${path}`, readonly: true, timeout: BUSY_MS },
    { timestampFormat: 'unixepoch-ms' },
  )
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
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
