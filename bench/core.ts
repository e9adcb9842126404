import { startCore, type Core } from '../app.ts'
import { readEnv, type RawEnv } from '../config/env.ts'
import type { Destination, OutboxRow } from '../domain/notice.ts'
import { makeLog } from '../log.ts'
import { benchTown } from './town.ts'

/** A channel that delivers at once: what is measured is ours, not WeCom's. */
export function instantChannel(onSent: (row: OutboxRow) => void): Destination {
  return {
    send: async (rows) => {
      rows.forEach(onSent)
      return { outcome: 'sent', how: 'push' }
    },
    states: () => [{ name: 'bench', up: true, detail: '' }],
  }
}

export async function benchCore(
  dir: string,
  redisUrl: string,
  limits: 'short' | 'long',
  onSent: (row: OutboxRow) => void,
  more: RawEnv = {},
): Promise<Core> {
  const read = readEnv({ DATABASE_URL: `file:${dir}/bench.db`, DATA_DIR: dir, REDIS_URL: redisUrl, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const end = (error: Error): never => {
    throw error
  }
  return startCore({
    env: read.env,
    ...(await benchTown(limits)),
    log: makeLog('error'),
    channel: instantChannel(onSent),
    onFatal: end,
  })
}
