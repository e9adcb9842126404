import { rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { Redis } from 'ioredis'
import type { Dice } from '../process/dice.ts'
import { ensureRedis } from '../services/redis.ts'
import { picture } from '../scenarios/pictures.ts'
import { pick } from './acts.ts'
import { callsBack } from './say.ts'
import type { World } from './world.ts'
import { APP_SECRET, BOT } from './phones/protocol.ts'

export type Fault = Readonly<{
  /** it costs real seconds: only for the long form */
  slow?: true
  needs?: 'redis' | 'sqlite' | 'postgres'
  /** goes wrong, and stays so while people act */
  begin(world: World, dice: Dice): Promise<unknown>
  /** … and is mended */
  heal?(world: World): Promise<unknown>
}>

const HOUR = 3_600_000

const onLine = (name: string, ...args: readonly unknown[]): Fault => ({
  begin: ({ phones }) => phones.ask('fault', name, ...args),
})
const rest = (fault: string | number, most: number): Fault => ({
  begin: ({ phones }, dice) => phones.ask('fails', fault, 1 + dice.throw(most)),
})

const onRedis = async ({ servers }: World, act: (redis: Redis) => Promise<unknown>): Promise<void> => {
  const redis = new Redis(servers.redis?.url ?? '')
  await act(redis)
  redis.disconnect()
}

/** Codes the long connection was seen to answer: too often, a window that is over, a parameter, busy. */
const CODES = [45009, 846605, 40058, -1] as const

export const FAULTS = {
  'a code': { begin: ({ phones }, dice) => phones.ask('fault', 'reject', 1 + dice.throw(3), pick(CODES, dice)) },
  'lost acks': { ...onLine('loseAcks', 1), slow: true },
  'lost frames': { ...onLine('loseFrames', 1), slow: true },
  'late acks': onLine('delayAcks', 80),
  cut: onLine('terminate'),
  closed: onLine('close'),
  'half open': { ...onLine('halfOpen'), heal: ({ phones }) => phones.ask('fault', 'terminate'), slow: true },
  outage: { ...onLine('outage', true), slow: true },
  // no war over the connection: an operator ends the other program and starts ours again
  kicked: { ...onLine('kick'), heal: (world) => world.restart(), slow: true },
  'told twice': onLine('duplicate', 3),
  'out of order': { ...onLine('hold'), heal: ({ phones }) => phones.ask('fault', 'release', 'reversed') },
  'callbacks three times': {
    begin: (world, dice) =>
      callsBack(
        world,
        pick([...world.inApp], dice),
        { MsgType: 'text', Content: pick(['我的任务', '今日', '值班'], dice) },
        3,
      ),
  },
  'rest 500': rest('http-500', 3),
  'rest 502': rest('http-502', 6),
  'rest garbage': rest('garbage', 1),
  'rest empty': rest('empty', 1),
  'rest reset': rest('reset', 2),
  'rest reset after': rest('reset-after', 1),
  'rest slow': rest('slow', 3),
  'rest busy': rest(-1, 2),
  'rest too often': rest(45009, 1),
  'rest token over': rest(42001, 1),
  'rest not allowed': rest(60020, 1),
  'redis flushed': { needs: 'redis', begin: (world) => onRedis(world, (redis) => redis.flushall()) },
  'redis stopped': {
    needs: 'redis',
    begin: ({ servers }) => servers.redis?.stop() ?? Promise.resolve(),
    heal: async ({ servers }) => void (servers.redis = await ensureRedis(servers.redis?.port)),
  },
  'redis frozen': {
    needs: 'redis',
    slow: true,
    begin: async ({ servers }) => process.kill(servers.redis?.pid ?? 0, 'SIGSTOP'),
    heal: async ({ servers }) => process.kill(servers.redis?.pid ?? 0, 'SIGCONT'),
  },
  'database locked': {
    needs: 'sqlite',
    begin: async ({ phones, url }, dice) => void phones.ask('lock', url.slice('file:'.length), 100 + dice.throw(400)),
    heal: () => pause(500),
  },
  'database restarted': {
    needs: 'postgres',
    begin: async ({ servers }) => servers.postgres?.restart(),
  },
  restart: { begin: (world) => world.restart() },
  'clock three hours on': { begin: (world) => world.jump(new Date(world.clock.now().getTime() + 3 * HOUR)) },
  'clock back an hour': {
    begin: (world) => world.jump(new Date(world.clock.now().getTime() - HOUR)),
    heal: (world) => world.jump(new Date(world.clock.now().getTime() + HOUR)),
  },
  'folder of files broken': {
    async begin(world, dice) {
      const files = join(world.dir, 'files')
      await rename(files, `${files}.away`).catch(() => undefined)
      await writeFile(files, '')
      const who = pick(world.villagers, dice)
      await world.phones.ask('send', who, '王家村村口有人占道摆摊', 'a.png', picture(dice.throw(250)))
    },
    async heal({ dir }) {
      await rm(join(dir, 'files'))
      await rename(join(dir, 'files.away'), join(dir, 'files')).catch(() => undefined)
    },
  },
  'a message nobody can handle': { begin: poison },
  'a frame nobody knows': {
    begin: async ({ phones }) => {
      for (const frame of ['{', '[]', '{"cmd":"aibot_msg_callback"}', '{"cmd":"x","headers":{"req_id":"y"},"body":7}'])
        await phones.ask('raw', frame)
    },
  },
  // as it is done in earnest: the new one is set at the platform, then here
  'secrets changed': {
    slow: true,
    async begin(world) {
      const fresh = { bot: `${BOT.secret}-${randomUUID()}`, app: `${APP_SECRET}-${randomUUID()}` }
      await world.phones.ask('secret', fresh.bot, fresh.app)
      Object.assign(world.secrets, fresh)
    },
    heal: (world) => world.restart(),
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof FAULTS

/** What may happen here; without the slow ones in the short form. */
export function possible(world: World, isLong: boolean): readonly FaultName[] {
  const has = {
    redis: world.servers.redis !== null,
    sqlite: world.servers.postgres === null,
    postgres: world.servers.postgres !== null,
  }
  return (Object.entries(FAULTS) as [FaultName, Fault][]).flatMap(([name, { slow, needs }]) =>
    (isLong || !slow) && (!needs || has[needs]) ? [name] : [],
  )
}

/** A row as no version of ours writes it: whatever reads it throws. It is parked after the third time, and stops nobody. */
async function poison({ url, clock }: World): Promise<void> {
  const id = `poison-${randomUUID()}`
  const payload = JSON.stringify({
    channel: 'aibot',
    dedupeKey: id,
    from: id,
    chat: { type: 'single', id },
    content: { kind: 'text', text: null, quote: null },
    reply: null,
  })
  const at = clock.now()
  if (url.startsWith('file:')) {
    const db = new Database(url.slice('file:'.length), { timeout: 5000 })
    db.prepare(`INSERT INTO "inbox" ("id","dedupeKey","userid","payload","receivedAt") VALUES (?,?,?,?,?)`).run(
      ...[id, id, id, payload, at.getTime()],
    )
    return void db.close()
  }
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`INSERT INTO "inbox" ("id","dedupeKey","userid","payload","receivedAt") VALUES ($1,$1,$1,$2,$3)`, [
    ...[id, payload, at],
  ])
  await client.end()
}
