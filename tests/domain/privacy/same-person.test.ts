import { describe, expect, it } from 'vitest'
import { isApart, onlySaysWho } from '../../../domain/privacy/samePerson.ts'
import type { Task } from '../../../domain/task.ts'
import { aTask } from '../duplicate/tasks.ts'
import { duty, town } from '../township.ts'

const HERE = town('QS', '青石镇', {
  duties: [
    duty('stalls', 'chengguan', ['摆摊']),
    duty('straw', 'huanbao', ['烧秸秆'], { validFrom: '2026-11-10', validUntil: '2026-11-24' }),
    duty('dumping', 'huanbao', ['倒垃圾']),
  ],
})
const DAY = '2026-11-24'
const WANGJIA = { code: 'V1', name: '王家村' }
const LIZHUANG = { code: 'V2', name: '李庄' }
const NOWHERE = { code: null, name: '桥头' }

const kept = (own: Partial<Task> = {}) =>
  aTask('王家村有人占道摆摊', { item: 'stalls', place: WANGJIA, shield: 'confidential', ...own })
const told = (text: string, place: Task['place'] = LIZHUANG) => ({ text, place })

describe('what somebody adds after he told something in confidence', () => {
  it('is told for itself where it is another problem at another place', () => {
    expect(isApart(told('李庄有人烧秸秆'), kept(), HERE, DAY)).toBe(true)
  })

  it.each([
    ['the place is the same', told('有人烧秸秆', WANGJIA), kept()],
    ['the place is not known', told('有人烧秸秆', null), kept()],
    ['the place is on no list', told('桥头有人烧秸秆', NOWHERE), kept()],
    ['the place of what he told was not known', told('李庄有人烧秸秆'), kept({ place: null })],
    ['the place of what he told was on no list', told('李庄有人烧秸秆'), kept({ place: NOWHERE })],
    ['he says of himself who he is', told('我是王家村开小卖部的，李庄有人烧秸秆'), kept()],
    ['it is no problem of the list', told('李庄有人吵架'), kept()],
    ['the problem is the same', told('李庄也有人摆摊'), kept()],
    [
      'the problem is the one his case was filed under, whatever he wrote',
      told('李庄有人烧秸秆'),
      kept({ item: 'straw' }),
    ],
    [
      'the problem is one he wrote of, whatever his case was filed under',
      told('李庄有人摆摊'),
      kept({ item: 'dumping' }),
    ],
    ['the problem is one he wrote of, in a case without an item', told('李庄有人摆摊'), kept({ item: null })],
    ['only one of two problems is another', told('李庄有人摆摊，还烧秸秆'), kept()],
  ])('is kept with it where %s', (_why, added, task) => {
    expect(isApart(added, task, HERE, DAY)).toBe(false)
  })

  it.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-24', true],
    ['2026-11-25', false],
  ])('is a problem of the list on %s: %s', (day, apart) => {
    expect(isApart(told('李庄有人烧秸秆'), kept(), HERE, day)).toBe(apart)
  })
})

describe('a message that says who its writer is', () => {
  it.each([
    '我是养鸡场隔壁的刘桂兰',
    '刚才忘了说，我家就在养鸡场后头，姓刘',
    '对了，我马翠花，电话13812345678',
    '我叫李大明',
    '13812345678',
    '我的电话是13812345678',
    '张大明13812345678',
  ])('and nothing of any problem: %s', (text) => expect(onlySaysWho(text)).toBe(true))

  it.each([
    '我是王家村的李大明，村口占道',
    '我叫李大明举报张家店占道',
    '村口占道，电话13812345678',
    '老板叫刘能，天天占道',
  ])('and of a problem: %s', (text) => expect(onlySaysWho(text)).toBe(false))

  it.each(['你好', '还有', '谢谢', '', '王家村有人烧秸秆'])('is not: “%s”', (text) =>
    expect(onlySaysWho(text)).toBe(false),
  )
})
