import { describe, expect, it } from 'vitest'
import { raised } from '../../domain/triage/raised.ts'
import { numberOf } from '../../domain/understand/number.ts'
import { patternsOf, shownPatterns } from '../../domain/understand/patterns.ts'

const TODAY = '2026-11-24'
const read = (text: string, today = TODAY) => patternsOf(text, today)

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
    ['上个月就开始了', 33],
    ['从正月十五以后就没人管', 266],
    ['过完年到现在', 280],
    ['去年就这样', 365],
    ['去年冬天就坏了', 365],
    ['从昨天开始臭', 1],
    ['前天到现在', 2],
    ['大前天就坏了', 3],
    ['从周一开始', 1],
    ['11月20号开始停水', 4],
    ['从10月1日起', 54],
    ['从20号开始', 4],
    ['清明前后就开始了', 233],
    ['中秋节后开始', 60],
    ['五一以后就没人管', 207],
    ['入冬以来', 17],
    ['打夏天起', 167],
    ['三个多月了', 90],
    ['一个半月了', 45],
    ['十几天了', 11],
    ['停水停了三天', 3],
    ['停水三天，没人管', 3],
    ['一整天了', 1],
    ['三天前就开始', 3],
    ['王家村摆摊的那家在这住了三十年了', null],
    ['我在村里30年了从没见过这样占道的', null],
    ['孩子上学三年了，没见过校门口这么乱', null],
    ['租期一年了', null],
    ['去年反映过一次', null],
    ['限三天了结', null],
    ['三天内不修我就上访', null],
    ['正月十五那天放炮', null],
    ['有人占道摆摊', null],
    ['昨晚烧的', null],
    ['今天早上', null],
  ])('%s: %s days', (text, days) => expect(read(text).days).toBe(days))

  it('is counted from the day it was written', () => {
    expect(read('国庆以后占道', '2026-10-08').days).toBe(7)
    expect(read('国庆以后占道').days).toBe(54)
    expect(read('国庆以后占道', '2026-09-01').days).toBe(335)
  })

  it.each([
    ['又停水了', true],
    ['一下雨就积水', true],
    ['逢集就堵', true],
    ['夜夜吵', true],
    ['老放炮', true],
    ['总有人倒垃圾', true],
    ['隔三岔五停水', true],
    ['反映好几次了没人管', true],
    ['一整天没来水', false],
    ['每天晚上都吵', true],
    ['天天烧', true],
    ['一到下雨就淹', true],
    ['隔三差五来倒', true],
    ['又来摆摊了', true],
    ['刚才有人烧', false],
    ['有人倒了一车', false],
  ])('%s: again %s', (text, repeats) => expect(read(text).repeats).toBe(repeats))

  it.each([
    ['十来户没水喝', 10, '户'],
    ['几十亩', 30, '亩'],
    ['十几户没水喝', 11, '户'],
    ['好几十户', 30, '户'],
    ['一万多人', 10000, '人'],
    ['三栋楼停水', 3, '栋'],
    ['二十多个人围着', 20, '人'],
    ['两百人签字', 200, '人'],
    ['五六家', 6, '家'],
    ['三个孩子', 3, '孩子'],
  ])('%s: %s %s', (text, count, unit) => expect(read(text)).toMatchObject({ count, unit }))

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
    expect(shownPatterns(read('每天晚上都吵，半个月了，十来户睡不着'))).toEqual([
      '持续约 15 天',
      '反复发生',
      '涉及约 10户',
    ])
    expect(shownPatterns(read('有人占道'))).toEqual([])
  })
})

describe('the level', () => {
  it.each([
    ['臭水沟两个月了没人管', 'urgent', ['lasts-a-month']],
    ['天天烧，十来天了', 'urgent', ['again-for-a-week']],
    ['二十户门口被堵', 'urgent', ['many-households']],
    ['王家村村口有人占道摆摊，三天了', 'normal', []],
    ['天天有人占道', 'normal', []],
    ['十几户门口被堵', 'urgent', ['many-households']],
    ['反映三次了没人管', 'urgent', ['told-before']],
    ['国庆以后有人占道摆摊', 'urgent', ['lasts-a-month']],
    ['我在村里三十年了没见过这样摆摊的', 'normal', []],
    ['五六家摆摊', 'normal', []],
  ] as const)('of %s is %s', (text, level, why) => expect(raised(text, 'normal', TODAY)).toEqual({ level, why }))

  it('is never lowered', () => expect(raised('有人占道', 'urgent', TODAY).level).toBe('urgent'))
})
