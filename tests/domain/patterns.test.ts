import { describe, expect, it } from 'vitest'
import { raised } from '../../domain/triage/raised.ts'
import { numberOf, patternsOf, shownPatterns } from '../../domain/understand/patterns.ts'

describe('how long, how often, how many', () => {
  it.each([
    ['臭得很，三天了', 3],
    ['都两天了没人管', 2],
    ['半个月了', 15],
    ['已经好几天了', 4],
    ['有两年多了', 730],
    ['连着五天了', 5],
    ['三个星期了', 21],
    ['一个礼拜了', 7],
    ['十来天了', 10],
    ['二十五天了', 25],
    ['三个小时了', 0.125],
    ['这两天老有人倒垃圾', 2],
    ['最近几天', 2],
    ['这阵子吵得很', 7],
    ['上个月就开始了', 20],
    ['从正月十五以后就没人管', 30],
    ['过完年到现在', 30],
    ['去年就这样', 365],
    ['有人占道摆摊', null],
    ['昨晚烧的', null],
    ['今天早上', null],
  ])('%s: %s days', (text, days) => expect(patternsOf(text).days).toBe(days))

  it.each([
    ['每天晚上都吵', true],
    ['天天烧', true],
    ['一到下雨就淹', true],
    ['隔三差五来倒', true],
    ['又来摆摊了', true],
    ['刚才有人烧', false],
    ['有人倒了一车', false],
  ])('%s: again %s', (text, repeats) => expect(patternsOf(text).repeats).toBe(repeats))

  it.each([
    ['十来户没水喝', 10, '户'],
    ['几十亩', 10, '亩'],
    ['二十多个人围着', 20, '人'],
    ['两百人签字', 200, '人'],
    ['五六家', 6, '家'],
    ['三个孩子', 3, '孩子'],
  ])('%s: %s %s', (text, _count, unit) => expect(patternsOf(text).unit).toBe(unit))

  it.each([
    ['三', 3],
    ['十', 10],
    ['二十五', 25],
    ['两百', 200],
    ['廿三', 23],
    ['12', 12],
    ['好几', 4],
    ['俩', 2],
  ])('%s is %s', (written, count) => expect(numberOf(written)).toBe(count))

  it('are told to those who go there, in a few words', () => {
    expect(shownPatterns(patternsOf('每天晚上都吵，半个月了，十来户睡不着'))).toEqual([
      '持续约 15 天',
      '反复发生',
      '涉及约 10户',
    ])
    expect(shownPatterns(patternsOf('有人占道'))).toEqual([])
  })
})

describe('the level', () => {
  it.each([
    ['臭水沟两个月了没人管', 'urgent', ['lasts-a-month']],
    ['天天烧，十来天了', 'urgent', ['again-for-a-week']],
    ['二十户门口被堵', 'urgent', ['many-households']],
    ['王家村村口有人占道摆摊，三天了', 'normal', []],
    ['天天有人占道', 'normal', []],
    ['五六家摆摊', 'normal', []],
  ] as const)('of %s is %s', (text, level, why) => expect(raised(text, 'normal')).toEqual({ level, why }))

  it('is never lowered', () => expect(raised('有人占道', 'urgent').level).toBe('urgent'))
})
