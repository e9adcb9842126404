import pg from 'pg'
import { BackupFault } from '../../domain/backup/fault.ts'
import { appliedIn } from '../migrate-postgres.ts'
import type { AppliedMigration } from '../migrations.ts'
import { StoreRefusal } from '../refusal.ts'
import { pgTool } from './tools.ts'

/** All of a database as of one instant, while it is in use. */
export async function dumpPostgres(url: string, to: string): Promise<readonly AppliedMigration[]> {
  const applied = await appliedIn(url)
  await pgTool('pg_dump', url, ['--format=custom', '--compress=1', '--no-owner', '--no-privileges', `--file=${to}`])
  return applied
}

/** Fills an empty database from such a file, all of it or nothing. */
export const fillPostgres = (url: string, from: string): Promise<void> => {
  const name = `--dbname=${nameOf(url)}`
  return pgTool('pg_restore', url, [
    '--single-transaction',
    '--exit-on-error',
    '--no-owner',
    '--no-privileges',
    name,
    from,
  ])
}

/** The name of the database in an address. */
export const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

/** The address of another database on the same server. */
export function besides(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Does something to whole databases, from one that is always there. */
async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: besides(url, 'postgres'), connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw known(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function known(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = error instanceof Error ? error.message : ''
  if (code === '42501') return new BackupFault('no-createdb', said, error)
  if (code === '55006') return new StoreRefusal('in-use', `somebody is connected to the database: ${said}`, error)
  if (code === '53100') return new StoreRefusal('disk-full', said, error)
  if (/^(ECONN|ENOTFOUND|28|3D|08)/u.test(code)) return new StoreRefusal('unreachable', said, error)
  return error
}

/** A database beside that of the address; `like` = a copy of it file by file, for which nobody may be connected to it. */
export async function createBeside(url: string, name: string, like: 'empty' | 'copy'): Promise<string> {
  // template0: what an operator added to template1 is in the dump already
  const template = like === 'copy' ? quoted(nameOf(url)) : 'template0'
  await onServer(url, (client) => client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${template}`))
  return besides(url, name)
}

export const dropBeside = (url: string, name: string): Promise<unknown> =>
  onServer(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)}`))

/** Somebody else who is connected as this program is. */
export async function refuseWhileInUse(url: string): Promise<void> {
  const { rows } = await onServer(url, (client) =>
    client.query(`SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`, [nameOf(url)]),
  )
  if (rows.length > 0)
    throw new StoreRefusal('in-use', 'the program, or somebody else, is connected to the PostgreSQL database: stop it')
}

type Exchange = Readonly<{
  incoming: string
  aside: string
  /** whoever is connected by then is sent away */ firmly: boolean
}>

/** One database takes the place of another, in one transaction; `aside` is the name of the old one afterwards. */
export const exchangeDatabases = (url: string, { incoming, aside, firmly }: Exchange): Promise<void> =>
  onServer(url, async (client) => {
    const here = nameOf(url)
    if (firmly)
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [here],
      )
    await client.query('BEGIN')
    await client.query(`ALTER DATABASE ${quoted(here)} RENAME TO ${quoted(aside)}`)
    await client.query(`ALTER DATABASE ${quoted(incoming)} RENAME TO ${quoted(here)}`)
    await client.query('COMMIT')
  })
