import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { ensureRedis } from '../tests/services/redis.ts'
import { AS_STARTED } from './flags.ts'

const REPORTS = 6000
/** Until the hot functions are compiled: a township's process runs for weeks. */
const WARM_UP = 3000
const OPEN_CASES = 100_000
const AT_ONCE = 10_000
const CALLBACKS = 4000
/** `SHAOZI_STREAM_SECONDS=600` for the long form */
const STREAM_SECONDS = Number(process.env['SHAOZI_STREAM_SECONDS'] ?? 20)

/** Each in a process of its own, the built program as it runs in a township, so that none warms or burdens the next; it loads what it needs and nothing else. */
const measurements = {
  ceiling: async (dir: string, redis: string) => (await import('./ceiling.ts')).ceiling(dir, redis, REPORTS),
  pipeline: async (dir: string, redis: string) =>
    (await import('./pipeline.ts')).pipeline(dir, redis, REPORTS, WARM_UP),
  ack: async (dir: string, redis: string) => (await import('./ack.ts')).ack(dir, redis, 200, 15),
  fill: async (dir: string) => (await import('./timers.ts')).fill(dir, OPEN_CASES),
  timers: async (dir: string, redis: string) => (await import('./timers.ts')).timers(dir, redis, OPEN_CASES, 2000),
  storm: async (dir: string, redis: string) => (await import('./storm.ts')).storm(dir, redis, AT_ONCE),
  bareStorm: async (dir: string) => (await import('./storm.ts')).bareStorm(dir, AT_ONCE),
  callbacks: async (dir: string, redis: string) => (await import('./callbacks.ts')).callbacks(dir, redis, CALLBACKS),
  bareCallbacks: async () => (await import('./callbacks.ts')).bareCallbacks(CALLBACKS),
  triage: async () => (await import('./triage/triage.ts')).triage(),
  fillBoard: async (dir: string) => (await import('./board/township.ts')).fillBoard(dir),
  boardApi: async (dir: string) => (await import('./board/api.ts')).boardApi(dir),
  streams: async (dir: string) => (await import('./board/streams.ts')).streams(dir, 50, STREAM_SECONDS),
  pageUpdates: async (dir: string) => (await import('./board/page.ts')).pageUpdates(dir),
  firstLoads: async (dir: string) => (await import('./board/page.ts')).firstLoads(dir),
} as const
type Name = keyof typeof measurements

export type Mode = 'redis' | 'local'

/** Measures one after the other in one fresh folder; answers what the last one found. */
export async function measure<T>(queue: Mode, ...names: readonly Name[]): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-bench-'))
  const server = queue === 'redis' ? await durableRedis() : null
  try {
    let found: unknown
    for (const name of names) found = await inOwnProcess(name, folder, server?.url ?? 'none')
    return found as T
  } finally {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Redis as it is to be run: AOF everysec, noeviction. */
export async function durableRedis() {
  const server = await ensureRedis()
  const client = new Redis(server.url)
  await client.config('SET', 'appendonly', 'yes')
  await client.config('SET', 'appendfsync', 'everysec')
  client.disconnect()
  return server
}

function inOwnProcess(what: Name, folder: string, redisUrl: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [what, folder, redisUrl], {
      execArgv: AS_STARTED,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let found: unknown
    child.once('message', (result) => (found = result))
    child.once('exit', (code) => (code === 0 ? resolve(found) : reject(new Error(`${what} ended with ${code}`))))
  })
}

if (process.argv[1] === import.meta.filename) {
  const [name, dir, redis] = process.argv.slice(2)
  const found = await measurements[name as Name](dir ?? '', redis ?? 'none')
  process.send?.(found ?? null, () => process.exit(0))
}
