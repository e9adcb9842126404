import { describe, expect, it } from 'vitest'
import { sign } from '../../domain/case/handle.ts'
import { heldBack } from '../../domain/case/held.ts'
import { handOver } from '../../domain/case/left.ts'
import { stale } from '../../domain/notice/stale.ts'
import { recipientKey } from '../../domain/people/recipients.ts'
import { Desk } from './desk.ts'
import type { OutboxRow } from '../../domain/notice.ts'

const MORNING = '2026-11-24T10:00:00+08:00'

async function signed(): Promise<Desk> {
  const desk = await Desk.open('有人占道摆摊', MORNING)
  expect(desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))).toBeNull()
  return desk
}

describe('a case whose holder has left', () => {
  it('is the head’s at once, with its clocks as they are', async () => {
    const desk = await signed()
    const { decision, to } = handOver(desk.hand, 'u-zhangwei', desk.world)
    expect([decision.task?.holder, to, decision.task?.stage]).toEqual(['u-liqiang', '李强', 'signed'])
    expect(decision.task?.due).toEqual(desk.task.due)
    expect(decision.timers).toEqual([])
    expect(decision.notices?.map((n) => [n.body.kind, recipientKey(n.to)])).toEqual([
      ['case-news', 'p-u-liqiang'],
      ['task-card', 'p-u-liqiang'],
    ])
    expect(decision.events?.map(({ type }) => type)).toEqual(['handed-over'])
  })

  it('goes to another one on duty when the head himself left', async () => {
    const desk = await Desk.open('有人占道摆摊', MORNING)
    desk.does((hand, world) => sign(hand, { userid: 'u-liqiang' }, world))
    expect(handOver(desk.hand, 'u-liqiang', desk.world).decision.task?.holder).toBe('u-zhangwei')
  })
})

describe('what a villager cannot be told', () => {
  const rowOf = async (kind: 'progress' | 'ask-solved', step: 'signed' | 'feedback' = 'signed') => {
    const desk = await signed()
    const notice = desk.said('progress')[0]
    if (!notice || notice.body.kind !== 'progress') throw new Error('the reporter heard of the signature')
    const body =
      kind === 'progress'
        ? { ...notice.body, step }
        : ({ kind: 'ask-solved', facts: notice.body.facts, cardId: 'c' } as const)
    const row: OutboxRow = { ...notice, body, id: 'r', seq: 1, attempts: 0, createdAt: desk.now }
    return { desk, row }
  }

  it('is put before the command room once for progress and once for the outcome', async () => {
    const { desk, row } = await rowOf('progress')
    const first = heldBack(row, desk.task, desk.world)
    const again = heldBack({ ...row, id: 'other' }, desk.task, desk.world)
    const outcome = heldBack((await rowOf('ask-solved')).row, desk.task, desk.world)
    expect(first.notices?.map((n) => n.body.kind)).toEqual(['to-tell'])
    expect(again.notices?.[0]?.key).toBe(first.notices?.[0]?.key)
    expect(outcome.notices?.[0]?.key).not.toBe(first.notices?.[0]?.key)
  })

  it('is not told any more when the outcome is known, unless somebody wrote it', async () => {
    const { desk, row } = await rowOf('progress')
    const over = { ...desk.task, stage: 'finished' } as const
    expect(stale(row.body, over)).not.toBeNull()
    expect(stale(row.body, desk.task)).toBeNull()
    const words = { ...row.body, note: '正在清理' } as typeof row.body
    expect(stale(words, over)).toBeNull()
  })
})
