import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureRedis, type TestRedis } from '../services/redis.ts'
import { makeLimiters, sourceOfLimit } from '../../web/limiter.ts'

const TWICE = { points: 2, seconds: 600 }
const FAST = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 500, connectTimeout: 500 }

describe('a limit', () => {
  it('counts by name and by who it is, says how long to wait, and how often it refused', async () => {
    const limiters = makeLimiters()
    const [one, other] = [limiters.make('one', TWICE), limiters.make('other', TWICE)]
    expect([await one.consume('a'), await one.consume('a')]).toEqual([null, null])
    expect(await one.spent('a')).toBeGreaterThan(590_000)
    expect(await one.consume('a')).toBeGreaterThan(590_000)
    expect([await one.consume('b'), await one.spent('b'), await other.consume('a')]).toEqual([null, null, null])
    expect(limiters.refused()).toEqual({ one: 1, other: 0 })
  })

  it('takes back what was right', async () => {
    const limit = makeLimiters().make('one', TWICE)
    for (let guess = 0; guess < 9; guess += 1) {
      expect(await limit.consume('a')).toBeNull()
      await limit.reward('a')
    }
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['person u-zhangwei', 'person u-zhangwei'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('of %s is that of %s', (who, source) => {
    expect(sourceOfLimit(who)).toBe(source)
  })
})

describe('a limit of several processes', () => {
  let redis: TestRedis
  let clients: readonly Redis[]
  let up = true

  beforeAll(async () => {
    redis = await ensureRedis()
    clients = [new Redis(redis.url, FAST), new Redis(redis.url, FAST)]
    // both at once: one that is ready before it is listened to never says so again
    const ready = clients.map((client) => new Promise((resolve) => client.once('ready', resolve)))
    for (const client of clients) client.on('error', () => undefined)
    await Promise.all(ready)
  })
  afterAll(async () => {
    for (const client of clients) client.disconnect()
    await redis.stop()
  })

  const processes = (name: string) =>
    clients.map((client) => makeLimiters({ client, up: () => up, salt: 'salt' }).make(name, TWICE))

  it('is one', async () => {
    const [one, other] = processes('shared')
    expect([await one?.consume('a'), await other?.consume('a')]).toEqual([null, null])
    expect(await one?.consume('a')).toBeGreaterThan(0)
    expect(await other?.spent('a')).toBeGreaterThan(0)
  })

  it('leaves nothing in Redis that says who it was', async () => {
    const [one] = processes('hidden')
    await one?.consume('person u-zhangwei')
    await one?.consume('203.0.113.9')
    const keys = (await clients[0]?.keys('*')) ?? []
    expect(keys.length).toBeGreaterThan(1)
    for (const key of keys) expect(key).toMatch(/^shaozi:limit:[\w-]+:[\w-]{22}$/)
  })

  it('goes on in each process while Redis is frozen or away, and nobody waits for it', async () => {
    const [one] = processes('away')
    process.kill(redis.pid, 'SIGSTOP')
    expect([await one?.consume('a'), await one?.consume('a')]).toEqual([null, null])
    expect(await one?.consume('a')).toBeGreaterThan(0)
    up = false
    expect(await one?.consume('b')).toBeNull()
    process.kill(redis.pid, 'SIGCONT')
    await redis.stop()
    up = true
    expect([await one?.consume('b'), await one?.consume('b')].map((wait) => wait === null)).toEqual([true, false])
  })
})
