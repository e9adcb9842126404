import { setTimeout as pause } from 'node:timers/promises'
import type { NewAccess } from '../domain/decision.ts'
import { appendAccesses } from './access.ts'
import type { Database } from './database.ts'
import { postgresql, sqlite } from './dialect.ts'
import { isOutage } from './faults.ts'
import { toJson } from './json.ts'
import type { Kit } from './kit.ts'
import { writeNotes } from './notes.ts'
import { receive } from './receive.ts'
import { statements } from './statements.ts'
import type { Store } from './store.ts'
import { parseUrl } from './url.ts'

const RETRY_MS = [100, 300, 1000, 3000]

type Work<T> = (kit: Kit) => Promise<T>
type Beside = Readonly<{ write<T>(work: Work<T>): Promise<T>; close(): Promise<void> }>

/**
 * Writes also while the program runs, past its one commit queue, and only what the running program does not
 * remember: that something was taken out, and messages for it to find. The database must exist and be of this version.
 */
async function openBeside(url: string): Promise<Beside> {
  const place = parseUrl(url)
  if (place.provider === 'postgresql') {
    const { openPostgres } = await import('./postgres.ts')
    const database = await openPostgres(place.url)
    return { write: (work) => patiently(database.write, postgresql, work), close: () => database.close() }
  }
  const { openSqliteWriter } = await import('./sqlite-writer.ts')
  const writer = openSqliteWriter(place.path)
  return { write: (work) => patiently(writer.write, sqlite, work), close: async () => writer.close() }
}

async function patiently<T>(into: Database['write'], dialect: Database['dialect'], work: Work<T>): Promise<T> {
  const say = statements(dialect)
  const once = () => into((sql) => work({ sql, dialect, say }))
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

/** Writes down what was taken out. */
export async function logAccess(url: string, access: NewAccess): Promise<void> {
  const beside = await openBeside(url)
  await beside.write((kit) => appendAccesses(kit, [access])).finally(() => beside.close())
}

/** Hands messages to the program, which handles them within seconds, or at its next start. */
export async function openInbox(url: string): Promise<Pick<Store, 'receive'> & Readonly<{ close(): Promise<void> }>> {
  const beside = await openBeside(url)
  return {
    receive: (inbound, now, people = []) =>
      new Promise((resolve, reject) => {
        const op = { kind: 'receive', inbound, now, people, resolve, reject } as const
        beside
          .write((kit) => receive(kit, [op], []))
          .then(({ answers }) => answers.forEach((answer) => answer()), reject)
      }),
    close: beside.close,
  }
}

/** Writes a note, or takes it away, for the program to read. */
export async function noteBeside(url: string, notes: Readonly<Record<string, string | null>>): Promise<void> {
  const all = Object.entries(notes)
  const put = all.flatMap(([key, value]) => (value === null ? [] : [{ key, value, until: null }]))
  const gone = all.flatMap(([key, value]) => (value === null ? [key] : []))
  const beside = await openBeside(url)
  await beside
    .write(async (kit) => {
      await writeNotes(kit, put)
      await kit.sql.rows(kit.say.takeNotes, toJson(gone))
    })
    .finally(() => beside.close())
}
