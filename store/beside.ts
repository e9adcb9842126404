import { setTimeout as pause } from 'node:timers/promises'
import type { NewAccess } from '../domain/decision.ts'
import type { Database } from './database.ts'
import { postgresql, sqlite } from './dialect.ts'
import { isOutage } from './faults.ts'
import { write } from './kit.ts'
import { openPostgres } from './postgres.ts'
import { openSqliteWriter } from './sqlite-writer.ts'
import { statements } from './statements.ts'
import { tables } from './tables.ts'
import { parseUrl } from './url.ts'

const RETRY_MS = [100, 300, 1000, 3000]

/**
 * Writes down what was taken out, also while the program runs. Past the one commit queue, and only this: a single row
 * that the running program neither remembers nor hangs on the chain. The database must exist and be of this version.
 */
export async function logAccess(url: string, access: NewAccess): Promise<void> {
  const place = parseUrl(url)
  if (place.provider === 'postgresql') {
    const database = await openPostgres(place.url)
    return put(database.write, postgresql, access).finally(() => database.close())
  }
  const writer = openSqliteWriter(place.path)
  return put(writer.write, sqlite, access).finally(() => writer.close())
}

async function put(into: Database['write'], dialect: Database['dialect'], access: NewAccess): Promise<void> {
  const say = statements(dialect)
  const once = () => into((sql) => write({ sql, dialect, say }, say.access, tables.access_log, [access]))
  for (const wait of RETRY_MS) {
    try {
      return await once()
    } catch (error) {
      if (!isOutage(error)) throw error
      await pause(wait)
    }
  }
  return once()
}
