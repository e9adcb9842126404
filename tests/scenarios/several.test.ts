import { describe, expect, it } from 'vitest'
import { CASE_NO, eachTestHasAHouse } from './story.ts'

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
