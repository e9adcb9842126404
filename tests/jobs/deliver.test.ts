import { describe, expect, it } from 'vitest'
import type { OutboxRow, Sent } from '../../domain/notice.ts'
import { bed, notice, person } from './bed.ts'

const MINUTE = 60_000
const group = (id: string) => ({ kind: 'group', id }) as const

describe('one chat', () => {
  it('never has two sends in flight and keeps the order of its messages', async () => {
    const b = await bed()
    let inFlight = 0
    let most = 0
    b.channel = async () => {
      most = Math.max(most, ++inFlight)
      await new Promise((resolve) => setImmediate(resolve))
      inFlight--
      return { outcome: 'sent', how: 'push' }
    }
    for (let i = 0; i < 30; i++)
      await b.commit(notice(b.ctx.now(), { key: `m${i}`, queue: i % 2 ? 'dispatch' : 'replies' }))
    await b.jobs.idle()
    expect(most).toBe(1)
    expect(b.keys()).toEqual(Array.from({ length: 30 }, (_, i) => `m${i}`))
  })

  it('that hangs does not hold up the others', async () => {
    const b = await bed()
    let release = (_: Sent) => {}
    const hung = new Promise<Sent>((resolve) => (release = resolve))
    b.channel = ([row]) =>
      row?.to.kind === 'person' && row.to.userid === 'stuck' ? hung : { outcome: 'sent', how: 'push' }
    const now = b.ctx.now()
    await b.commit(
      ...Array.from({ length: 50 }, () => notice(now, { to: person('stuck') })),
      notice(now, { key: 'free', to: person('other') }),
    )
    await b.until('the other chat is served', () => b.keys().includes('free'))
    expect(b.keys()).toHaveLength(2)
    release({ outcome: 'sent', how: 'push' })
    await b.jobs.idle()
    expect(b.keys()).toHaveLength(51)
  })
})

describe('alerts', () => {
  it('to one group go as one message', async () => {
    const b = await bed()
    const now = b.ctx.now()
    const dueAt = new Date(now.getTime() + MINUTE)
    const alert = (key: string, to: string) => notice(now, { key, queue: 'alerts', to: group(to), dueAt })
    await b.commit(alert('a1', 'a'), alert('a2', 'a'), alert('b1', 'b'), alert('a3', 'a'))
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(b.sent.map(({ rows }) => rows.map((row) => row.key)).toSorted()).toEqual([['a1', 'a2', 'a3'], ['b1']])
    expect(await b.store.dueOutbox(b.ctx.now(), 10)).toEqual([])
  })

  it('leave an emergency by itself, which goes first', async () => {
    const b = await bed()
    const now = b.ctx.now()
    const dueAt = new Date(now.getTime() + MINUTE)
    const alert = (key: string, urgent: boolean) => notice(now, { key, urgent, queue: 'alerts', to: group('a'), dueAt })
    await b.commit(alert('a1', false), alert('a2', false), alert('fire', true))
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(b.sent.map(({ rows }) => rows.map((row) => row.key))).toEqual([['fire'], ['a1', 'a2']])
  })

  it('carry one that is not due yet along with one that is', async () => {
    const b = await bed()
    const now = b.ctx.now()
    const alert = (key: string, wait: number) =>
      notice(now, { key, queue: 'alerts', to: group('a'), dueAt: new Date(now.getTime() + wait) })
    await b.commit(alert('first', MINUTE), alert('second', 2 * MINUTE))
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(b.sent.map(({ rows }) => rows.map((row) => row.key))).toEqual([['first', 'second']])
    b.move(2 * MINUTE)
    await b.jobs.sweep()
    expect(b.sent).toHaveLength(1)
  })

  it('that failed together are tried one by one, so that one bad one does not block the rest', async () => {
    const b = await bed()
    const now = b.ctx.now()
    b.channel = (rows) => {
      if (rows.some((row) => row.key === 'poison')) throw new Error('cannot render')
      return { outcome: 'sent', how: 'push' }
    }
    await b.commit(...['x', 'poison', 'y'].map((key) => notice(now, { key, queue: 'alerts', to: group('a') })))
    await b.jobs.idle()
    b.move(2_000)
    await b.jobs.sweep()
    expect(b.sent.filter(({ rows }) => rows.length === 1).map(({ rows }) => rows[0]?.key)).toEqual(
      expect.arrayContaining(['x', 'y', 'poison']),
    )
    expect((await b.store.dueOutbox(new Date(b.ctx.now().getTime() + MINUTE), 10)).map((row) => row.key)).toEqual([
      'poison',
    ])
  })

  it('that were refused together are tried one by one at once', async () => {
    const b = await bed()
    b.channel = (rows) =>
      rows.length > 1 ? { outcome: 'refused', why: 'refused', reason: 'too long' } : { outcome: 'sent', how: 'push' }
    await b.commit(...['x', 'y'].map((key) => notice(b.ctx.now(), { key, queue: 'alerts', to: group('a') })))
    await b.jobs.sweep()
    expect(b.sent.map(({ rows }) => rows.length)).toEqual([2, 1, 1])
    expect(await b.store.nextDue()).toBeNull()
  })
})

describe('a send that did not succeed', () => {
  it('because the channel says wait is no try and comes again at that time', async () => {
    const b = await bed()
    const until = new Date(b.ctx.now().getTime() + 30 * MINUTE)
    b.channel = () => ({ outcome: 'wait', until, reason: 'quota' })
    await b.commit(notice(b.ctx.now(), { key: 'patient' }))
    await b.jobs.sweep()
    expect(await b.store.nextDue()).toEqual(until)
    const [row] = await b.store.dueOutbox(until, 1)
    expect(row?.attempts).toBe(0)
  })

  it('is tried ten times over about a day, then parked, and somebody is told', async () => {
    const b = await bed()
    b.channel = () => Promise.reject({ errcode: 93006, errmsg: 'invalid chatid' })
    await b.commit(notice(b.ctx.now(), { key: 'unlucky' }))
    const start = b.ctx.now().getTime()
    for (;;) {
      await b.jobs.sweep()
      const next = await b.store.nextDue()
      if (!next) break
      b.move(next.getTime() - b.ctx.now().getTime())
    }
    expect(b.sent).toHaveLength(10)
    expect(b.ctx.now().getTime() - start).toBeGreaterThan(18 * 60 * MINUTE)
    expect(b.ctx.now().getTime() - start).toBeLessThan(30 * 60 * MINUTE)
    expect(await b.store.parked(10)).toMatchObject([{ key: 'unlucky', reason: 'gave-up: 93006 invalid chatid' }])
  })

  it('because it was refused is said to the fallback before it is parked', async () => {
    const b = await bed({ towns: [await sampleTown()] })
    b.channel = (rows: readonly OutboxRow[]) =>
      rows[0]?.to.kind === 'person'
        ? { outcome: 'refused', why: 'never-wrote', reason: 'he never wrote to the bot' }
        : { outcome: 'sent', how: 'push' }
    await b.commit(
      notice(b.ctx.now(), {
        key: 'card',
        queue: 'alerts',
        to: person('u-new'),
        fallback: group('grp-station'),
        body: { kind: 'my-tasks', sections: [], alone: 0 },
      }),
    )
    await b.jobs.sweep()
    expect(b.sent.some(({ rows }) => rows.some((row) => row.body.kind === 'undelivered'))).toBe(true)
    expect(await b.store.parked(10)).toMatchObject([{ key: 'card', reason: 'never-wrote: he never wrote to the bot' }])
    expect(await b.store.nextDue()).toBeNull()
  })

  it('leaves everybody else alone', async () => {
    const b = await bed()
    b.channel = ([row]) =>
      row?.key.startsWith('bad') ? Promise.reject(new Error('no')) : { outcome: 'sent', how: 'push' }
    const now = b.ctx.now()
    await b.commit(
      ...Array.from({ length: 40 }, (_, i) => notice(now, { key: `bad${i}` })),
      notice(now, { key: 'good' }),
    )
    await b.jobs.idle()
    expect(b.keys()).toContain('good')
  })
})

async function sampleTown() {
  const { loadTowns } = await import('../../config/township/load.ts')
  const loaded = await loadTowns('config/town')
  if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township does not load')
  return loaded.towns[0]
}
