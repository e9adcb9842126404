import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import type { Classifier } from '../../domain/triage/classifier.ts'
import { mattersOf, problemsOf } from '../../domain/triage/problems.ts'

const loaded = await loadTowns('config/town')
if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township does not load')
const [town] = loaded.towns
/** One that learnt too much from a feast, the rain and a willow. */
const KEEN: readonly (readonly [RegExp, string])[] = [
  [/正月/, '非法储存销售烟花爆竹'],
  [/下雨|水库/, '防汛和地质灾害险情'],
  [/柳树/, '毁林和滥伐林木'],
  [/谁管|归/, '综合巡查和跨站所事项'],
  [/苍蝇/, '食品安全问题'],
  [/呛/, '餐饮油烟和露天烧烤'],
  [/过个车/, '噪声扰民'],
]
const keen: Classifier = {
  likely: (text) => new Map(KEEN.filter(([said]) => said.test(text)).map(([, item]) => [item, 0.95])),
  because: () => [],
}
const leads = (text: string) =>
  problemsOf(text, town, '2026-11-24', null).map(({ judgement: { routed } }) =>
    routed.kind === 'routed' ? routed.lead : routed.kind,
  )

describe('several problems in one message', () => {
  it.each([
    ['王家村村口有人占道摆摊，还乱倒垃圾', ['chengguan']],
    ['王家村村口有人占道摆摊，还有东关市场有家店卖过期食品', ['chengguan', 'shichang']],
    ['一是张庄有人烧秸秆，二是学校门口天天摆摊', ['huanbao', 'chengguan']],
    ['1、李家沟偷采河沙挖山 2、新村楼道充电电动车', ['ziran', 'yingji']],
    ['南河村有人烧秸秆，烟大得很，眼都睁不开', ['huanbao']],
    ['饭店油烟呛人，油烟直接排到马路上', ['chengguan']],
    ['马寨养鸡场臭气熏天，另外村东头有人私自盖房，顺便问下路灯坏了谁修', ['huanbao', 'ziran', 'chengguan']],
    ['王家村后头有个怪东西半夜老响', ['unsure']],
  ])('%s → %j', (text, expected) => {
    expect(leads(text)).toEqual(expected)
  })

  it.each([
    ['王家村路灯坏了 李家沟有人占道摆摊 张庄有人烧垃圾', ['chengguan 王家村', 'chengguan 李家沟', 'huanbao 张庄村']],
    ['王家村路灯坏了，李家沟有人占道摆摊', ['chengguan 王家村', 'chengguan 李家沟']],
    [
      '我反映三个事，第一是王家村路灯不亮，第二是张庄桥头摆摊，第三李家沟有人偷采石头',
      ['chengguan 王家村', 'chengguan 张庄村桥头', 'ziran 李家沟'],
    ],
    ['王家村有人占道摆摊，另外，李家沟，垃圾成堆', ['chengguan 王家村', 'chengguan 李家沟']],
    ['一个是北坡有人砍树 一个是南河污水横流', ['ziran 北坡村', 'huanbao 南河村']],
    ['孟坡有人私自盖房\n马寨有人烧秸秆', ['ziran 孟坡村', 'huanbao 马寨村']],
  ])('are parted by place, by a blank and by counting, each with its own place: %s', (text, expected) => {
    const found = problemsOf(text, town, '2026-11-24', null)
    const said = found.map(({ judgement: { routed }, place }) =>
      routed.kind === 'routed' ? `${routed.lead} ${place?.name}` : routed.kind,
    )
    expect(said).toEqual(expected)
  })

  it.each([
    '打正月十五就开始了，北坡果园有人偷着砍树，砍了一大片',
    '南河村上礼拜五开始有股怪味，一到下雨就厉害',
    '邪教发传单，柳树营',
    '李家沟水库，半夜，偷电鱼',
    '王家村有人烧秸秆，烟都飘到李家沟了，呛人',
    '南河村 有人 烧秸秆 烟大得很 眼都睁不开',
    '有人乱倒垃圾，第二天又来倒',
    '张庄有人摆摊，天天晚上，吵得很',
    '园区那个厂污水淌一街，城管说归环保，环保说归城管，到底谁管？',
    '张庄桥头垃圾成堆，夏天苍蝇嗡嗡的，没人管',
    '石门第一网格有人占道摆摊，第二小学门口也有',
    '从王家村到李家沟的路上，天天有大车超载',
    '王家村的老李，在李家沟烧秸秆，没人管',
    '这两天张庄桥头摆地摊的越来越多 过个车得按半天',
  ])('are not made of when, where, how bad and whose business it is: %s', (text) => {
    for (const classifier of [null, keen]) expect(problemsOf(text, town, '2026-11-24', classifier)).toHaveLength(1)
  })

  it('of one unit are told apart by item where it is asked which of them is known', () => {
    const matters = (text: string) => mattersOf(text, town, '2026-11-24', null).map((each) => each.text)
    expect(matters('张庄桥头有人乱倒垃圾，路上还有个大坑')).toEqual(['张庄桥头有人乱倒垃圾，路上', '还有个大坑'])
    expect(matters('张庄桥头有人乱倒垃圾，垃圾臭得很')).toHaveLength(1)
  })

  it('keep every word, each in its own case', () => {
    const text = '王家村村口有人占道摆摊，路都走不了；另外东关市场有家店卖过期食品，老人吃坏肚子'
    const found = problemsOf(text, town, '2026-11-24', null).map((problem) => problem.text)
    expect(found).toEqual(['王家村村口有人占道摆摊，路都走不了', '另外东关市场有家店卖过期食品，老人吃坏肚子'])
  })
})
