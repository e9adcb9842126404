import { describe, expect, it } from 'vitest'
import { bed, notice, person } from './bed.ts'

describe('without Redis', () => {
  it('delivers what was committed and says in which mode it runs', async () => {
    const b = await bed()
    await b.commit(notice(b.ctx.now(), { key: 'hello' }))
    await b.jobs.idle()
    expect(b.keys()).toEqual(['hello'])
    expect(b.jobs.state()).toEqual({
      mode: 'local',
      leads: true,
      redis: 'none',
      waiting: { dispatch: 0, alerts: 0, replies: 0, hooks: 0, timers: 0 },
    })
    expect(await b.store.dueOutbox(b.ctx.now(), 10)).toEqual([])
  })

  it('sends what was pending before it started', async () => {
    const b = await bed({ before: (store, now) => store.commit({ notices: [notice(now, { key: 'old' })] }, now) })
    await b.jobs.idle()
    expect(b.keys()).toEqual(['old'])
  })

  it('keeps a message until it is due and then sends it by itself', async () => {
    const b = await bed()
    const dueAt = new Date(b.ctx.now().getTime() + 700)
    await b.commit(notice(b.ctx.now(), { key: 'later', dueAt }))
    await b.jobs.idle()
    expect(b.keys()).toEqual([])
    await b.until('the message is sent', () => b.sent.length === 1)
    expect(b.sent[0]?.at.getTime()).toBeGreaterThanOrEqual(dueAt.getTime())
    expect(b.sent[0]?.at.getTime()).toBeLessThan(dueAt.getTime() + 1000)
  })

  it('does everything due at once when the clock is put forward', async () => {
    const b = await bed()
    const now = b.ctx.now()
    const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    await b.commit(
      ...[1, 2, 3, 4].map((hours) =>
        notice(now, { key: `in ${hours} h`, dueAt: inHours(hours), to: person(`p${hours}`) }),
      ),
    )
    b.move(3.5 * 3_600_000)
    await b.jobs.sweep()
    expect(b.keys().toSorted()).toEqual(['in 1 h', 'in 2 h', 'in 3 h'])
  })

  it('waits in sweep for what follows from what it did', async () => {
    const b = await bed()
    b.onTimer = async (row) => {
      const next = row.step < 3 ? new Date(row.dueAt.getTime() + 60_000) : null
      const timers = [{ subject: row.subject, kind: row.kind, dueAt: next, step: row.step + 1 }]
      await b.store.commit({ timers, notices: [notice(b.ctx.now(), { key: `step ${row.step}` })] }, b.ctx.now())
    }
    await b.setTimer('case', new Date(b.ctx.now().getTime() + 60_000))
    b.move(3_600_000)
    await b.jobs.sweep()
    expect(b.keys()).toEqual(['step 0', 'step 1', 'step 2', 'step 3'])
    expect(await b.store.nextDue()).toBeNull()
  })

  it('finds a row that nobody woke it for', async () => {
    const b = await bed({ deaf: true })
    await b.commit(notice(b.ctx.now(), { key: 'unheard' }))
    await b.until('the sweeper finds it', () => b.keys().includes('unheard'))
  })

  it('sends emergencies before the others that wait', async () => {
    const b = await bed()
    const now = b.ctx.now()
    const many = Array.from({ length: 60 }, (_, i) => notice(now, { key: `normal ${i}`, to: person(`p${i}`) }))
    await b.commit(...many, notice(now, { key: 'fire', urgent: true, to: person('chief') }))
    await b.jobs.idle()
    expect(b.keys().indexOf('fire')).toBeLessThan(21)
    expect(b.keys()).toHaveLength(61)
  })

  it('does not start rows after it was closed, and leaves them pending', async () => {
    const b = await bed()
    await b.jobs.close()
    await b.commit(notice(b.ctx.now(), { key: 'for next time' }))
    await b.jobs.sweep()
    expect(b.keys()).toEqual([])
    expect(await b.store.dueOutbox(b.ctx.now(), 10)).toHaveLength(1)
  })
})
