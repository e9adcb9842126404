import type { Redis } from 'ioredis'
import { within } from '../limit.ts'

/** What this Redis does when its memory is full (INFO, which managed services allow where CONFIG is forbidden); null = it does not say. */
export async function evictionPolicy(client: Redis): Promise<string | null> {
  const info = await within(2_000, 'INFO', client.info('memory')).catch(() => '')
  return /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? null
}
