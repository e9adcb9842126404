import pg from 'pg'
import { committedMigrations, pendingMigrations, type AppliedMigration, type Migration } from './migrations.ts'
import { StoreRefusal } from './refusal.ts'

/** Any number nobody else uses: one process migrates, the others wait. */
const MIGRATION_LOCK = 7_305_001

/** Applies what is missing, each migration in a transaction of its own; several processes may start at once. */
export async function migratePostgres(url: string, committed = committedMigrations('postgresql')): Promise<void> {
  const client = await connected(url)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    for (const migration of pendingMigrations(committed, await appliedTo(client))) await apply(client, migration)
  } finally {
    await client.end()
  }
}

/** Refuses a database that is not at this program's version, and changes nothing. */
export async function checkPostgres(url: string): Promise<void> {
  pendingMigrations(committedMigrations('postgresql'), await appliedIn(url))
}

/** What was applied to a database, of whatever version. */
export async function appliedIn(url: string): Promise<AppliedMigration[]> {
  const client = await connected(url)
  try {
    return await appliedTo(client)
  } finally {
    await client.end()
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreRefusal(
      'unreachable',
      `PostgreSQL cannot be reached (${reason}): check host, port, name and password in DATABASE_URL`,
      error,
    )
  }
}

async function appliedTo(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  if (rows.some(({ name }) => name === 'migration'))
    return (await client.query<AppliedMigration>('SELECT name, checksum FROM migration')).rows
  if (rows.length > 0)
    throw new StoreRefusal(
      'foreign-database',
      'the PostgreSQL database holds tables of another program: give this one a database of its own',
    )
  return []
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('INSERT INTO migration (name, checksum, "appliedAt") VALUES ($1, $2, now())', [name, checksum])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreRefusal(
      'migration-failed',
      `migration ${name} could not be applied and was undone: ${reason}`,
      error,
    )
  }
}
