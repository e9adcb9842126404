import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { ensure, find, services } from './ensure.ts'
import { freePort } from './port.ts'

export type Postgres = Readonly<{
  url: string
  pid(): number
  /** as an operator restarts it: connections are cut, nothing committed is lost */
  restart(): Promise<void>
  stop(): Promise<void>
}>

/** Texts are ordered as on a server in China, by pinyin and not by their bytes: no rule may lean on either. */
const CHINESE = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN']

/**
 * Starts a private PostgreSQL on a free port in a temporary folder; installs it where we may, else says what to do.
 * `durable` = as in a township, where a commit has reached the disk.
 */
export async function ensurePostgres(durable = false): Promise<Postgres> {
  const bin = binaries()
  const account = unprivilegedAccount()
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-postgres-'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const made = ['-D', data, '-U', 'shaozi', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...CHINESE]
  execFileSync(join(bin, 'initdb'), made, { ...account, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const settings = [
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off']),
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'timezone=America/New_York',
  ]
  const begin = async () => {
    const begun = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
      { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    await accepting(begun)
    return begun
  }
  let server = await begin()
  const stopWithUs = () => server.kill('SIGKILL')
  process.once('exit', stopWithUs)
  return {
    url: `postgresql://shaozi@127.0.0.1:${port}/postgres`,
    pid: () => server.pid ?? 0,
    async restart() {
      await stopped(server, 'SIGINT')
      server = await begin()
    },
    async stop() {
      process.off('exit', stopWithUs)
      await stopped(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An empty database on that server. */
export async function freshDatabase(server: Postgres, name: string): Promise<string> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}"`)
  await client.end()
  return server.url.replace(/\/postgres$/, `/${name}`)
}

function binaries(): string {
  ensure([services.postgres])
  return dirname(find(services.postgres) ?? '')
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): Readonly<{ uid: number; gid: number }> | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString()),
      )
      if (uid !== undefined && gid !== undefined) return { uid, gid }
    } catch {
      continue
    }
  }
  throw new Error('running as root, and there is neither a `postgres` nor a `nobody` account to run PostgreSQL as')
}

function accepting(server: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
  })
}

/** SIGQUIT ends it at once; the data is thrown away anyway. */
function stopped(server: ChildProcess, signal: NodeJS.Signals = 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}
