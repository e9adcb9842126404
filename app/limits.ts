import { randomBytes } from 'node:crypto'
import type { RedisSource } from '../jobs/redis/find.ts'
import type { Store } from '../store/store.ts'
import { makeLimiters, type Limiters } from '../web/limiter.ts'

/** A limit must be found out at once: while Redis is silent each process counts by itself. */
const CONNECTION = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 1_000,
  connectTimeout: 2_000,
} as const

const SALT = 'salt of limits'

/** The limits of this process, shared with the others over the Redis that was found. */
export async function openLimits(
  store: Pick<Store, 'note' | 'claimNote'>,
  redis: RedisSource | null,
  up: () => boolean,
  now: Date,
): Promise<Readonly<{ limiters: Limiters; close(): void }>> {
  if (!redis) return { limiters: makeLimiters(), close: () => undefined }
  const client = redis.connect(CONNECTION)
  // the queues say that Redis is away
  client.on('error', () => undefined)
  await store.claimNote({ key: SALT, value: randomBytes(16).toString('base64url'), until: null }, now)
  const salt = (await store.note(SALT))?.value ?? ''
  return { limiters: makeLimiters({ client, up, salt }), close: () => client.disconnect() }
}
