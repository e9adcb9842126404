import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Web } from '../../web/server.ts'
import type { Finding } from '../../web/setup.ts'
import { ensureRedis, type TestRedis } from '../services/redis.ts'
import { openHouse, type House } from './house.ts'
import { COMMAND } from './story.ts'
import { openPages, Visitor } from './web/door.ts'

describe('a Redis that is there and of no use', () => {
  let redis: TestRedis
  let operator: Redis
  let house: House
  let web: Web
  let admin: Visitor

  beforeEach(async () => {
    redis = await ensureRedis()
    operator = new Redis(redis.url)
    house = await openHouse({ env: { REDIS_URL: redis.url } })
    await expect.poll(() => house.core.jobs.mode()).toBe('bullmq')
    web = await openPages(house)
    admin = await new Visitor(web).signIn(house, 'u-dingning')
  })
  afterEach(async () => {
    operator.disconnect()
    await web.close()
    await house.close()
    await redis.stop()
  })

  async function queueOnPage(): Promise<Finding | undefined> {
    const { findings } = (await admin.get('/api/health')).body as { findings: readonly Finding[] }
    return findings.find(({ name }) => name === '队列')
  }
  const shows = (ok: Finding['ok'], cause: RegExp, mend: RegExp) =>
    expect
      .poll(queueOnPage, { timeout: 15_000 })
      .toMatchObject({ ok, cause: expect.stringMatching(cause), mend: expect.stringMatching(mend) })

  it('is red on the page of the machine while it would throw entries away, with what to set, and told once', async () => {
    await operator.config('SET', 'maxmemory-policy', 'allkeys-lru')
    await shows('bad', /会丢掉队列里的内容/, /noeviction/)
    await house.stands('redis', true)
    await house.forward('6m')
    await house.look()
    await house.settled()
    house.expects(COMMAND, '系统报警', '会丢掉队列里的内容')
    await operator.config('SET', 'maxmemory-policy', 'noeviction')
    await shows('ok', /正常/, /不用处理/)
    await house.stands('redis', false)
    house.expects(COMMAND, '系统已恢复', '队列')
  }, 60_000)

  it.each([
    ['full', ['maxmemory', '1'], ['maxmemory', '0'], /内存满了/, /maxmemory/],
    ['a copy of another', ['replicaof'], ['replicaof', 'no', 'one'], /只读/, /REDIS_URL/],
  ] as const)(
    'is red while it is %s; people are answered all the same',
    async (_, breaks, mends, cause, mend) => {
      const set = ([name, ...values]: readonly string[]) =>
        name === 'replicaof'
          ? operator.replicaof(values[0] ?? '127.0.0.1', values[1] ?? '1')
          : operator.config('SET', name ?? '', values[0] ?? '')
      await set(breaks)
      await shows('bad', cause, mend)
      await house.person('v-lihua').says('王家村村口有人占道摆摊')
      expect(house.unread('v-lihua')).not.toEqual([])
      house.readsAll()
      await set(mends)
      await shows('ok', /正常/, /不用处理/)
    },
    60_000,
  )
})
