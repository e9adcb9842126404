import { describe, expect, it } from 'vitest'
import type { CheckPoint } from '../../../domain/review/checkPoints.ts'
import { readPoints } from '../../../domain/review/points.ts'
import { dueOf, momentOf } from '../../../domain/review/due.ts'
import { lookWith } from '../legal/look.ts'

describe('the points of a rejection', () => {
  it.each<[string, readonly CheckPoint[], string]>([
    ['证据 程序 缺第二名执法人员签字', ['evidence', 'procedure'], '缺第二名执法人员签字'],
    ['证据、法律适用：条款引错', ['evidence', 'law'], '条款引错'],
    ['裁量，偏重', ['discretion'], '偏重'],
    ['主体', ['subject'], ''],
    ['证据 证据 少', ['evidence'], '少'],
    ['证据不足，缺照片', ['evidence'], '证据不足，缺照片'],
    ['事实不清 时间没有写', ['facts'], '时间没有写'],
    ['缺签字', [], '缺签字'],
    ['', [], ''],
  ])('%s', (said, points, note) => {
    expect(readPoints(said)).toEqual({ points, note })
  })
})

describe('the time of a review', () => {
  const { hand, world } = lookWith({ today: '2026-03-12' })
  const policy = {
    ...hand.policy,
    workHours: [
      { from: 540, to: 720 },
      { from: 840, to: 1080 },
    ],
  }
  const at = (step: number) => {
    const dueAt = dueOf({ ...hand, policy }, 'review.within', world)
    return momentOf({ ...hand, policy }, 'review.within', { from: world.now, dueAt, step }, world).toISOString()
  }

  it('is three working days, with reminders at half and four fifths, and never stops', () => {
    // Thursday 10:00; Friday, Monday, Tuesday
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
      '2026-03-16T01:30:00.000Z',
      '2026-03-17T02:36:00.000Z',
      '2026-03-17T10:00:00.000Z',
      '2026-03-18T07:00:00.000Z',
      '2026-03-19T02:00:00.000Z',
      '2026-03-24T07:00:00.000Z',
    ])
  })
})
