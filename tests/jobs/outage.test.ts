import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ensureRedis } from '../services/redis.ts'
import { bed, notice, person } from './bed.ts'

async function ownRedis(port?: number) {
  const redis = await ensureRedis(port)
  onTestFinished(redis.stop)
  return redis
}

describe('when Redis', () => {
  it('is stopped and started again, all is delivered meanwhile and it returns to BullMQ by itself', async () => {
    const redis = await ownRedis()
    const b = await bed({ redis: redis.url })
    await redis.stop()
    await b.commit(notice(b.ctx.now(), { key: 'at once' }))
    await b.until('it is delivered although nobody noticed yet', () => b.keys().includes('at once'), 5_000)
    await b.until('it works locally', () => b.jobs.mode() === 'local')
    expect(b.jobs.state().redis).toBe('away')
    await b.commit(notice(b.ctx.now(), { key: 'later', dueAt: new Date(b.ctx.now().getTime() + 500) }))
    await b.until('it is delivered locally', () => b.keys().includes('later'))
    await ownRedis(redis.port)
    await b.until('it is back on BullMQ', () => b.jobs.mode() === 'bullmq')
    await b.commit(notice(b.ctx.now(), { key: 'through BullMQ' }))
    await b.until('it is delivered', () => b.keys().includes('through BullMQ'))
    expect(b.keys()).toHaveLength(3)
    expect(b.log.filter((line) => line.level === 'error')).toEqual([])
    expect(b.log.filter((line) => line.level === 'warn')).toHaveLength(1)
  })

  it('is half-open, this is noticed within 10 s, each message goes out once, and it recovers', async () => {
    const redis = await ownRedis()
    const b = await bed({ redis: redis.url })
    process.kill(redis.pid, 'SIGSTOP')
    const started = performance.now()
    await b.commit(...Array.from({ length: 20 }, (_, i) => notice(b.ctx.now(), { key: `m${i}`, to: person(`p${i}`) })))
    await b.until('all are delivered', () => b.sent.length === 20, 5_000)
    await b.until('it is noticed', () => b.jobs.mode() === 'local')
    expect(performance.now() - started).toBeLessThan(10_000)
    process.kill(redis.pid, 'SIGCONT')
    await b.until('it is back on BullMQ', () => b.jobs.mode() === 'bullmq')
    await b.commit(notice(b.ctx.now(), { key: 'after' }))
    await b.until('it is delivered', () => b.keys().includes('after'))
    await b.jobs.idle()
    expect(b.keys()).toHaveLength(21)
  })

  it('is not there at the start, the work is done here, and BullMQ takes over when it comes', async () => {
    const redis = await ownRedis()
    await redis.stop()
    const b = await bed({ redis: redis.url })
    expect(b.jobs.state()).toMatchObject({ mode: 'local', redis: 'away' })
    await b.commit(notice(b.ctx.now(), { key: 'alone' }))
    await b.jobs.idle()
    expect(b.keys()).toEqual(['alone'])
    await ownRedis(redis.port)
    await b.until('it goes over to BullMQ', () => b.jobs.mode() === 'bullmq')
  })

  it('forgets everything while 200 cases wait for their clocks, each fires at its time, once, and somebody is told', async () => {
    const redis = await ownRedis()
    const admin = new Redis(redis.url)
    onTestFinished(() => admin.disconnect())
    const b = await bed({ redis: redis.url })
    const fired = new Map<string, Date[]>()
    b.onTimer = async ({ subject, kind }) => {
      fired.set(subject, [...(fired.get(subject) ?? []), b.ctx.now()])
      await b.store.commit({ timers: [{ subject, kind, dueAt: null, step: 1 }] }, b.ctx.now())
    }
    const begun = b.ctx.now().getTime()
    const timers = Array.from({ length: 200 }, (_, n) => {
      return { subject: `case-${n}`, kind: 'sign', dueAt: new Date(begun + 4_000 + 10 * n), step: 0 }
    })
    await b.store.commit({ timers }, b.ctx.now())
    await b.until('they wait in Redis', async () => (await admin.zcard('shaozi:timers:delayed')) === 200)
    await admin.flushall()
    await b.until('all have fired', () => fired.size === 200, 30_000)
    await b.jobs.idle()
    for (const { subject, dueAt } of timers) {
      expect(fired.get(subject), subject).toHaveLength(1)
      expect(fired.get(subject)?.[0]?.getTime()).toBeGreaterThanOrEqual(dueAt.getTime())
    }
    await b.until('the wake-up is scheduled again', async () => (await admin.exists('shaozi:scheduled:repeat')) === 1)
    expect(b.log.filter(({ level, message }) => level === 'warn' && message.includes('lost the queues'))).toHaveLength(
      1,
    )
  })

  it('becomes a replica that takes no writes, the work is done here until it is the master', async () => {
    const [redis, master] = [await ownRedis(), await ownRedis()]
    const admin = new Redis(redis.url)
    onTestFinished(() => admin.disconnect())
    const b = await bed({ redis: redis.url })
    await admin.replicaof('127.0.0.1', master.port)
    await b.until('it is noticed', () => b.jobs.mode() === 'local')
    await b.commit(notice(b.ctx.now(), { key: 'read-only' }))
    await b.until('it is delivered', () => b.keys().includes('read-only'))
    await admin.replicaof('NO', 'ONE')
    await b.until('it is back on BullMQ', () => b.jobs.mode() === 'bullmq', 20_000)
    await b.commit(notice(b.ctx.now(), { key: 'promoted' }))
    await b.until('it is delivered', () => b.keys().includes('promoted'))
    await b.jobs.idle()
    expect(b.keys()).toEqual(['read-only', 'promoted'])
  })

  it('hangs while the program ends, the end still comes within 5 s', async () => {
    const redis = await ownRedis()
    const b = await bed({ redis: redis.url })
    process.kill(redis.pid, 'SIGSTOP')
    const started = performance.now()
    await b.jobs.close()
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
