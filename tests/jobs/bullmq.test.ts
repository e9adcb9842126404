import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Due } from '../../context.ts'
import { jobOf } from '../../jobs/producer.ts'
import { PREFIX } from '../../jobs/redis/source.ts'
import { ensureRedis, type TestRedis } from '../services/redis.ts'
import { bed, notice, person } from './bed.ts'

let redis: TestRedis
let admin: Redis

beforeAll(async () => {
  redis = await ensureRedis()
  admin = new Redis(redis.url)
})
beforeEach(() => admin.flushall())
afterAll(async () => {
  admin.disconnect()
  await redis.stop()
})

const HOUR = 3_600_000

/** A job that a worker took and never gave back: its lock outlives it by half a minute. */
async function heldByTheDead(due: Due, now: Date): Promise<void> {
  const at = { prefix: PREFIX, connection: new Redis(redis.url, { maxRetriesPerRequest: null }) }
  const queue = new Queue('replies', at)
  await queue.addBulk([jobOf('replies', due, now)])
  const dead = new Worker('replies', null, at)
  expect(await dead.getNextJob('a process that died')).toBeDefined()
  await dead.close(true)
  at.connection.disconnect()
}

describe('with Redis', () => {
  it('delivers through BullMQ', async () => {
    const b = await bed({ redis: redis.url })
    expect(b.jobs.state()).toMatchObject({ mode: 'bullmq', redis: 'ok' })
    const before = await callsOf('evalsha')
    await b.commit(...Array.from({ length: 100 }, (_, i) => notice(b.ctx.now(), { to: person(`p${i}`) })))
    await b.until('all are sent', () => b.sent.length === 100)
    expect(await callsOf('evalsha')).toBeGreaterThan(before + 100)
    await b.jobs.idle()
    expect(new Set(b.keys()).size).toBe(100)
    await b.until('nothing is left of the jobs', async () => (await jobsIn()) === 0)
  })

  it('puts nothing but row ids into it', async () => {
    const b = await bed({ redis: redis.url })
    const dueAt = new Date(b.ctx.now().getTime() + 60_000)
    await b.commit(notice(b.ctx.now(), { key: 'secret-key', to: person('secret-person'), dueAt }))
    await b.until('the job is there', async () => (await jobsIn()) === 1)
    const [job] = await admin.zrange('shaozi:replies:delayed', '0', '0')
    expect(await admin.hget(`shaozi:replies:${job}`, 'data')).toMatch(/^\{"id":"[0-9A-Za-z-]+"\}$/)
  })

  it('keeps what is due late out of it', async () => {
    const b = await bed({ redis: redis.url })
    const now = b.ctx.now().getTime()
    await b.commit(
      notice(b.ctx.now(), { dueAt: new Date(now + HOUR) }),
      notice(b.ctx.now(), { dueAt: new Date(now + 60_000) }),
    )
    await b.until('the near one is there', async () => (await jobsIn()) === 1)
  })

  it('fires a delayed row on time', async () => {
    const b = await bed({ redis: redis.url })
    const dueAt = new Date(b.ctx.now().getTime() + 600)
    const fired: number[] = []
    b.onTimer = async (row) => {
      fired.push(b.ctx.now().getTime() - dueAt.getTime())
      await b.store.commit({ timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 1 }] }, b.ctx.now())
    }
    await b.setTimer('case', dueAt)
    await b.until('it fires', () => fired.length > 0)
    expect(fired[0]).toBeGreaterThanOrEqual(0)
    expect(fired[0]).toBeLessThan(1_000)
  })

  it('does what is due at once when the clock is put forward, once each', async () => {
    const b = await bed({ redis: redis.url })
    const now = b.ctx.now().getTime()
    for (let i = 0; i < 50; i++)
      await b.commit(notice(b.ctx.now(), { to: person(`p${i}`), dueAt: new Date(now + i * 60_000) }))
    b.move(HOUR)
    await b.jobs.sweep()
    expect(b.keys()).toHaveLength(50)
    await b.jobs.idle()
    expect(new Set(b.keys()).size).toBe(50)
  })

  it('sends at once what is committed after the clock was put forward', async () => {
    const b = await bed({ redis: redis.url })
    b.move(3 * HOUR)
    await b.jobs.sweep()
    await b.commit(notice(b.ctx.now()))
    await b.until('it is sent', () => b.sent.length === 1, 3_000)
    expect(b.jobs.mode()).toBe('bullmq')
  })

  it('does not wait for the locks of a process that died with work in hand', async () => {
    const b = await bed({
      redis: redis.url,
      before: async (store, now) => {
        let due: readonly Due[] = []
        store.onDue((rows) => (due = rows))
        await store.commit({ notices: [notice(now)] }, now)
        for (const one of due) await heldByTheDead(one, now)
      },
    })
    await b.until('it is sent', () => b.sent.length === 1, 5_000)
  })

  it('serves emergencies first', async () => {
    const b = await bed({ redis: redis.url })
    const now = b.ctx.now()
    await b.commit(
      ...Array.from({ length: 200 }, (_, i) => notice(now, { to: person(`p${i}`) })),
      notice(now, { key: 'fire', urgent: true, to: person('chief') }),
    )
    await b.until('all are sent', () => b.sent.length === 201)
    expect(b.keys().indexOf('fire')).toBeLessThan(60)
  })

  it('tries again what could not be sent', async () => {
    const b = await bed({ redis: redis.url })
    let tries = 0
    b.channel = () => (++tries === 1 ? Promise.reject(new Error('reset')) : { outcome: 'sent', how: 'push' })
    await b.commit(notice(b.ctx.now(), { key: 'again' }))
    await b.until('the second try', () => tries === 2)
    await b.jobs.idle()
    expect(await b.store.nextDue()).toBeNull()
  })

  it('does the work here when the queue in Redis does not move', async () => {
    const b = await bed({ redis: redis.url })
    await admin.hset('shaozi:replies:meta', 'paused', '1')
    await b.commit(notice(b.ctx.now(), { key: 'held up' }))
    await b.jobs.idle()
    expect(b.keys()).toEqual(['held up'])
    await admin.hdel('shaozi:replies:meta', 'paused')
  })

  it('finds a row whose job was lost', async () => {
    const b = await bed({ redis: redis.url, deaf: true })
    await b.commit(notice(b.ctx.now(), { key: 'lost' }))
    await b.until('the sweeper finds it', () => b.keys().includes('lost'), 20_000)
    expect(b.jobs.mode()).toBe('bullmq')
  })

  it('fills the queues again after FLUSHALL, and schedules its wake-up again', async () => {
    const b = await bed({ redis: redis.url })
    await b.commit(notice(b.ctx.now(), { key: 'survivor', dueAt: new Date(b.ctx.now().getTime() + 60_000) }))
    await b.until('the job is there', async () => (await jobsIn()) === 1)
    await admin.flushall()
    await b.until('the job is there again', async () => (await jobsIn()) === 1)
    await b.until('the wake-up is scheduled again', async () => (await admin.exists('shaozi:scheduled:repeat')) === 1)
    expect(b.jobs.mode()).toBe('bullmq')
    expect(b.log.some((line) => line.level === 'warn' && line.message.includes('lost the queues'))).toBe(true)
    expect(b.log.some((line) => line.level === 'error')).toBe(false)
  })

  it('reports an eviction policy that loses jobs', async () => {
    await admin.config('SET', 'maxmemory-policy', 'allkeys-lru')
    onTestFinished(async () => void (await admin.config('SET', 'maxmemory-policy', 'noeviction')))
    const b = await bed({ redis: redis.url })
    expect(b.jobs.state()).toMatchObject({ mode: 'bullmq', redis: 'evicts', eviction: 'allkeys-lru' })
    expect(b.log.filter((line) => line.level === 'warn')).toHaveLength(1)
  })

  it('works in process while Redis is full, and goes back when it is not', async () => {
    const b = await bed({ redis: redis.url })
    await admin.config('SET', 'maxmemory', '1')
    onTestFinished(async () => void (await admin.config('SET', 'maxmemory', '0')))
    await b.until('it works locally', () => b.jobs.mode() === 'local')
    expect(b.jobs.state().redis).toBe('full')
    await b.commit(notice(b.ctx.now(), { key: 'full' }))
    await b.until('it is sent', () => b.keys().includes('full'))
    await admin.config('SET', 'maxmemory', '0')
    await b.until('it is back', () => b.jobs.mode() === 'bullmq')
    expect(b.jobs.state().redis).toBe('ok')
  })

  it('never logs the password of its URL, and says what is wrong when it is not let in', async () => {
    await admin.config('SET', 'requirepass', 'hunter2')
    onTestFinished(async () => void (await admin.config('SET', 'requirepass', '')))
    const right = await bed({ redis: redis.url.replace('//', '//:hunter2@') })
    expect(right.jobs.mode()).toBe('bullmq')
    const wrong = await bed({ redis: redis.url.replace('//', '//:swordfish@') })
    expect(wrong.jobs.mode()).toBe('local')
    expect(wrong.log.filter((line) => line.level === 'warn')).toMatchObject([
      { fields: { fault: expect.stringContaining('WRONGPASS') } },
    ])
    await wrong.commit(notice(wrong.ctx.now(), { key: 'x' }))
    await wrong.jobs.idle()
    expect(JSON.stringify([right.log, right.jobs.state(), wrong.log, wrong.jobs.state()])).not.toMatch(
      /hunter2|swordfish/,
    )
  })
})

async function callsOf(command: string): Promise<number> {
  const info = await admin.info('commandstats')
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(info)?.[1] ?? 0)
}

/** Jobs of the business queues that wait or are delayed. */
async function jobsIn(): Promise<number> {
  const names = ['dispatch', 'alerts', 'replies', 'timers']
  const counts = await Promise.all(
    names.flatMap((name) => [
      admin.llen(`shaozi:${name}:wait`),
      admin.zcard(`shaozi:${name}:prioritized`),
      admin.zcard(`shaozi:${name}:delayed`),
    ]),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
