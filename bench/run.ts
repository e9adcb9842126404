import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { ensureRedis } from '../tests/services/redis.ts'
import { ack } from './ack.ts'
import { ceiling } from './ceiling.ts'
import { pipeline } from './pipeline.ts'
import { timers } from './timers.ts'

const REPORTS = 6000
const WARM_UP = 1000

/** One measurement, each in a process of its own so that none warms or burdens the next. */
const measurements = {
  ceiling: (dir: string, redis: string) => ceiling(dir, redis, REPORTS),
  pipeline: (dir: string, redis: string) => pipeline(dir, redis, REPORTS, WARM_UP),
  ack: (dir: string, redis: string) => ack(dir, redis, 200, 15),
  timers: (dir: string, redis: string) => timers(dir, redis, 100_000, 2000),
} as const
type Name = keyof typeof measurements

async function all(): Promise<void> {
  for (const queue of ['redis', 'local'] as const) {
    const ceilings = [await measure<number>('ceiling', queue), 0]
    const reports = await measure<number>('pipeline', queue)
    ceilings[1] = await measure<number>('ceiling', queue)
    const top = (ceilings[0] ?? 0) / 2 + (ceilings[1] ?? 0) / 2
    print({
      bench: 'pipeline',
      queue,
      reportsPerSecond: Math.round(reports),
      ceiling: Math.round(top),
      share: round(reports / top),
      target: queue === 'redis' ? 0.5 : 0.25,
    })
    print({
      bench: 'ack',
      queue,
      at: '200/s',
      ...(await measure<object>('ack', queue)),
      unit: 'ms',
      target: { p99: 50 },
    })
    print({
      bench: 'timers',
      queue,
      ...(await measure<object>('timers', queue)),
      unit: 'ms',
      target: { p99: 1000, rssMb: 250 },
    })
  }
}

async function measure<T>(what: Name, queue: 'redis' | 'local'): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-bench-'))
  const server = queue === 'redis' ? await durableRedis() : null
  try {
    return await inOwnProcess<T>(what, folder, server?.url ?? 'none')
  } finally {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Redis as it is to be run: AOF everysec, noeviction. */
async function durableRedis() {
  const server = await ensureRedis()
  const client = new Redis(server.url)
  await client.config('SET', 'appendonly', 'yes')
  await client.config('SET', 'appendfsync', 'everysec')
  client.disconnect()
  return server
}

function inOwnProcess<T>(what: Name, folder: string, redisUrl: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [what, folder, redisUrl], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('message', (result) => resolve(result as T))
    child.once('exit', (code) => reject(new Error(`${what} ended with ${code}`)))
  })
}

const round = (value: number): number => Math.round(value * 1000) / 1000
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const [name, dir, redis] = process.argv.slice(2)
if (name && dir && redis) process.send?.(await measurements[name as Name](dir, redis), () => process.exit(0))
else await all()
