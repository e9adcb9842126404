import { describe, expect, it } from 'vitest'
import { LOOKS_BACK, similar, type Told } from '../../../domain/duplicate/similar.ts'
import type { Task } from '../../../domain/task.ts'
import { aTask } from './tasks.ts'

const WANGJIA = { code: 'QS01', name: '王家村' }
const STALL = '王家村村口有人占道摆摊，还乱倒垃圾'
const told = (text: string, more: Partial<Told> = {}): Told => ({
  town: 'QS',
  text,
  place: WANGJIA,
  item: null,
  at: new Date('2026-11-25T10:00:00+08:00'),
  ...more,
})
const DAY = 86_400_000
const daysAgo = (days: number) => new Date(Date.parse('2026-11-25T10:00:00+08:00') - days * DAY)

describe('an identical text', () => {
  const cases: readonly (readonly [what: string, now: Partial<Told>, before: Partial<Task>, same: boolean | null])[] = [
    ['in the same place', {}, {}, true],
    ['however it is punctuated', { text: '王家村 村口，有人占道摆摊。还乱倒垃圾！！' }, {}, true],
    ['in full width', { text: '王家村村口有人占道摆摊　还乱倒垃圾' }, {}, true],
    ['whatever the item was changed to', { item: 'CG002' }, { item: 'CG001' }, true],
    ['six days ago', {}, { createdAt: daysAgo(6) }, true],
    ['exactly a week ago', {}, { createdAt: daysAgo(7) }, true],
    ['a moment more than a week ago is only offered', {}, { createdAt: new Date(daysAgo(7).getTime() - 1) }, false],
    ['eight days ago is only offered', {}, { createdAt: daysAgo(8) }, false],
    ['fifteen days ago is none', {}, { createdAt: daysAgo(15) }, null],
    ['where only one says where is only offered', { place: null }, {}, false],
    ['where only the case does not say where is only offered', {}, { place: null }, false],
    ['without any place is only offered', { place: null }, { place: null }, false],
    ['in another village is none', { place: { code: 'QS02', name: '李家沟' } }, {}, null],
    ['in another township is none', { town: 'HD' }, {}, null],
    ['joined to another case is none', {}, { mergedInto: 'QS261120-0001' }, null],
  ]
  it.each(cases)('%s', (_what, now, before, same) => {
    const [found] = similar(told(STALL, now), [aTask(STALL, before)])
    expect(found?.same ?? null).toBe(same)
  })

  it('that is short and names no place is said of many places', () => {
    const [found] = similar(told('着火了！', { place: null }), [aTask('着火了', { place: null })])
    expect(found?.same).toBe(false)
  })

  it.each([
    ['both say where', {}, {}, true],
    ['only the report says where', {}, { place: null }, false],
    ['only the case says where', { place: null }, {}, false],
    ['neither says where', { place: null }, { place: null }, false],
  ] as const)('is placed or not where %s', (_what, now, before, placed) => {
    const [found] = similar(told(STALL, now), [aTask(STALL, before)])
    expect(found).toMatchObject({ identical: true, score: 1, placed })
  })

  it('that may be joined comes before one that is only offered', () => {
    const [old, fresh] = [aTask(STALL, { createdAt: daysAgo(8) }), aTask(STALL)]
    expect(similar(told(STALL), [old, fresh]).map(({ task }) => task.id)).toEqual([fresh.id, old.id])
  })

  it('comes before any other', () => {
    const found = similar(told(STALL), [aTask('王家村村口有人占道摆摊，还乱倒垃圾，快来管管'), aTask(STALL)])
    expect(found.map(({ same }) => same)).toEqual([true, false])
  })
})

describe('a similar text', () => {
  const pairs: readonly (readonly [before: string, now: string])[] = [
    ['王家村村口有人占道摆摊，还乱倒垃圾', '王家村口摆摊的把路占了，垃圾也乱倒'],
    ['王家村路灯坏了三天，晚上看不见', '王家村的路灯不亮，晚上走路看不清'],
    ['王家村小学门口污水井盖丢了', '王家村小学门口井盖没了，孩子差点掉下去'],
    ['王家村有人夜里烧秸秆，烟很大', '王家村烧秸秆，呛得睡不着'],
    ['王家村养猪场臭味很大，没法开窗', '王家村那个养猪场太臭了，窗户都不敢开'],
  ]
  it.each(pairs)('about the same item is offered, never joined: %s / %s', (before, now) => {
    const open = [aTask(before, { item: 'A' }), aTask('王家村水管爆了', { item: 'B' }), aTask('王家村狗乱咬人')]
    const [found, ...others] = similar(told(now, { item: 'A' }), open)
    expect(found?.task.text).toBe(before)
    expect(found?.same).toBe(false)
    expect(others).toEqual([])
  })

  it.each([
    ['another item', { item: 'A' }, { item: 'B' }],
    ['another item of another unit', { item: 'A', lead: 'x' }, { item: 'B', lead: 'y' }],
    ['another village', {}, { place: { code: 'QS02', name: '李家沟' } }],
    ['another unlisted place', { place: { code: null, name: '老磨坊' } }, { place: { code: null, name: '水塔' } }],
    ['another township', {}, { town: 'HD' }],
    ['three weeks ago', {}, { createdAt: daysAgo(21) }],
  ] as const)('of %s is not offered', (_what, now, before) => {
    expect(similar(told(`${STALL}，快来`, now), [aTask(STALL, before)])).toEqual([])
  })

  it.each([
    ['an item nobody knows', { item: null }, { item: 'B' }],
    ['another item of the same unit', { item: 'A', lead: 'x' }, { item: 'B', lead: 'x' }],
    ['no place', { place: null }, {}],
    ['an unlisted place there', { place: { code: null, name: '王家村老磨坊' } }, {}],
  ] as const)('with %s is offered', (_what, now, before) => {
    expect(similar(told(`${STALL}，快来管管`, now), [aTask(STALL, before)])).toHaveLength(1)
  })

  it.each(['', '！！！', '🔥'])('that says nothing (%s) is none', (text) => {
    expect(similar(told(text), [aTask(text)])).toEqual([])
  })

  it('is among five at most', () => {
    const open = Array.from({ length: 9 }, (_, n) => aTask(`${STALL}第${n}天`))
    const found = similar(told(`${STALL}第十天`), open)
    expect(found).toHaveLength(5)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('that has more in common comes first', () => {
    const said = ['路灯坏了两盏没人管', '路灯坏了三天没人修', '路灯坏了三天没人']
    const open = said.map((text) => aTask(text, { item: 'A' }))
    const found = similar(told('路灯坏了三天没人修呀', { item: 'A' }), open)
    expect(found.map(({ task }) => task.text)).toEqual(['路灯坏了三天没人修', '路灯坏了三天没人', '路灯坏了两盏没人管'])
  })

  it.each([
    ['the same item', { item: 'A', lead: 'x' }, { item: 'A', lead: 'x' }, 1],
    ['one thing of one unit', { item: 'A', lead: 'x', shares: () => true }, { item: 'B', lead: 'x' }, 1],
    ['another item of the same unit', { item: 'A', lead: 'x' }, { item: 'B', lead: 'x' }, 0],
    ['an item nobody knows', { item: 'A' }, { item: null }, 0],
    ['another unit', { item: 'A', lead: 'x' }, { item: 'B', lead: 'y' }, 0],
  ] as const)('in few words only is about one thing where it is of %s', (_what, now, before, offered) => {
    const lamp = '王家村的路灯不亮，晚上走路看不清'
    expect(similar(told(lamp, now), [aTask('王家村路灯坏了三天，晚上看不见', before)])).toHaveLength(offered)
  })

  it.each([
    ['exactly as far back as is looked', -LOOKS_BACK, 1],
    ['a moment further back', -LOOKS_BACK - 1, 0],
    ['exactly as much later', LOOKS_BACK, 1],
    ['a moment later than that', LOOKS_BACK + 1, 0],
  ])('%s', (_what, by, offered) => {
    const createdAt = new Date(daysAgo(0).getTime() + by)
    expect(similar(told(`${STALL}，快来`), [aTask(STALL, { createdAt })])).toHaveLength(offered)
  })

  it.each([
    ['a similar one within its own time', `${STALL}，快来`, 2, 1],
    ['a similar one after its time', `${STALL}，快来`, 3, 0],
    ['an identical one after the time of similar ones', STALL, 3, 1],
  ])('where identical texts are looked for longer: %s', (_what, text, days, offered) => {
    const window = { same: 5 * DAY, similar: 2 * DAY }
    expect(similar(told(text), [aTask(STALL, { createdAt: daysAgo(days) })], window)).toHaveLength(offered)
  })
})

describe('the name of the place', () => {
  const unlisted = (name: string) => ({ code: null, name })

  it.each([
    ['the village', WANGJIA, '王家村狗咬人', '王家村路灯坏了', 0],
    ['a village of two characters', unlisted('王庄'), '王庄狗咬人', '王庄路灯坏了', 0],
    ['a place, said twice', unlisted('王庄'), '王庄狗咬人，在王庄', '路灯坏了，在王庄，王庄', 0],
    ['a place typed in another way', unlisted('Ａ 座'), 'a座狗咬人', 'A座路灯坏了', 0],
    ['a place, and something else', WANGJIA, '王家村路灯不亮', '王家村路灯坏了', 1],
    ['a name of one character, part of other words', unlisted('桥'), '石桥断裂', '石桥塌陷', 1],
  ])('in common is not the matter: %s', (_what, place, before, now, offered) => {
    expect(similar(told(now, { place, item: 'A' }), [aTask(before, { place, item: 'A' })])).toHaveLength(offered)
  })

  it('is all that a report says: it is like one that says the same and more, if that has no place', () => {
    const open = [aTask('王家村着火', { item: 'A', place: null })]
    expect(similar(told('王家村', { item: 'A' }), open)).toHaveLength(1)
  })
})
