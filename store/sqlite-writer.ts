import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { StoreRefusal } from './refusal.ts'
import { statementsOn } from './sqlite-statements.ts'

/** A wait for somebody else's lock freezes the process: short, the queue tries again. */
const BUSY_MS = 250
/** 16 MB: pages that many groups touch are copied back once. */
const CHECKPOINT_PAGES = 4000

type Writer = Readonly<{ write: Database['write']; scrub(): boolean; close(): void }>

/**
 * The only writing connection, on the driver itself: Prisma's adapter lets other statements into an open transaction and
 * prepares every statement anew (docs/decisions/0008-sqlite-writes-past-prisma.md). Only the commit queue calls `write`.
 */
export function openSqliteWriter(path: string): Writer {
  const db = new Sqlite(path, { timeout: BUSY_MS })
  try {
    setDurable(db)
  } catch (error) {
    db.close()
    throw error
  }
  const sql = statementsOn(db)
  return {
    async write(work) {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = await work(sql)
        db.exec('COMMIT')
        return result
      } catch (error) {
        // a full disk, for one, has undone the transaction already
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    scrub: () => isEmptied(db.pragma('wal_checkpoint(TRUNCATE)')),
    close: () => void db.close(),
  }
}

/** `busy` is 0 where nobody was reading, and the log is empty now. */
const isEmptied = (answer: unknown): boolean =>
  Array.isArray(answer) && answer.every((row: unknown) => Reflect.get(Object(row), 'busy') === 0)

/** The driver sets none of these; each is read back, because a pragma that fails says nothing. */
function setDurable(db: Sqlite.Database): void {
  const wanted = {
    journal_mode: 'wal',
    wal_autocheckpoint: CHECKPOINT_PAGES,
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
  }
  for (const [name, value] of Object.entries(wanted)) {
    db.pragma(`${name} = ${value}`)
    const got: unknown = db.pragma(name, { simple: true })
    if (String(got) !== String(value))
      throw new StoreRefusal(
        name === 'journal_mode' ? 'not-wal' : 'not-durable',
        `SQLite did not accept ${name} = ${value} (it is ${String(got)})`,
      )
  }
}
