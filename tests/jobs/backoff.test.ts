import { describe, expect, it } from 'vitest'
import { CALL_AGAIN_AFTER, retryAt } from '../../jobs/backoff.ts'
import { cooldown } from '../../jobs/cooldown.ts'
import { lanes } from '../../jobs/lanes.ts'
import { fifo } from '../../jobs/fifo.ts'
import { jobOf } from '../../jobs/producer.ts'

const now = new Date('2026-11-24T01:00:00Z')
const wait = (tries: number, random = 0.5) =>
  (retryAt(tries, now, () => random)?.getTime() ?? Number.NaN) - now.getTime()

describe('back-off', () => {
  it('grows from a second to hours over ten tries and then gives up', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => wait(tries) / 1000)).toEqual([
      1, 5, 30, 120, 300, 900, 3_600, 21_600, 57_600,
    ])
    expect(retryAt(10, now)).toBeNull()
  })

  it('of a system that is called has steps of its own: 1 m, 5 m, 30 m, 2 h, 6 h, 24 h', () => {
    const minutes = (tries: number) =>
      ((retryAt(tries, now, () => 0.5, CALL_AGAIN_AFTER)?.getTime() ?? Number.NaN) - now.getTime()) / 60_000
    expect([1, 2, 3, 4, 5, 6].map(minutes)).toEqual([1, 5, 30, 120, 360, 1440])
    expect(retryAt(7, now, () => 0.5, CALL_AGAIN_AFTER)).toBeNull()
  })

  it('spreads the tries by a fifth to both sides', () => {
    expect([wait(4, 0), wait(4, 1)]).toEqual([96_000, 144_000])
  })
})

describe('cooldown', () => {
  it('rests a row that failed, longer each time, unless the row was moved', () => {
    let clock = 0
    const rests = cooldown(() => clock)
    const due = new Date(1)
    expect([rests.failed('a', due), rests.rests('a', due), rests.rests('b', due)]).toEqual([1, true, false])
    clock = 1_001
    expect(rests.rests('a', due)).toBe(false)
    expect(rests.failed('a', due)).toBe(2)
    clock = 5_000
    expect(rests.rests('a', due)).toBe(true)
    expect(rests.rests('a', new Date(2))).toBe(false)
    expect(rests.size()).toBe(0)
  })
})

describe('a lane', () => {
  it('goes to its waiters by rank, and to nobody in between', () => {
    const road = lanes()
    const woken: string[] = []
    const enter = (owner: string, rank: number) =>
      road.enter('chat', owner, { rank, wake: () => void woken.push(owner) })
    expect([enter('a', 1), enter('c', 3), enter('b', 2), road.enter('other', 'x', { rank: 1, wake() {} })]).toEqual([
      true,
      false,
      false,
      true,
    ])
    road.leave('chat')
    expect([woken, enter('b', 2), enter('d', 0)]).toEqual([['b'], true, false])
    road.leave('chat')
    road.leave('chat')
    expect(woken).toEqual(['b', 'd', 'c'])
    road.leave('chat')
    expect(enter('e', 9)).toBe(true)
  })
})

describe('a fifo', () => {
  it('gives in order what it was given, however much that is', () => {
    const line = fifo<number>()
    const taken: (number | undefined)[] = []
    for (let i = 0; i < 5_000; i++) {
      line.push(i)
      if (i % 2) taken.push(line.take())
    }
    while (line.size() > 0) taken.push(line.take())
    expect(taken).toEqual(Array.from({ length: 5_000 }, (_, i) => i))
    expect(line.take()).toBeUndefined()
  })
})

describe('a job', () => {
  it('has an id BullMQ takes, another one when the row was moved, and no priority when it is an emergency', () => {
    const due = {
      kind: 'outbox',
      id: '01JD',
      queue: 'alerts',
      urgent: true,
      dueAt: new Date(now.getTime() + 5_000),
    } as const
    const job = jobOf('alerts', due, now)
    expect(job).toEqual({
      name: 'alerts',
      data: { id: '01JD' },
      opts: { jobId: expect.stringMatching(/^01JD-[0-9a-z]+$/), delay: 5_000 },
    })
    expect(jobOf('alerts', { ...due, dueAt: now }, now).opts.jobId).not.toBe(job.opts.jobId)
    expect(jobOf('alerts', { ...due, urgent: false }, now).opts.priority).toBe(1)
  })
})
