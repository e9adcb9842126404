import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startCore, type Core } from '../../app.ts'
import { putForward, stillClock } from '../../clock.ts'
import { readEnv } from '../../config/env.ts'
import { makeLog } from '../../log.ts'
import { rowsIn } from '../invariants/books.ts'
import { CALLBACK, CORP } from '../doors/envelope.ts'
import { ensurePostgres, freshDatabase, type Postgres } from '../services/postgres.ts'
import { ensureRedis, type TestRedis } from '../services/redis.ts'
import { APP_SECRET, BOT } from './phones/protocol.ts'
import { openPhones } from './phones/phones.ts'
import { soakTown } from './town.ts'

export type WorldOptions = Readonly<{
  at: Date
  villagers: number
  database: 'sqlite' | 'postgres'
  redis: boolean
}>

export type Logged = Readonly<{ level: number; line: string; during: readonly string[] }>
export type World = Awaited<ReturnType<typeof openWorld>>

const CONNECTED_WITHIN = 20_000
const AGENT = 1000002

/** The real app before the simulator, which is a process of its own; on a clock that is moved. */
export async function openWorld(options: WorldOptions) {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-soak-'))
  const clock = stillClock(options.at)
  const place = await soakTown(options.villagers, options.at)
  const phones = await openPhones(place.cast)
  const postgres = options.database === 'postgres' ? await ensurePostgres() : null
  const url = postgres ? await freshDatabase(postgres, 'soak') : `file:${join(dir, 'shaozi.db')}`
  const servers: { redis: TestRedis | null; postgres: Postgres | null } = {
    redis: options.redis ? await ensureRedis() : null,
    postgres,
  }
  const redisUrl = servers.redis?.url ?? 'none'
  const secrets = { bot: BOT.secret as string, app: APP_SECRET as string }
  const errors: Logged[] = []
  /** the faults of the moment */
  const during = new Set<string>()
  const log = makeLog('error', (line) => void errors.push({ level: 50, line, during: [...during] }))

  function start(): Promise<Core> {
    const env = readEnv({
      DATABASE_URL: url,
      DATA_DIR: dir,
      REDIS_URL: redisUrl,
      WECOM_AIBOT_ID: BOT.id,
      WECOM_AIBOT_SECRET: secrets.bot,
      WECOM_AIBOT_WS_URL: phones.wsUrl,
      WECOM_API_BASE: phones.base,
      WECOM_CORP_ID: CORP,
      WECOM_AGENT_ID: String(AGENT),
      WECOM_APP_SECRET: secrets.app,
      WECOM_CALLBACK_TOKEN: CALLBACK.token,
      WECOM_CALLBACK_AES_KEY: CALLBACK.aesKey,
    })
    if (!env.ok) throw new Error(JSON.stringify(env.faults))
    const onFatal = (error: Error) => void errors.push({ level: 60, line: error.message, during: [...during] })
    return startCore({ env: env.env, towns: place.towns, calendar: place.calendar, log, now: clock.now, onFatal })
  }

  let core = await start()
  const isUp = () => phones.up() && core.ctx.channel.states().some(({ name, up }) => name === 'aibot' && up)

  async function connected(): Promise<boolean> {
    for (const end = performance.now() + CONNECTED_WITHIN; performance.now() < end; await pause(10))
      if (isUp()) return true
    return false
  }

  async function restart(): Promise<void> {
    await core.close()
    core = await start()
    await connected()
  }

  const reporters = new Map<string, string>()
  phones.onTold(({ chat, numbers: [number] }) => {
    if (number && chat.startsWith('v-') && !reporters.has(number)) reporters.set(number, chat)
  })

  await connected()
  return {
    ...place,
    /** who told of a case first, by the name he has outside */
    reporters,
    /** keys of what was taken since the last look, as the platform has reason to believe */
    accepted: [] as string[],
    dir,
    url,
    clock,
    phones,
    servers,
    secrets,
    errors,
    during,
    agent: AGENT,
    core: () => core,
    isUp,
    connected,
    restart,
    rows: (query: string) => rowsIn(url, query),
    /** to this instant, without what comes due on the way: a clock that is set */
    async jump(to: Date): Promise<void> {
      await phones.ask('clock', to.getTime())
      clock.reset(to)
      await core.jobs.sweep()
    },
    /** to this instant, doing what comes due on the way, in order */
    async until(to: Date): Promise<void> {
      await putForward(clock, to, core.nextDue, async () => {
        await phones.ask('clock', clock.now().getTime())
        await core.jobs.sweep()
      })
    },
    async close(): Promise<void> {
      await core.close()
      await phones.close()
      await servers.redis?.stop()
      await servers.postgres?.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
