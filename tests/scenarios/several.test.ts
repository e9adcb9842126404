import { describe, expect, it } from 'vitest'
import { CASE_NO, COMMAND, eachTestHasAHouse } from './story.ts'

describe('several problems in one message', () => {
  const house = eachTestHasAHouse()

  it('become one case for each lead unit, linked, with one reply', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村村口有人占道摆摊，另外东关市场有家店卖过期食品')
    const reply = villager.expects('2 件', 'QS261124-0001', 'QS261124-0002', '城管中队', '市场监管所')
    expect(reply.via).toBe('reply')
    villager.hearsNothing()
    house().expects('u-zhangwei', 'QS261124-0001', '王家村', '占道')
    house().expects('u-sunmei', 'QS261124-0002', '东关', '过期食品')
    const [two, one] = await house().core.ctx.store.tasks({ limit: 9 })
    expect(one?.linked).toEqual(['QS261124-0002'])
    expect(two?.linked).toEqual(['QS261124-0001'])
    house().readsAll()
    await villager.says('进度')
    villager.expects('0001', '0002')
  })

  it('stand at the place that was told for all of them', async () => {
    const villager = house().person('v-lihua')
    await villager.says('楼道里给电动车充电，还有人占道摆摊')
    villager.expects(/在哪里/)
    await villager.says('新村')
    villager.expects('2 件', '应急管理站', '城管中队', '新村')
    house().readsAll()
    const tasks = await house().core.ctx.store.tasks({ limit: 9 })
    expect(tasks.map(({ place }) => place?.code)).toEqual(['QS13', 'QS13'])
  })

  it('of one unit are one case', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村村口占道摆摊，另外垃圾成堆没人管')
    villager.expects(CASE_NO, '城管中队')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 9 })).toHaveLength(1)
  })
})

describe('several problems, and one of them may be known', () => {
  const house = eachTestHasAHouse()
  const places = async () =>
    (await house().core.ctx.store.tasks({ limit: 9 })).map(({ caseNo, place }) => [caseNo.slice(-4), place?.code])
  const STALLS = '王家村村口占道摆摊'

  it('that are all somewhere else are cases of their own, each at its place', async () => {
    await house().person('v-lihua').says(STALLS)
    house().readsAll()
    await house().person('v-zhaomin').says('王家村路灯坏了 李家沟有人占道摆摊 张庄有人烧垃圾')
    house().expects('v-zhaomin', '3 件', '王家村', '李家沟', '张庄村')
    house().readsAll()
    expect(await places()).toEqual([
      ['0004', 'QS03'],
      ['0003', 'QS02'],
      ['0002', 'QS01'],
      ['0001', 'QS01'],
    ])
  })

  it('he is asked about that one only, and the others are taken up at once', async () => {
    await house().person('v-lihua').says(STALLS)
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says('王家村口卖菜的摆摊占了半边路，另外张庄有人烧垃圾')
    villager.expects('QS261124-0002', '张庄村')
    villager.expects('0001', '同一件')
    await villager.says('是')
    villager.expects('已并入 0001')
    house().readsAll()
    expect(await places()).toEqual([
      ['0002', 'QS03'],
      ['0001', 'QS01'],
    ])
    const [burning] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(burning?.text).toContain('烧垃圾')
    expect(burning?.text).not.toContain('卖菜')
  })

  it('of one unit, too: the hole in the road does not go with the rubbish', async () => {
    await house().person('v-lihua').says('张庄桥头有人乱倒垃圾')
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says('张庄桥头那边老有人倒垃圾，路上还有个大坑')
    villager.expects('QS261124-0002', '张庄')
    villager.expects('0001', '同一件')
    await villager.says('是同一件')
    villager.expects('已并入 0001')
    house().readsAll()
    const [hole] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(hole).toMatchObject({ item: 'CG007', place: { code: 'QS03' } })
  })
})

describe('what was told in confidence', () => {
  const house = eachTestHasAHouse()

  it('is known again in the same words without the wish', async () => {
    await house().person('v-lihua').says('请替我保密，王家村村口占道摆摊')
    house().readsAll()
    await house().person('v-zhaomin').says('王家村村口占道摆摊')
    house().expects('v-zhaomin', '已并入 0001')
    house().readsAll()
  })

  it('is not spoken of to others, but the command room hears that it may be the same', async () => {
    await house().person('v-lihua').says('请替我保密，王家村村口占道摆摊')
    house().readsAll()
    await house().person('v-zhaomin').says('王家村口摆摊的又把路占了，叫卖声很吵')
    house().expects('v-zhaomin', 'QS261124-0002')
    await house().forward('2m')
    house().expects(COMMAND, '可能是同一件', '0001')
    house().readsAll()
  })
})

describe('a danger and another matter in one message', () => {
  const house = eachTestHasAHouse()
  const cases = async () =>
    (await house().core.ctx.store.tasks({ limit: 9 })).toReversed().map((task) => ({ ...task, at: task.place?.code }))

  it('are two cases: the fire goes to those who save, the lamp to those who mend it', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村着火了，另外李家沟路灯不亮')
    villager.expects('QS261124-0001', '119')
    villager.expects('QS261124-0002', '李家沟')
    house().readsAll()
    expect(await cases()).toMatchObject([
      { level: 'emergency', lead: 'yingji', at: 'QS01', linked: ['QS261124-0002'] },
      { level: 'urgent', lead: 'chengguan', item: 'CG007', at: 'QS02' },
    ])
  })

  it('asks where it burns when only the other matter says where', async () => {
    const villager = house().person('v-lihua')
    await villager.says('李家沟路灯不亮，另外我家着火了快来人')
    villager.expects('QS261124-0001', '119', /在哪|具体位置|位置/)
    house().readsAll()
    expect((await cases())[0]).toMatchObject({ level: 'emergency', place: null })
  })
})

describe('the answer to 在哪里', () => {
  const house = eachTestHasAHouse()

  it('says where, not what: wages that are not paid are no danger at work', async () => {
    const villager = house().person('v-lihua')
    await villager.says('厂里拖着三个月工钱不给')
    await villager.says('还是要反映')
    villager.expects(/在哪里/)
    await villager.says('工业园区那个做鞋的厂')
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 9 })
    expect(task).toMatchObject({ item: null, lead: null, level: 'normal', place: { code: 'QS14' } })
    expect(task?.text).toContain('做鞋的厂')
  })
})

describe('the same words of several people at the same moment', () => {
  const house = eachTestHasAHouse()

  it('are one case', async () => {
    const people = ['v-lihua', 'v-zhaomin', 'u-zhouting', 'u-hanbing']
    await Promise.all(people.map((who) => house().person(who).says('王家村村口有人占道摆摊没法走')))
    house().readsAll()
    const tasks = await house().core.ctx.store.tasks({ limit: 9 })
    expect(tasks.map(({ reporters, level }) => [reporters.length, level])).toEqual([[4, 'urgent']])
  })

  it('are hinted to the command room when nobody says where and nobody answers', async () => {
    for (const who of ['v-lihua', 'v-zhaomin']) {
      await house().person(who).says('天天一大早有人占道摆摊卖菜')
      house().expects(who, '在哪里')
      await house().forward('1m')
    }
    await house().forward('15m')
    house().expects(COMMAND, '可能是同一件', '0001')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 9 })).toHaveLength(2)
  })
})

describe('beside what is the township’s, something that is not', () => {
  const house = eachTestHasAHouse()

  it('is told whom to call about', async () => {
    const villager = house().person('v-lihua')
    await villager.says('工业园区那个厂工人没戴安全帽，老板还拖欠工资')
    villager.expects('QS261124-0001', '应急管理站')
    villager.expects('您说的「老板还拖欠工资」', '12333')
    house().readsAll()
  })
})
