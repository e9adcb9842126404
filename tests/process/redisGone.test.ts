import { expect, it, vi } from 'vitest'
import { ensureRedis } from '../services/redis.ts'
import { books } from './books.ts'
import { dice } from './dice.ts'
import { fleet, type Fleet } from './fleet.ts'
import { CASE_NO } from './street.ts'
import { whenReady } from './web.ts'

vi.setConfig({ testTimeout: 240_000 })

const STAFF = 'u-zhangwei'
/** WeCom waits no longer for the answer to a callback. */
const PLATFORM_WAITS = 5_000

const FAULTS = {
  'is stopped': {
    begin: ({ servers }: Fleet) => servers.redis.stop(),
    heal: async ({ servers }: Fleet) => void (servers.redis = await ensureRedis(servers.redis.port)),
  },
  'takes connections and says nothing': {
    begin: async ({ servers }: Fleet) => void process.kill(servers.redis.pid, 'SIGSTOP'),
    heal: async ({ servers }: Fleet) => void process.kill(servers.redis.pid, 'SIGCONT'),
  },
} as const

it.each(Object.entries(FAULTS))(
  'Redis %s: callbacks are taken, messages go out, and the queues come back',
  async (_, fault) => {
    const house = await fleet(2, ['web', 'worker'], dice(4))
    const { village, members } = house
    await village.connected()
    for (const { url } of members) await whenReady(url, ({ queue }) => queue === 'bullmq')
    await fault.begin(house)
    await Promise.all([asks(house, '值班'), reports(house, 'v-1', '东关市场有人乱停车')])
    for (const { url } of members) await whenReady(url, ({ queue }) => queue === 'local')
    await Promise.all([asks(house, '今日'), reports(house, 'v-2', '王家村村口有人占道摆摊')])
    await fault.heal(house)
    for (const { url } of members) await whenReady(url, ({ queue }) => queue === 'bullmq')
    await asks(house, '我的任务')
    const ledger = books(village.here)
    await vi.waitUntil(async () => (await ledger.outbox('pending')).length === 0, { timeout: 30_000 })
    expect([await ledger.inbox('pending'), await ledger.inbox('parked'), await ledger.outbox('parked')]).toEqual([
      0,
      0,
      [],
    ])
    expect(house.sent.filter(({ text }) => text.includes(STAFF))).toHaveLength(3)
    for (const { program } of members) expect(program.stderr).not.toMatch(/"level":[56]0/)
  },
)

/** A member of the staff writes to the app: the callback is answered while the platform still waits, and so is he. */
async function asks({ members, post, sent }: Fleet, text: string): Promise<void> {
  const before = sent.length
  const web = members.find(({ role }) => role === 'web')
  if (!web) throw new Error('no web process')
  const taken = post(web, { FromUserName: STAFF, MsgType: 'text', Content: text, MsgId: `8${text}` })
  const late = new Promise((resolve) => setTimeout(resolve, PLATFORM_WAITS, 'too late').unref())
  expect(await Promise.race([taken, late])).toBe(200)
  await vi.waitUntil(() => sent.length > before, { timeout: 30_000 })
}

async function reports({ village }: Fleet, by: string, text: string): Promise<void> {
  await village.simulator.say(by, text)
  await village.hears(by, CASE_NO)
}
