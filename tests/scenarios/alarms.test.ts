import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureRedis } from '../services/redis.ts'
import { openHouse, type House } from './house.ts'
import { COMMAND, eachTestHasAHouse } from './story.ts'

const looks = async (house: House, duration?: string): Promise<void> => {
  if (duration) await house.forward(duration)
  await house.look()
  await house.settled()
}

const standing = async (house: House): Promise<readonly string[]> =>
  (await house.core.web.ready()).alarms.map(({ kind }) => kind)

describe('the command room hears of the machine', () => {
  const house = eachTestHasAHouse()

  it('nothing while all is well', async () => {
    await looks(house())
    await looks(house(), '1h')
    expect(await standing(house())).toEqual([])
  })

  it('once that there was no backup for two days, again a day later, and once that there is one', async () => {
    await looks(house())
    await looks(house(), '47h')
    house().hearsNothing(COMMAND)
    await looks(house(), '2h')
    house().expects(COMMAND, '系统报警', '备份', '一次也没有备份过', '运行状况')
    await looks(house(), '1h')
    await house().restart()
    await looks(house(), '1h')
    house().hearsNothing(COMMAND)
    await looks(house(), '23h')
    house().expects(COMMAND, /备份（从 .+ 起）/)
    const now = house().clock.now()
    await house().core.ctx.store.putNote({ key: 'last backup', value: now.toISOString(), until: null })
    await looks(house())
    house().expects(COMMAND, '系统已恢复', '备份')
    await looks(house(), '1h')
    expect(await standing(house())).toEqual([])
  })

  it('of messages that nobody can handle in one message, and not that they are over', async () => {
    for (const text of ['村口路灯坏了', '桥边有人倒垃圾', '市场门口占道']) await house().person('v-lihua').says(text)
    house().readsAll()
    await house().tamper('inbox', `UPDATE "inbox" SET "status" = 'parked', "note" = 'a test'`)
    await looks(house())
    house().expects(COMMAND, '处理不了的消息', '3 条')
    await looks(house(), '10m')
    house().readsAll()
    await looks(house(), '25h')
    const after = house()
      .unread(COMMAND)
      .map(({ content }) => content)
    expect(after.join()).not.toContain('处理不了的消息')
    house().readsAll()
  })

  it('of several things in one message, and at night only of what cannot wait', async () => {
    const { store } = house().core.ctx
    await house().until('2026-11-24T23:00:00+08:00')
    const long = new Date('2026-11-01T00:00:00Z').toISOString()
    await store.putNote({ key: 'first start', value: long, until: null })
    await store.putNote({ key: 'chain checked', value: JSON.stringify({ at: long, ok: false }), until: null })
    await looks(house())
    await looks(house(), '1h')
    house().hearsNothing(COMMAND)
    expect((await standing(house())).toSorted()).toEqual(['backup', 'chain'])
    await house().until('2026-11-25T07:01:00+08:00')
    await looks(house())
    house().expects(COMMAND, '备份', '留痕', '请不要再动数据库')
    house().hearsNothing(COMMAND)
    const supervisor = house().expects('u-songming', '留痕')
    expect(supervisor.content).not.toContain('备份')
  })
})

describe('a channel that is away', () => {
  const house = eachTestHasAHouse()

  it('is on /readyz meanwhile; when it is back the room hears from when to when, once', async () => {
    house().simulator.faults.outage(true)
    await house().disconnected()
    await looks(house())
    await looks(house(), '20m')
    expect((await house().core.web.ready()).alarms).toEqual([
      { kind: 'channel', of: 'aibot', since: '2026-11-24T02:00:00.000Z' },
    ])
    house().simulator.faults.outage(false)
    await house().connected()
    await looks(house())
    house().expects(COMMAND, '系统已恢复', '智能机器人', '10:00', '10:20', '请留意补报')
    await looks(house(), '1h')
    expect(await standing(house())).toEqual([])
  })

  it('is nothing when it comes back at once', async () => {
    house().simulator.faults.outage(true)
    await house().disconnected()
    await looks(house())
    house().simulator.faults.outage(false)
    await house().connected()
    await looks(house(), '1m')
  })
})

describe('a Redis that is away', () => {
  let redis: Awaited<ReturnType<typeof ensureRedis>>
  let house: House

  beforeEach(async () => {
    redis = await ensureRedis()
    house = await openHouse({ env: { REDIS_URL: redis.url } })
    await expect.poll(() => house.core.jobs.mode()).toBe('bullmq')
  })
  afterEach(async () => {
    await house.close()
    await redis.stop()
  })

  it('is told after a while, once, also after a restart; and once that it is back', async () => {
    await redis.stop()
    await house.stands('redis', true)
    house.hearsNothing(COMMAND)
    await looks(house, '6m')
    house.expects(COMMAND, '系统报警', '队列', '没有应答')
    await looks(house, '1h')
    await house.restart()
    await looks(house)
    house.hearsNothing(COMMAND)
    redis = await ensureRedis(redis.port)
    await house.stands('redis', false)
    house.expects(COMMAND, '系统已恢复', '队列')
    await looks(house, '1h')
  }, 60_000)
})
