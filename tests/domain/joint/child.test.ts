import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import { finish, sign } from '../../../domain/case/handle.ts'
import { giveChild, takeChild, type Given } from '../../../domain/joint/child.ts'
import { Desk } from '../desk.ts'

const GIVEN: Given = {
  number: { year: 2026, seq: 1, no: 'QS-RW2026-0001' },
  station: 'huanbao',
  text: '清运垃圾',
  must: true,
  term: null,
}
const ACTOR = { userid: 'u-zhangwei' }

async function signedCase() {
  const desk = await Desk.open('王家村村口有人占道摆摊', '2026-11-24T10:00:00+08:00')
  desk.does((hand, world) => sign(hand, ACTOR, world))
  return desk
}

/** As the store would read it back. */
const kept = (entries: readonly Entry[] = []): readonly Entry[] => entries.map((entry) => ({ ...entry, version: 1 }))

describe('a child task and the end of its case', () => {
  it.each([
    [true, 'children-open'],
    [false, null],
  ])('must be done: %s', async (must, reason) => {
    const desk = await signedCase()
    const outcome = giveChild(desk.hand, ACTOR, { ...GIVEN, must }, desk.world)
    if (!outcome.ok) throw new Error(outcome.reason)
    const hand = { ...desk.hand, task: outcome.task, entries: kept(outcome.decision.entries) }
    const finished = finish(hand, ACTOR, '已清理', desk.world)
    expect(finished.ok ? null : finished.reason).toBe(reason)
    if (!finished.ok) return expect(finished.choices).toEqual(['QS-RW2026-0001 生态环境所 清运垃圾'])
    expect(finished.decision.entries).toMatchObject([{ state: 'dropped', version: 1 }])
    expect(finished.decision.timers).toContainEqual({
      subject: hand.entries[0]?.id,
      kind: 'child',
      dueAt: null,
      step: 0,
    })
  })

  it('decided at once are decided on the same version of the case, so that one of them is decided again', async () => {
    const desk = await signedCase()
    const [given, finished] = [
      giveChild(desk.hand, ACTOR, GIVEN, desk.world),
      finish(desk.hand, ACTOR, '已清理', desk.world),
    ]
    if (!given.ok || !finished.ok) throw new Error('both are possible')
    expect(given.decision.task?.version).toBe(desk.task.version)
    expect(finished.decision.task?.version).toBe(desk.task.version)
  })

  it('has a clock from the beginning, and is signed by its unit alone', async () => {
    const desk = await signedCase()
    const outcome = giveChild(desk.hand, ACTOR, GIVEN, desk.world)
    const [child] = outcome.ok ? kept(outcome.decision.entries) : []
    if (!outcome.ok || child?.kind !== 'child') throw new Error('no child task')
    expect(outcome.decision.timers?.filter(({ kind }) => kind === 'child')).toHaveLength(1)
    const hand = { ...desk.hand, task: outcome.task, entries: [child] }
    expect(takeChild(hand, child, ACTOR, desk.world)).toEqual({ ok: false, reason: 'child-none' })
    const taken = takeChild(hand, child, { userid: 'u-dujuan' }, desk.world)
    expect(taken.ok && [...taken.desk.entries.values()]).toMatchObject([{ state: 'taken', version: 1 }])
    expect(taken.ok && takeChild(hand, taken.child, { userid: 'u-weining' }, desk.world)).toEqual({
      ok: false,
      reason: 'child-over',
    })
  })
})
