import type { Redis } from 'ioredis'
import type { RedisTrouble, Seen } from '../../domain/alarm/seen.ts'
import { within } from '../limit.ts'
import type { RedisSource } from './source.ts'

const LIMIT_MS = 2_000
/** The only setting under which BullMQ promises anything (docs.bullmq.io/guide/going-to-production). */
const KEEPS_ALL = 'noeviction'

/** What this Redis does when its memory is full, where that loses entries (INFO, which managed services allow where CONFIG is forbidden). */
export async function evictionPolicy(client: Redis): Promise<string | null> {
  const info = await within(LIMIT_MS, 'INFO', client.info('memory')).catch(() => '')
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? KEEPS_ALL
  return policy === KEEPS_ALL ? null : policy
}

/** Why it takes nothing. A transaction is refused as a whole, and says why of each of its commands. */
export function troubleOf(error: unknown): RedisTrouble {
  const said = [error, ...((error as { previousErrors?: readonly unknown[] }).previousErrors ?? [])].map(String)
  if (said.some((text) => text.includes('OOM '))) return 'full'
  return said.some((text) => text.includes('READONLY ')) ? 'readonly' : 'away'
}

/** Whether a program that starts now could lean on it; writes one key that goes by itself. */
export async function lookAtRedis(source: RedisSource): Promise<Seen['redis']> {
  const client = source.connect({
    maxRetriesPerRequest: 0,
    connectTimeout: LIMIT_MS,
    commandTimeout: LIMIT_MS,
    lazyConnect: true,
    retryStrategy: () => null,
  })
  client.on('error', () => undefined)
  try {
    await within(LIMIT_MS, 'connecting to Redis', client.connect())
    await client.set(`${source.prefix}:doctor`, '1', 'EX', 1)
    return (await evictionPolicy(client)) === null ? 'ok' : 'evicts'
  } catch (error) {
    return troubleOf(error)
  } finally {
    client.disconnect()
  }
}
