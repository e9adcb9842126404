import { spawn } from 'node:child_process'
import { BackupFault } from '../../domain/backup/fault.ts'

/** What the tools of PostgreSQL understand of an address; a parameter they do not know would end them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  options: 'PGOPTIONS',
  sslmode: 'PGSSLMODE',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslrootcert: 'PGSSLROOTCERT',
}

/** By the environment, not by arguments, which every account of the machine can read. */
function addressOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const plain = {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: password,
    PGDATABASE: pathname.slice(1),
  }
  const more = [...searchParams].flatMap(([name, value]) => {
    const known = PARAMETERS[name]
    return known === undefined ? [] : [[known, value] as const]
  })
  const decoded = Object.entries(plain).map(([name, value]) => [name, decodeURIComponent(value)] as const)
  return Object.fromEntries([...decoded, ...more].filter(([, value]) => value !== ''))
}

const MOST_SAID = 2000

/** Runs pg_dump or pg_restore on the database of this address. */
export function pgTool(program: 'pg_dump' | 'pg_restore', url: string, args: readonly string[]): Promise<void> {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LC_ALL: 'C', PGCONNECT_TIMEOUT: '10', ...addressOf(url) }
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-MOST_SAID)))
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new BackupFault('no-pg-tools', program, error) : error),
    )
    child.once('close', (code) => (code === 0 ? resolve() : reject(new BackupFault('pg-failed', firstLine(said)))))
  })
}

/** The cause stands in the first line; what follows may quote rows. */
const firstLine = (said: string): string => said.trim().split('\n')[0] ?? ''
