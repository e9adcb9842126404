import Sqlite from 'better-sqlite3'
import pg from 'pg'

export type Row = Readonly<Record<string, string | number | null>>

/** A database looked at from outside and read-only, whether the program runs on it or lies dead. */
export type Books = Readonly<{
  /** instants come as milliseconds, JSON as its text; each `?` stands for a value */
  rows(query: string, ...values: readonly string[]): Promise<readonly Row[]>
  /** names of all tables */
  tables(): Promise<readonly string[]>
  /** an instant as it is written in a query */
  instant(ms: number): string
  close(): Promise<void>
}>

/** `url` as in DATABASE_URL. */
export function openBooks(url: string): Promise<Books> {
  return url.startsWith('file:') ? Promise.resolve(sqliteBooks(url.slice('file:'.length))) : postgresBooks(url)
}

/** One look at it, for whoever looks once: the file may be replaced between two looks. */
export async function rowsIn(url: string, query: string, ...values: readonly string[]): Promise<readonly Row[]> {
  const books = await openBooks(url)
  try {
    return await books.rows(query, ...values)
  } finally {
    await books.close()
  }
}

function sqliteBooks(path: string): Books {
  const db = new Sqlite(path, { readonly: true, timeout: 10_000 })
  return {
    rows: async (query, ...values) => db.prepare<unknown[], Row>(query).all(...values),
    tables: async () => namesOf(db.prepare<[], Row>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()),
    instant: String,
    close: async () => void db.close(),
  }
}

async function postgresBooks(url: string): Promise<Books> {
  const client = new pg.Client({ connectionString: url, types: AS_IN_SQLITE })
  await client.connect()
  return {
    async rows(query, ...values) {
      let n = 0
      const { rows } = await client.query<Record<string, unknown>>(
        query.replace(/\?/g, () => `$${(n += 1)}`),
        [...values],
      )
      return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
    },
    tables: async () =>
      namesOf((await client.query<Row>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)).rows),
    instant: (ms) => `to_timestamp(${ms / 1000})`,
    close: () => client.end(),
  }
}

const namesOf = (rows: readonly Row[]): string[] => rows.map(({ name }) => String(name))

/** A count is a number. */
const INT8 = 20
const AS_IN_SQLITE: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === INT8 ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

function plain(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return value instanceof Date ? value.getTime() : JSON.stringify(value)
}
