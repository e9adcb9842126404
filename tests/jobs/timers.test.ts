import { describe, expect, it } from 'vitest'
import { bed, notice, person } from './bed.ts'

const MINUTE = 60_000

describe('a timer', () => {
  it('that throws is neither lost nor does it hold up the others', async () => {
    const b = await bed()
    const fired: string[] = []
    b.onTimer = async (row) => {
      fired.push(row.subject)
      if (row.subject === 'bad' && fired.filter((one) => one === 'bad').length === 1)
        throw new Error('the decision failed')
      await b.store.commit({ timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }, b.ctx.now())
    }
    const dueAt = new Date(b.ctx.now().getTime() + MINUTE)
    for (const subject of ['bad', 'good 1', 'good 2']) await b.setTimer(subject, dueAt)
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(fired.toSorted()).toEqual(['bad', 'good 1', 'good 2'])
    await b.until('the bad one is tried again', () => fired.length === 4)
    await b.jobs.idle()
    expect(await b.store.nextDue()).toBeNull()
    expect(b.log.filter((line) => line.level === 'error')).toHaveLength(1)
  })

  it('whose decision changes nothing does not keep the clock from moving on', async () => {
    const b = await bed()
    let fired = 0
    b.onTimer = () => Promise.resolve(void fired++)
    await b.setTimer('idle', new Date(b.ctx.now().getTime() + MINUTE))
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(fired).toBe(1)
  })

  it('of a case fires after the one before it, never beside it', async () => {
    const b = await bed()
    let inFlight = 0
    let most = 0
    b.onTimer = async (row) => {
      most = Math.max(most, ++inFlight)
      await b.store.commit({ timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }, b.ctx.now())
      inFlight--
    }
    const dueAt = new Date(b.ctx.now().getTime() + MINUTE)
    await b.store.commit(
      { timers: ['sign', 'arrive', 'finish'].map((kind) => ({ subject: 'case', kind, dueAt, step: 0 })) },
      b.ctx.now(),
    )
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(most).toBe(1)
  })

  it('that was moved away meanwhile does not fire', async () => {
    const b = await bed()
    let fired = 0
    b.onTimer = () => Promise.resolve(void fired++)
    const dueAt = new Date(b.ctx.now().getTime() + 300)
    await b.setTimer('case', dueAt)
    await b.setTimer('case', new Date(dueAt.getTime() + 60 * MINUTE))
    await b.setTimer('witness', new Date(dueAt.getTime() + 50))
    await b.until('a later one has fired', () => fired > 0)
    expect(fired).toBe(1)
  })

  it('that is set to now by its own decision fires again at once', async () => {
    const b = await bed()
    const steps: number[] = []
    b.onTimer = async (row) => {
      steps.push(row.step)
      const dueAt = row.step < 2 ? b.ctx.now() : null
      await b.store.commit(
        { timers: [{ subject: row.subject, kind: row.kind, dueAt, step: row.step + 1 }] },
        b.ctx.now(),
      )
    }
    await b.setTimer('case', b.ctx.now())
    await b.jobs.idle()
    expect(steps).toEqual([0, 1, 2])
  })

  it('and what it says goes to each person apart when thousands are due at once', async () => {
    const b = await bed()
    b.onTimer = (row) =>
      b.store.commit(
        {
          timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }],
          notices: [notice(b.ctx.now(), { to: person(row.subject) })],
        },
        b.ctx.now(),
      )
    const dueAt = new Date(b.ctx.now().getTime() + MINUTE)
    const timers = Array.from({ length: 3_000 }, (_, i) => ({ subject: `case ${i}`, kind: 'test', dueAt, step: 0 }))
    await b.store.commit({ timers }, b.ctx.now())
    b.move(MINUTE)
    await b.jobs.sweep()
    expect(new Set(b.keys()).size).toBe(3_000)
    expect(b.sent).toHaveLength(3_000)
  })
})
