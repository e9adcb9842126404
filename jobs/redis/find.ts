import type { Log } from '../../context.ts'
import { faultOf } from '../fault.ts'
import { privateRedis } from './child.ts'
import { serverProgram } from './program.ts'
import { privatePlace } from './socket.ts'
import { externalRedis, type RedisSource } from './source.ts'

export type { RedisSource } from './source.ts'

/**
 * Where the queue's Redis comes from (design.md §2.3): REDIS_URL, else a private child where redis-server or
 * valkey-server is on the PATH, else none (also for REDIS_URL=none): then this process does the work itself.
 * Never throws: without Redis the program works.
 */
export async function findRedis(options: {
  redisUrl: string | 'none' | null
  dataDir: string
  /** its folder there: two programs on one folder must not take each other's jobs */
  folder?: string
  /** one process of several has none of its own: the others would not find it, or lose it with this one */
  several?: boolean
  log: Log
  /** where to look for the server program; the PATH of this process by default */
  path?: string
}): Promise<RedisSource | null> {
  if (options.redisUrl === 'none') return null
  if (options.redisUrl) return externalRedis(options.redisUrl)
  if (options.several) return null
  try {
    const program = await serverProgram(options.path ?? process.env['PATH'] ?? '')
    return program === null
      ? null
      : await privateRedis(
          { program, ...(await privatePlace(options.dataDir, options.folder ?? 'redis')) },
          options.log,
        )
  } catch (error) {
    options.log.warn({ fault: faultOf(error) }, 'no private Redis')
    return null
  }
}
