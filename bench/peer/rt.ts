import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../tests/services/port.ts'
import { freshDatabase, type Postgres } from '../../tests/services/postgres.ts'
import { clients } from './load.ts'

const SETUP = '/usr/sbin/rt-setup-database-5'
const SERVER = '/usr/share/request-tracker5/libexec/rt-server'
const PACKAGES = [
  'request-tracker5',
  'rt5-standalone',
  'rt5-db-postgresql',
  'rt5-db-sqlite',
  'dbconfig-no-thanks',
  'starman',
]
const STARTS_WITHIN = 60_000

export type Rt = Awaited<ReturnType<typeof startRt>>

/** Installs Request Tracker 5 from Debian where that is allowed; throws what is missing where it is not. */
export function ensureRt(): void {
  if (isThere()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`installing ${PACKAGES.join(', ')} for the comparison\n`)
    // RUNLEVEL=1: Debian must not start it as a service
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES],
    ])
      spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (!isThere())
    throw new Error(
      `Request Tracker 5 is needed for the comparison: \`sudo apt-get install --no-install-recommends ${PACKAGES.join(' ')}\``,
    )
}

const isThere = (): boolean =>
  existsSync(SETUP) && existsSync(SERVER) && spawnSync('starman', ['--version']).status === 0

/** RT with four Starman workers on a database of its own; all it keeps is in `dir`. Mail goes to a program that counts it. */
export async function startRt(dir: string, postgres: Postgres | null, workers: number) {
  const port = await freePort()
  const env = await settled(dir, port, postgres)
  execFileSync(SETUP, ['--action', 'init', '--dba', 'shaozi', '--dba-password', '', '--skip-create'], {
    env,
    stdio: 'pipe',
  })
  const args = [
    '--server',
    'Starman',
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--workers',
    `${workers}`,
    '--disable-keepalive',
  ]
  const server = spawn(SERVER, args, { env, stdio: 'ignore' })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const origin = `http://127.0.0.1:${port}`
  for (const end = performance.now() + STARTS_WITHIN; performance.now() < end && !(await answers(origin));)
    await pause(200)
  return {
    pid: server.pid ?? 0,
    origin,
    mails: async () => (await readFile(join(dir, 'mails'), 'utf8').catch(() => '')).length,
    login: () => login(origin),
    async stop(): Promise<void> {
      process.off('exit', kill)
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
    },
  }
}

async function settled(dir: string, port: number, postgres: Postgres | null): Promise<NodeJS.ProcessEnv> {
  for (const name of ['mason', 'session', 'site.d']) await mkdir(join(dir, name), { recursive: true })
  const sendmail = join(dir, 'sendmail')
  await writeFile(sendmail, `#!/bin/sh\ncat > /dev/null\necho >> ${join(dir, 'mails')}\n`, { mode: 0o755 })
  const site = join(dir, 'site.pm')
  await writeFile(site, await siteConfig(dir, port, sendmail, postgres))
  return { ...process.env, RT_SITE_CONFIG: site, RT_SITE_CONFIG_DIR: join(dir, 'site.d') }
}

async function siteConfig(dir: string, port: number, sendmail: string, postgres: Postgres | null): Promise<string> {
  const url = postgres && new URL(await freshDatabase(postgres, 'rt5'))
  const set = {
    rtname: 'peer',
    Organization: 'peer.example',
    WebDomain: '127.0.0.1',
    WebPort: port,
    DatabaseType: url ? 'Pg' : 'SQLite',
    DatabaseName: url ? 'rt5' : join(dir, 'rt.db'),
    DatabaseUser: 'shaozi',
    ...(url ? { DatabaseHost: url.hostname, DatabasePort: url.port, DatabasePassword: 'none' } : {}),
    MailCommand: 'sendmailpipe',
    SendmailPath: sendmail,
    LogToSTDERR: 'error',
    RestrictReferrer: 0,
  }
  const lines = Object.entries(set).map(([name, value]) => `Set($${name}, '${value}');`)
  const folders = [`$RT::MasonDataDir = '${join(dir, 'mason')}';`, `$RT::MasonSessionDir = '${join(dir, 'session')}';`]
  return [...lines, 'Set($LogToSyslog, undef);', ...folders, '1;', ''].join('\n')
}

/** A session of its own for each connection: RT lets one session ask one thing at a time. */
async function login(origin: string): Promise<string> {
  const body = new URLSearchParams({ user: 'root', pass: 'password', next: '' })
  const answer = await fetch(`${origin}/NoAuth/Login.html`, { method: 'POST', body, redirect: 'manual' })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (!cookie) throw new Error(`Request Tracker lets nobody in: ${answer.status}`)
  return cookie
}

/** One ticket with a requestor, who is answered, and an owner, who is told: by the scrips every new RT has. */
export const ticket = (cookie: string, n: number) => ({
  path: '/REST/2.0/ticket',
  headers: { cookie, 'content-type': 'application/json' },
  body: JSON.stringify({
    Queue: 'General',
    Subject: `Stall on the road ${n}`,
    Requestor: `villager-${n % 500}@example.com`,
    Owner: 'root',
    Content: 'There is a stall on the road by the village gate, nobody can pass.',
  }),
})

export const rtClients = (origin: string, connections: number) => clients(origin, connections, 201)

const answers = (origin: string): Promise<boolean> =>
  fetch(origin).then(
    ({ ok }) => ok,
    () => false,
  )
