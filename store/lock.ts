import Database from 'better-sqlite3'
import { StoreRefusal } from './refusal.ts'
import { refusalOf } from './sqlite-errors.ts'

/**
 * Makes this process the only writer of a SQLite file, until `release`.
 * It is a transaction left open on a small file beside the database: the system's own file lock, which ends with the process
 * however it dies, is seen through container borders (where process ids say nothing), and leaves nothing stale behind.
 */
export function lockForWriting(path: string): Readonly<{ release(): void }> {
  const file = `${path}.lock`
  const held = opened(file)
  try {
    held.exec('BEGIN EXCLUSIVE')
    return { release: () => held.close() }
  } catch (error) {
    held.close()
    throw taken(error, path)
  }
}

function opened(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 })
  } catch (error) {
    throw refusalOf(error, file)
  }
}

function taken(error: unknown, path: string): Error {
  const refusal = refusalOf(error, `${path}.lock`)
  if (!(refusal instanceof StoreRefusal) || refusal.code !== 'locked') return refusal
  return new StoreRefusal(
    'in-use',
    `another process is already running on this database: ${path}. SQLite takes one writer; stop the other one first`,
    error,
  )
}
