import { startCore, type Core } from '../../app.ts'
import { readEnv } from '../../config/env.ts'
import { makeLog } from '../../log.ts'
import { instantChannel } from '../core.ts'
import { county } from './county.ts'

export type Place = Readonly<{ dir: string; url: string }>

/** The program over the county's database; every message is swallowed at once. */
export async function countyCore({ dir, url }: Place, now: () => Date): Promise<Core> {
  const read = readEnv({ DATABASE_URL: url, DATA_DIR: dir, REDIS_URL: 'none' })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const onFatal = (error: Error): never => {
    throw error
  }
  return startCore({
    ...{ env: read.env, now, onFatal },
    ...(await county()),
    log: makeLog(process.env['LOG_LEVEL'] ?? 'error'),
    channel: instantChannel(() => undefined),
  })
}
