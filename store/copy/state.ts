import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'
import { BackupFault } from '../../domain/backup/fault.ts'
import { appliedIn } from '../migrate-postgres.ts'
import { appliedTo } from '../migrate-sqlite.ts'
import type { AppliedMigration } from '../migrations.ts'
import { refusalOf } from '../sqlite-errors.ts'
import { parseUrl } from '../url.ts'

/** What was applied to a database of whatever version. Changes nothing. */
export async function appliedAt(url: string): Promise<readonly AppliedMigration[]> {
  const place = parseUrl(url)
  return place.provider === 'postgresql' ? appliedIn(place.url) : reading(place.path, (db) => appliedTo(db, place.path))
}

/** Where the log of events ends: what no upgrade may change. */
export type LogEnd = Readonly<{ events: number; head: string | null }>
type Row = Readonly<{ events: number | string; head: string | null }>

const LOG_END = `SELECT (SELECT COUNT(*) FROM event) AS "events", (SELECT value FROM meta WHERE key = 'head') AS "head"`

/** Without the models: they know only the newest version. */
export async function logEnd(url: string): Promise<LogEnd> {
  const place = parseUrl(url)
  const row =
    place.provider === 'postgresql'
      ? await asked(place.url)
      : reading(place.path, (db) => db.prepare<[], Row>(LOG_END).get())
  return { events: Number(row?.events ?? 0), head: row?.head ?? null }
}

async function asked(connectionString: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return (await client.query<Row>(LOG_END)).rows[0]
  } finally {
    await client.end()
  }
}

function reading<T>(path: string, work: (db: Database.Database) => T): T {
  if (!existsSync(path)) throw new BackupFault('no-database', path)
  let db: Database.Database | null = null
  try {
    db = new Database(path, { readonly: true, timeout: 1000 })
    return work(db)
  } catch (error) {
    throw refusalOf(error, path)
  } finally {
    db?.close()
  }
}
