import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, STALL } from './story.ts'

describe('who asked not to be known', () => {
  const house = eachTestHasAHouse()

  it('is not asked for his name; the unit hears what it may ask instead', async () => {
    await house().person('v-lihua').says(`匿名，${STALL}`)
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-zhangwei').says('问群众 0001 麻烦把您的姓名电话身份证发来登记')
    house().expects('u-zhangwei', '不能问姓名', '问群众 0001')
    house().hearsNothing('v-lihua')
    await house().person('u-zhangwei').says('问群众 0001 摊主电话知道吗')
    house().expects('v-lihua', '想问您一句')
    house().readsAll()
  })

  it('does not exist for a unit that has nothing to do with his case', async () => {
    await house().person('v-lihua').says(`保密，${STALL}`)
    house().readsAll()
    for (const word of ['签收 0001', '反馈 0001 已去现场', '办结 0001 好了', '详情 0001', '问群众 0001 在哪里']) {
      await house().person('u-sunmei').says(word)
      house().expects('u-sunmei', '没有找到')
    }
  })
})

describe('an answer while a question of the unit is open', () => {
  const house = eachTestHasAHouse()

  it('is about the result where it says that all is well', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('问群众 0001 摊子一般几点出来？')
    await house().person('u-zhangwei').says('办结 0001 已经清走')
    house().readsAll()
    await villager.says('好了，谢谢')
    villager.expects('满意')
    expect((await house().core.ctx.store.taskByCaseNo('QS261124-0001'))?.solved).toBe(true)
    house().readsAll()
  })
})

describe('a complaint about the township’s own people', () => {
  const house = eachTestHasAHouse()

  it('may be asked about by the supervisor who has it', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊，举报城管中队张伟收了摊贩的钱')
    house().readsAll()
    const supervisor = house().person('u-songming')
    await supervisor.says('问群众 0001 大概是哪一天？')
    supervisor.expects('已转问')
    house().expects('v-lihua', '大概是哪一天')
    await house().person('v-lihua').says('上个星期三')
    house().expects('u-songming', '上个星期三')
    house().readsAll()
  })
})
