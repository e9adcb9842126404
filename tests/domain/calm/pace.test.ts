import { describe, expect, it } from 'vitest'
import { keep, PACE, stillCounts, tooMuch, type Kept, type Sent } from '../../../domain/calm/pace.ts'
import { muteAsked } from '../../../domain/calm/mute.ts'

const SECOND = 1_000
let next = 0
const sent = (at: number, text: string, files = 0): Sent => ({ id: `m${(next += 1)}`, at, text, files })
const many = (count: number, every: number, make: (n: number) => Omit<Sent, 'id' | 'at'>): Sent[] =>
  Array.from({ length: count }, (_, n) => ({ ...make(n), id: `n${n}`, at: n * every }))

describe('too much of one villager', () => {
  it('is more than so many messages within a minute, and none a minute later', () => {
    const before = many(PACE.messages.most, SECOND, (n) => ({ text: `第${n}句`, files: 0 }))
    expect(tooMuch(before.slice(1), sent(30_000, '还有'))).toBeNull()
    expect(tooMuch(before, sent(30_000, '还有'))).toBe('messages')
    expect(tooMuch(before, sent(80_000, '还有'))).toBeNull()
  })

  it('is the same again and again within an hour, however slowly', () => {
    const before = many(PACE.same.most, 600_000, () => ({ text: '路灯坏了', files: 0 }))
    expect(tooMuch(before, sent(3_000_000, '路灯坏了'))).toBe('same')
    expect(tooMuch(before, sent(3_000_000, '路灯还是坏的'))).toBeNull()
    expect(tooMuch(before, sent(3_700_000, '路灯坏了'))).toBeNull()
  })

  it('are two hundred pictures, but not forty of one matter', () => {
    const before = many(40, SECOND, () => ({ text: '', files: 1 }))
    expect(tooMuch(before, sent(41_000, '', 1))).toBeNull()
    expect(tooMuch(before, sent(41_000, '', 11))).toBe('files')
    expect(tooMuch(before, sent(41_000, '这就是现场'))).toBeNull()
    expect(tooMuch(before, sent(1_000_000, '', 11))).toBeNull()
  })

  it('is forgotten after an hour, and never more than a hundred are remembered', () => {
    const before = many(300, SECOND, () => ({ text: '', files: 1 }))
    expect(stillCounts(before, 300_000)).toHaveLength(100)
    expect(stillCounts(before, 4_000_000)).toEqual([])
  })

  it('is kept once each, shortened, and no more than so many', () => {
    const none: Kept = { since: '', count: 0, texts: [] }
    const kept = ['路灯坏了', '路灯坏了', ' ', '长'.repeat(900)].reduce(keep, none)
    expect([kept.count, kept.texts.map((text) => text.length)]).toEqual([4, [4, 200]])
    const storm = Array.from({ length: 500 }, (_, n) => `第${n}句`).reduce(keep, none)
    expect([storm.count, storm.texts.length]).toEqual([500, 20])
  })
})

describe('静音', () => {
  it.each([
    ['3天 反复辱骂', { days: 3, reason: '反复辱骂' }],
    ['３ 天，反复刷屏骂人', { days: 3, reason: '反复刷屏骂人' }],
    ['30天：胡乱刷屏', { days: 30, reason: '胡乱刷屏' }],
    ['31天 反复辱骂', null],
    ['0天 反复辱骂', null],
    ['3天', null],
    ['3天 烦', null],
    ['反复辱骂', null],
  ])('%s', (rest, expected) => {
    expect(muteAsked(rest)).toEqual(expected)
  })
})
