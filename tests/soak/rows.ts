import Database from 'better-sqlite3'
import { Client } from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** What a query finds, past the program, in either database. Instants are compared with `instant`. */
export async function rowsOf(url: string, query: string): Promise<readonly Row[]> {
  if (!url.startsWith('file:')) return ofPostgres(url, query)
  const db = new Database(url.slice('file:'.length), { readonly: true, timeout: 10_000 })
  try {
    return db.prepare<[], Row>(query).all()
  } finally {
    db.close()
  }
}

async function ofPostgres(url: string, query: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

/** ms since 1970 of an instant in a row: a number in SQLite, a Date of PostgreSQL. */
export const instant = (value: unknown): number => (value instanceof Date ? value.getTime() : Number(value))

/** A column of JSON: text in SQLite, read already by PostgreSQL. */
export const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)
