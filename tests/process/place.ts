import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ourServer, shutDown } from '../../jobs/redis/server.ts'
import { ROOT, type Setting } from './program.ts'

/** A folder of its own for one test, with what a start there is told; `town` is a copy that may be spoilt. */
export type Place = Readonly<{ cwd: string; dataDir: string; town: string; env: Setting }>

export async function place(): Promise<Place> {
  const cwd = await mkdtemp(join(tmpdir(), 'shaozi-process-'))
  const dataDir = join(cwd, 'data')
  const town = join(cwd, 'town')
  onTestFinished(async () => {
    await endLeftRedis(dataDir)
    await rm(cwd, { recursive: true, force: true })
  })
  await cp(join(ROOT, 'config', 'town'), town, { recursive: true })
  return {
    cwd,
    dataDir,
    town,
    env: { TOWN_CONFIG: town, DATA_DIR: dataDir, PORT: '0', REDIS_URL: 'none', DEMO_STORY: 'none' },
  }
}

/** Only after a test that failed: a program that was stopped properly has ended its own. */
async function endLeftRedis(dataDir: string): Promise<void> {
  for (const place of redisPlaces(dataDir)) await shutDown(place, 2_000)
}

/** The real bot's and the demo's. */
const redisPlaces = (dataDir: string) =>
  ['redis', 'redis-demo'].map((name) => {
    const folder = join(dataDir, name)
    return { program: '', folder, socket: join(folder, 'redis.sock') }
  })

/** The process id of the private Redis of this folder, or null. */
export async function privateRedisOf({ dataDir }: Place): Promise<number | null> {
  const found = await Promise.all(redisPlaces(dataDir).map(ourServer))
  return found.find((pid) => pid !== null) ?? null
}

/** Replaces text of a township file; answers the line it stood in. */
export async function spoil(file: string, what: string, by: string): Promise<number> {
  const text = await readFile(file, 'utf8')
  const at = text.indexOf(what)
  if (at < 0) throw new Error(`${file} does not hold ${what}`)
  await writeFile(file, text.slice(0, at) + by + text.slice(at + what.length))
  return text.slice(0, at).split('\n').length
}
