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
  kit: Kit,
  statement: string,
  columns: Columns,
  rows: readonly object[],
): Promise<Set<string>> {
  return new Set((await written<{ id: string }>(kit, statement, columns, rows)).map(({ id }) => id))
}

/** What a statement with RETURNING says of the rows it really wrote. */
export async function written<Row>(
  { sql, dialect }: Kit,
  statement: string,
  columns: Columns,
  rows: readonly object[],
): Promise<Row[]> {
  return rows.length === 0 ? [] : sql.rows<Row>(statement, dialect.json(columns, rows))
}
