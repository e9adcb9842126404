import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { openStore } from '../../store/open.ts'
import type { Due, Store } from '../../store/store.ts'
import { ensurePostgres, freshDatabase, type Postgres } from '../services/postgres.ts'

/** One database under test: `raw` goes past the store, as an intruder or an operator would. */
export type Place = Readonly<{
  provider: 'sqlite' | 'postgresql'
  fresh(): Promise<string>
  raw(url: string, sql: string): Promise<Record<string, unknown>[]>
}>

/** Runs a suite on both databases, each in a temporary place of its own; `npm run mutation`, which tries it a thousand times, on one. */
export function onBothDatabases(suite: (place: Place) => void): void {
  describe('on SQLite', () => suite(sqlitePlace()))
  if (process.env['SHAOZI_TEST_DATABASES'] === 'sqlite') return
  describe('on PostgreSQL', () => suite(postgresPlace()))
}

export function sqlitePlace(): Place {
  let folder = ''
  let made = 0
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'shaozi-store-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    provider: 'sqlite',
    fresh: async () => `file:${join(folder, `${++made}`, 'shaozi.db')}`,
    raw: async (url, sql) => {
      const db = new Sqlite(url.replace('file:', ''))
      try {
        const statement = db.prepare<[], Record<string, unknown>>(sql)
        return statement.reader ? statement.all() : (statement.run(), [])
      } finally {
        db.close()
      }
    },
  }
}

export function postgresPlace(): Place {
  let server: Postgres
  let made = 0
  beforeAll(async () => void (server = await ensurePostgres()))
  afterAll(() => server.stop())
  return {
    provider: 'postgresql',
    fresh: () => freshDatabase(server, `test_${++made}`),
    raw: async (url, sql) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows
      } finally {
        await client.end()
      }
    },
  }
}

export type Opened = Readonly<{ store: Store; url: string; due: Due[]; logged: string[]; fatal: Error[] }>

export async function open(url: string): Promise<Opened> {
  const logged: string[] = []
  const fatal: Error[] = []
  const due: Due[] = []
  const note = (_fields: object, message: string) => void logged.push(message)
  const store = await openStore({ url, log: { warn: note, error: note }, onFatal: (error) => void fatal.push(error) })
  store.onDue((rows) => void due.push(...rows))
  return { store, url, due, logged, fatal }
}

/** A fresh database for one test, closed afterwards. */
export async function withStore(place: Place, work: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = await open(await place.fresh())
  try {
    await work(opened)
  } finally {
    await opened.store.close()
  }
}
