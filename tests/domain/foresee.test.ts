import { describe, expect, it } from 'vitest'
import { after, nextOf, type Imagined } from '../../domain/escalation/foresee.ts'
import { fire } from '../../domain/escalation/fire.ts'
import { DAY, Desk } from './desk.ts'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour))
const tick = (subject: string, kind: string, hour: number) => ({ subject, kind, step: 0, dueAt: at(hour) })

describe('a case that is put forward on a copy', () => {
  it('is what happens: the same steps to the same people, and the case itself is not touched', async () => {
    const desk = await Desk.open('王家村村口有人占道摆摊', '2026-11-24T10:00:00+08:00')
    const before = JSON.stringify(desk.task)
    const until = new Date(desk.now.getTime() + 12 * DAY)
    const timers = [...desk.timers].map(([kind, { dueAt, step }]) => ({ subject: desk.task.id, kind, dueAt, step }))
    let imagined: Imagined = { task: desk.task, book: [], timers }
    const keys: string[] = []
    for (let next = nextOf(imagined); next && next.dueAt <= until; next = nextOf(imagined)) {
      const decision = fire({ ...desk.hand, task: imagined.task }, next, { ...desk.world, now: next.dueAt })
      keys.push(...(decision.notices ?? []).map(({ key }) => key))
      imagined = after(imagined, next, decision)
    }
    expect(JSON.stringify(desk.task)).toBe(before)
    const said = desk.notices.length
    desk.forward(12 * DAY)
    expect(keys).toEqual(desk.notices.slice(said).map(({ key }) => key))
    expect(keys.length).toBeGreaterThan(5)
  })

  it('takes the timer that is due first; one that was not set again is gone', async () => {
    const { task } = await Desk.open('王家村村口有人占道摆摊', '2026-11-24T10:00:00+08:00')
    const own = { task, book: [], timers: [tick(task.id, 'quiet', 9), tick(task.id, 'sign', 3)] }
    const first = nextOf(own)
    expect(first?.kind).toBe('sign')
    expect(first && after(own, first, {}).timers.map(({ kind }) => kind)).toEqual(['quiet'])
    const again = { timers: [tick(task.id, 'sign', 4), tick(task.id, 'sign', 5), tick('another case', 'sign', 4)] }
    expect(first && after(own, first, again).timers).toEqual([tick(task.id, 'quiet', 9), tick(task.id, 'sign', 5)])
  })
})
