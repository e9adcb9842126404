import Database from 'better-sqlite3'
import pg from 'pg'

/** Does something to a table past the program, once what guards it is taken away. */
export async function tamperWith(url: string, table: string, statements: readonly string[]): Promise<void> {
  if (!url.startsWith('file:')) return inPostgres(url, [`ALTER TABLE "${table}" DISABLE TRIGGER USER`, ...statements])
  const db = new Database(url.slice('file:'.length))
  const guards = db
    .prepare<[string], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`)
    .all(table)
  for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`)
  for (const statement of statements) db.exec(statement)
  db.close()
}

/** From now on nothing may be written to a table in which this is so; answers how to end it. */
export async function refuses(url: string, table: string, when: string): Promise<() => Promise<void>> {
  if (!url.startsWith('file:')) {
    await inPostgres(url, [`ALTER TABLE "${table}" ADD CONSTRAINT poisoned CHECK (NOT (${when})) NOT VALID`])
    return () => inPostgres(url, [`ALTER TABLE "${table}" DROP CONSTRAINT poisoned`])
  }
  const inside = (statement: string): void => {
    const db = new Database(url.slice('file:'.length))
    db.exec(statement)
    db.close()
  }
  const fresh = when.replace(/"(\w+)"/g, 'NEW."$1"')
  inside(`CREATE TRIGGER poisoned BEFORE INSERT ON "${table}" WHEN ${fresh} BEGIN SELECT RAISE(ABORT, 'poisoned'); END`)
  return async () => inside('DROP TRIGGER poisoned')
}

async function inPostgres(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
