import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { ensureRedis } from '../tests/services/redis.ts'
import { ack } from './ack.ts'
import { boardApi } from './board/api.ts'
import { AS_STARTED } from './flags.ts'
import { firstLoads, pageUpdates } from './board/page.ts'
import { streams } from './board/streams.ts'
import { fillBoard } from './board/township.ts'
import { bareCallbacks, callbacks } from './callbacks.ts'
import { ceiling } from './ceiling.ts'
import { pipeline } from './pipeline.ts'
import { bareStorm, storm } from './storm.ts'
import { fill, timers } from './timers.ts'
import { triage } from './triage/triage.ts'

const REPORTS = 6000
/** Until the hot functions are compiled: a township's process runs for weeks. */
const WARM_UP = 3000
const OPEN_CASES = 100_000
const AT_ONCE = 10_000
const CALLBACKS = 4000
/** `SHAOZI_STREAM_SECONDS=600` for the long form */
const STREAM_SECONDS = Number(process.env['SHAOZI_STREAM_SECONDS'] ?? 20)

/** Each in a process of its own, the built program as it runs in a township, so that none warms or burdens the next. */
const measurements = {
  ceiling: (dir: string, redis: string) => ceiling(dir, redis, REPORTS),
  pipeline: (dir: string, redis: string) => pipeline(dir, redis, REPORTS, WARM_UP),
  ack: (dir: string, redis: string) => ack(dir, redis, 200, 15),
  fill: (dir: string) => fill(dir, OPEN_CASES),
  timers: (dir: string, redis: string) => timers(dir, redis, OPEN_CASES, 2000),
  storm: (dir: string, redis: string) => storm(dir, redis, AT_ONCE),
  bareStorm: (dir: string) => bareStorm(dir, AT_ONCE),
  callbacks: (dir: string, redis: string) => callbacks(dir, redis, CALLBACKS),
  bareCallbacks: () => bareCallbacks(CALLBACKS),
  triage: () => triage(),
  fillBoard: (dir: string) => fillBoard(dir),
  boardApi: (dir: string) => boardApi(dir),
  streams: (dir: string) => streams(dir, 50, STREAM_SECONDS),
  pageUpdates: (dir: string) => pageUpdates(dir),
  firstLoads: (dir: string) => firstLoads(dir),
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
