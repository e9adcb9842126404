import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePostgres, freshDatabase } from '../../tests/services/postgres.ts'
import { durableRedis } from '../measure.ts'
import { postgresCeiling } from './ceiling.ts'
import { overProcesses } from './fleet.ts'

const REPORTS = 4000
const WARM_UP = 2000
/** of what a bare script writes and queues on the same machine */
const SHARE = 0.5

/** One process over PostgreSQL and Redis, then two, three and four; each between two ceilings. */
export async function severalProcesses(print: (line: object) => void): Promise<void> {
  const postgres = await ensurePostgres(true)
  const speeds = new Map<number, number>()
  try {
    let before = await ceilingOf(postgres)
    for (const processes of [1, 2, 3, 4]) {
      const reports = await inFreshPlace(postgres, (place) => overProcesses(processes, place, REPORTS, WARM_UP))
      const after = await ceilingOf(postgres)
      const ceiling = (before + after) / 2
      const share = Math.round((1000 * reports) / ceiling) / 1000
      const found = { processes, reportsPerSecond: Math.round(reports), ceiling: Math.round(ceiling), share }
      print({ bench: 'pipeline', queue: 'postgres', ...found, target: { share: SHARE }, met: share >= SHARE })
      speeds.set(processes, reports)
      before = after
    }
    print({ bench: 'two-web', times: Math.round((100 * (speeds.get(3) ?? 0)) / (speeds.get(2) ?? 1)) / 100 })
  } finally {
    await postgres.stop()
  }
}

type Server = Awaited<ReturnType<typeof ensurePostgres>>
type Place = Readonly<{ dir: string; redisUrl: string; databaseUrl: string }>
let made = 0

async function inFreshPlace<T>(postgres: Server, work: (place: Place) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-fleet-'))
  const redis = await durableRedis()
  try {
    const databaseUrl = await freshDatabase(postgres, `fleet_${(made += 1)}`)
    return await work({ dir, redisUrl: redis.url, databaseUrl })
  } finally {
    await redis.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

/** The tables are made by a program that starts on them. */
const ceilingOf = (postgres: Server): Promise<number> =>
  inFreshPlace(postgres, ({ dir, redisUrl, databaseUrl }) => postgresCeiling(dir, redisUrl, databaseUrl, REPORTS))
