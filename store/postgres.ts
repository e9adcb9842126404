import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { NotNow } from '../domain/lostRace.ts'
import { sqlOf, type Database, type Reading, type Sql } from './database.ts'
import { postgresql } from './dialect.ts'
import { isOutage } from './faults.ts'
import { PrismaClient } from './generated/postgresql/client.ts'
import type { PrismaClient as SqliteClient } from './generated/sqlite/client.ts'
import { toTexts } from './json.ts'
import { checkPostgres, migratePostgres } from './migrate-postgres.ts'

/** Any number nobody else uses: groups of several processes take turns, so that the event chain has one order. */
const COMMIT_LOCK = 7_305_002
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }
const READERS = 8
/** for a free connection, or a new one; under a storm many wait for few */
const WAIT_MS = 10_000

export async function openPostgres(url: string): Promise<Database> {
  await migratePostgres(url)
  const writer = client(url, 2)
  const aside = client(url, 1)
  const reading = readPostgres(url)
  return {
    ...reading,
    scrub: () => true,
    aside: sqlOf(aside),
    write: (work) => writer.$transaction((tx) => inTurn(sqlOf(tx), work), TRANSACTION),
    close: async () => {
      await reading.close()
      await Promise.all([writer.$disconnect(), aside.$disconnect()])
    },
  }
}

export async function openPostgresReadOnly(url: string): Promise<Reading> {
  await checkPostgres(url)
  return readPostgres(url)
}

async function inTurn<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql.run(`SELECT pg_advisory_xact_lock(${COMMIT_LOCK})`)
  return work(sql)
}

function readPostgres(url: string): Reading {
  const models = askedWithTexts(client(url, READERS))
  return { dialect: postgresql, sql: patiently(sqlOf(models)), models, close: () => models.$disconnect() }
}

/** Both clients are generated from the same models; only filters that this program does not use differ in their types. */
function client(url: string, connections: number): SqliteClient {
  const options = {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql }: Readonly<{ sql: string }>) => nameOf(sql),
  }
  return new PrismaClient({
    adapter: new PrismaPg(poolInUtc(url, connections), options),
    errorFormat: 'minimal',
  }) as unknown as SqliteClient
}

/** PostgreSQL refuses U+0000 even in a question: an address with %00 would be an outage. What is kept has none either. */
const askedWithTexts = (models: SqliteClient): SqliteClient =>
  models.$extends({
    query: {
      $allModels: { $allOperations: ({ args, query }) => query(toTexts(args) as typeof args).catch(sayNotNow) },
    },
  }) as unknown as SqliteClient

/** That it cannot be asked just now is no fault of whoever asks: a message that needs it is tried again, and not counted as failed. */
function sayNotNow(error: unknown): never {
  throw error instanceof Error && isOutage(error) ? new NotNow(error.message, { cause: error }) : error
}

const patiently = ({ rows, run }: Sql): Sql => ({
  rows: <Row>(text: string, parameter?: string) => rows<Row>(text, parameter).catch(sayNotNow),
  run: (text, parameter) => run(text, parameter).catch(sayNotNow),
})

/** The driver reads a timestamptz without its offset: in any other zone every instant would be hours off. */
const inUtc = {
  onConnect: async (connection: pg.ClientBase) => {
    await connection.query(`SET TIME ZONE 'UTC'`)
  },
}

function poolInUtc(connectionString: string, connections: number): pg.Pool {
  const named = { connectionString, application_name: 'shaozi' }
  return new pg.Pool({ ...named, ...inUtc, max: connections, connectionTimeoutMillis: WAIT_MS })
}

const names = new Map<string, string>()

/** Prepared once per connection: the texts of our statements are constant and few. */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = `shaozi_${names.size}`
  names.set(sql, name)
  return name
}
