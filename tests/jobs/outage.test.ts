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

  it('hangs while the program ends, the end still comes within 5 s', async () => {
    const redis = await ownRedis()
    const b = await bed({ redis: redis.url })
    process.kill(redis.pid, 'SIGSTOP')
    const started = performance.now()
    await b.jobs.close()
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
