import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { problemsOf } from '../../domain/triage/problems.ts'

const loaded = await loadTowns('config/town')
if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township does not load')
const [town] = loaded.towns
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

  it('keep every word, each in its own case', () => {
    const text = '王家村村口有人占道摆摊，路都走不了；另外东关市场有家店卖过期食品，老人吃坏肚子'
    const found = problemsOf(text, town, '2026-11-24', null).map((problem) => problem.text)
    expect(found).toEqual(['王家村村口有人占道摆摊，路都走不了', '另外东关市场有家店卖过期食品，老人吃坏肚子'])
  })
})
