import type { Sql } from './database.ts'
import type { Dialect } from './dialect.ts'
import type { Statements } from './statements.ts'
import type { Columns } from './tables.ts'

/** One open transaction and its vocabulary. */
export type Kit = Readonly<{ sql: Sql; dialect: Dialect; say: Statements }>

/** Nothing to write is no statement. */
export async function write(
  { sql, dialect }: Kit,
  statement: string,
  columns: Columns,
  rows: readonly object[],
): Promise<void> {
  if (rows.length > 0) await sql.run(statement, dialect.json(columns, rows))
}

/** For statements with RETURNING "id": which rows were really written. */
export async function writtenIds(
  { sql, dialect }: Kit,
  statement: string,
  columns: Columns,
  rows: readonly object[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const written = await sql.rows<{ id: string }>(statement, dialect.json(columns, rows))
  return new Set(written.map(({ id }) => id))
}
