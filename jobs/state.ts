import type { Seen } from '../domain/alarm/seen.ts'
import type { RedisSource } from './redis/source.ts'
import type { Link } from './link.ts'
import { BUSINESS_QUEUES, type BusinessQueue, type Local } from './local.ts'

export type Waiting = Readonly<Record<BusinessQueue, number>>

/** For /readyz; nothing in it is secret. */
export type JobsState = Readonly<{
  mode: 'bullmq' | 'local'
  /** does this process deliver and sweep just now? */
  leads: boolean
  redis: Seen['redis']
  /** which Redis */
  where?: string
  /** what that Redis does when it is full; here only where that loses entries */
  eviction?: string
  /** rows this process has taken on, and jobs Redis knew of when last asked */
  waiting: Waiting
}>

export function stateOf(
  local: Local,
  source: RedisSource | null,
  link: Link | null,
  inRedis: Waiting | null,
  leads: boolean,
): JobsState {
  const up = link?.up() ?? false
  const eviction = link?.eviction() ?? null
  const count = (name: BusinessQueue) => local[name].size() + (up ? (inRedis?.[name] ?? 0) : 0)
  return {
    mode: up ? 'bullmq' : 'local',
    leads,
    redis: source ? (link?.trouble() ?? (up ? 'ok' : 'away')) : 'none',
    ...(source ? { where: source.label } : {}),
    ...(eviction === null ? {} : { eviction }),
    waiting: Object.fromEntries(BUSINESS_QUEUES.map((name) => [name, count(name)])) as Waiting,
  }
}
