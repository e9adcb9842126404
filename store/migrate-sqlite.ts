import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolders } from './folder.ts'
import { committedMigrations, pendingMigrations, type AppliedMigration, type Migration } from './migrations.ts'
import { StoreRefusal } from './refusal.ts'
import { refusalOf } from './sqlite-errors.ts'

export function makeFolder(path: string): void {
  try {
    makeFolders(dirname(path))
  } catch (error) {
    throw refusalOf(error, path)
  }
}

/** Makes the file if need be, asserts WAL and applies what is missing, each migration in a transaction of its own. */
export function migrateSqlite(path: string, committed = committedMigrations('sqlite')): void {
  let db: Database.Database | null = null
  try {
    db = new Database(path, { timeout: 1000 })
    // looked at first: a database that is refused keeps every byte
    const pending = pendingMigrations(committed, appliedTo(db, path))
    assertWal(db, path)
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = OFF')
    for (const migration of pending) apply(db, migration)
    proveWritable(db)
  } catch (error) {
    throw refusalOf(error, path)
  } finally {
    db?.close()
  }
}

/** Without WAL the driver has lost acknowledged writes after one lock conflict (github.com/prisma/orm/issues/29933). */
function assertWal(db: Database.Database, path: string): void {
  const mode: unknown = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal')
    throw new StoreRefusal(
      'not-wal',
      `the database cannot use a write-ahead log (journal mode is ${String(mode)}): put it on a local disk, not a network folder: ${path}`,
    )
}

/** A file that only its owner may write opens without a word, and fails at the first report. */
function proveWritable(db: Database.Database): void {
  db.prepare(
    `INSERT INTO meta (key, value) VALUES ('opened', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(new Date().toISOString())
}

export function appliedTo(db: Database.Database, path: string): AppliedMigration[] {
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
  if (tables.some(({ name }) => name === 'migration'))
    return db.prepare<[], AppliedMigration>('SELECT name, checksum FROM migration').all()
  if (tables.length > 0) throw new StoreRefusal('foreign-database', `the file holds tables of another program: ${path}`)
  return []
}

function apply(db: Database.Database, { name, sql, checksum }: Migration): void {
  const inOneTransaction = db.transaction(() => {
    db.exec(sql)
    db.prepare('INSERT INTO migration (name, checksum, appliedAt) VALUES (?, ?, ?)').run(name, checksum, Date.now())
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`${broken.length} rows would point to nothing`)
  })
  try {
    inOneTransaction.immediate()
  } catch (error) {
    throw failed(name, error)
  }
}

function failed(name: string, error: unknown): Error {
  const known = refusalOf(error, name)
  if (known instanceof StoreRefusal) return known
  return new StoreRefusal(
    'migration-failed',
    `migration ${name} could not be applied and was undone: ${known.message}`,
    error,
  )
}
