import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { CASE_NO, eachTestHasAHouse, STALL } from './story.ts'

const TWO = '王家村村口有人占道摆摊，另外东关市场有家店卖过期食品'

const shieldOf = async (house: House, short: string) =>
  (await house.core.ctx.store.taskByCaseNo(`QS261124-${short}`))?.shield

const texts = async (house: House) => (await house.core.ctx.store.tasks({ limit: 9 })).map(({ text }) => text)

describe('a short report that begins with how its writer wants to be kept', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['匿名，李家沟村口烧秸秆', 'anonymous', '已按匿名办理'],
    ['保密 王家村有人占道', 'confidential', '已按您的要求保密'],
    ['匿名举报，东关市场卖过期食品', 'anonymous', '已按匿名办理'],
  ])('%s: a case, kept', async (text, shield, told) => {
    const villager = house().person('v-lihua')
    await villager.says(text)
    villager.expects(CASE_NO, told)
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe(shield)
  })

  it('is asked where it is, and kept all the same', async () => {
    const villager = house().person('v-lihua')
    await villager.says('保密 隔壁饭店倒油')
    villager.expects('在哪里')
    await villager.says('东关市场')
    villager.expects(CASE_NO, '已按您的要求保密')
    house().readsAll()
    expect((await texts(house())).join()).toContain('隔壁饭店倒油')
  })

  it('is a case of its own beside one of today', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await villager.says('匿名，李家沟烧秸秆')
    villager.expects('QS261124-0002', '已按匿名办理')
    house().readsAll()
    expect([await shieldOf(house(), '0001'), await shieldOf(house(), '0002')]).toEqual(['none', 'anonymous'])
  })
})

describe('a wish to be kept while the bot has asked something', () => {
  const house = eachTestHasAHouse()

  it.each(['保密', '请保密', '别说是我说的', '千万别让他们知道是我'])('%s: the question stays open', async (wish) => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await villager.says(wish)
    villager.expects('已按您的要求保密', '在哪里')
    await villager.says('王家村村口')
    villager.expects('QS261124-0001', '已按您的要求保密', '占道摆摊')
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe('confidential')
    expect(await texts(house())).toHaveLength(1)
  })

  it('comes with a picture: neither is lost', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await villager.sends([{ name: 'stall.png', data: PNG }], '保密')
    villager.expects('已按您的要求保密', '在哪里')
    await villager.says('王家村村口')
    villager.expects('QS261124-0001', '已按您的要求保密')
    house().readsAll()
    const task = await house().core.ctx.store.taskByCaseNo('QS261124-0001')
    expect(await house().core.ctx.store.attachments(task?.id ?? '')).toHaveLength(1)
  })

  it('may come with the answer', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await villager.says('王家村村口，别说是我')
    villager.expects('QS261124-0001', '王家村', '已按您的要求保密')
    house().readsAll()
  })

  it('goes with a report that may be known, and answers nothing else', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says('王家村口摆摊的又把路占了，叫卖声很吵')
    villager.expects('同一件事')
    await villager.says('保密')
    villager.expects('已按您的要求保密', '“是同一件”或“不是”')
    await villager.says('不是')
    villager.expects('QS261124-0002', '已按您的要求保密')
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe('none')
  })

  it('may come with the yes', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says('王家村口摆摊的又把路占了，叫卖声很吵')
    villager.expects('同一件事')
    await villager.says('是的，别说是我说的')
    villager.expects('已并入 0001', '已按您的要求保密')
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe('confidential')
  })

  it('leaves what was reported before as it is', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await villager.says('有人烧秸秆')
    villager.expects('在哪里')
    await villager.says('匿名')
    villager.expects('已按匿名办理', '在哪里')
    await villager.says('李家沟')
    villager.expects('QS261124-0002', '已按匿名办理')
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe('none')
  })

  it('is about the case when the question is', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('问群众 0001 摊子一般几点出来？')
    house().readsAll()
    await villager.says('别告诉他们是我')
    villager.expects('已保密', 'QS261124-0001')
    await villager.says('晚上六点多')
    villager.expects('补充')
    house().readsAll()
  })
})

describe('a wish to be kept, said after the report in his own words', () => {
  const house = eachTestHasAHouse()

  it.each(['别说是我说的', '不要让他们知道是我', '我怕报复，千万别透露我', '这个事替我保密啊，谢谢'])(
    '%s: heard and confirmed',
    async (wish) => {
      const villager = house().person('v-lihua')
      await villager.says(STALL)
      house().readsAll()
      await house().forward('3m')
      await villager.says(wish)
      villager.expects('已保密', 'QS261124-0001')
      expect(await shieldOf(house(), '0001')).toBe('confidential')
      expect(await texts(house())).toHaveLength(1)
    },
  )

  it('days later is about what is still open', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    await house().forward('2d')
    house().readsAll()
    await villager.says('别说是我反映的')
    villager.expects('已保密', 'QS261124-0001')
  })

  it('is heard in a 补充, too', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await villager.says('补充 他们晚上才出来，别说是我说的')
    villager.expects('补充已记下', '已按您的要求保密')
    house().readsAll()
    expect(await shieldOf(house(), '0001')).toBe('confidential')
  })
})

describe('several cases of one message', () => {
  const house = eachTestHasAHouse()

  it('are confirmed to be kept', async () => {
    const villager = house().person('v-lihua')
    await villager.says(`请保密，${TWO}`)
    villager.expects('已受理 2 件', '已按您的要求保密')
    house().readsAll()
    expect([await shieldOf(house(), '0001'), await shieldOf(house(), '0002')]).toEqual(['confidential', 'confidential'])
  })

  it.each(['保密', '别说是我说的', '保密 0002'])('are all kept by a later %s', async (wish) => {
    const villager = house().person('v-lihua')
    await villager.says(TWO)
    house().readsAll()
    await villager.says(wish)
    villager.expects('已保密', '0001', '0002')
    expect([await shieldOf(house(), '0001'), await shieldOf(house(), '0002')]).toEqual(['confidential', 'confidential'])
  })

  it('told to a group in confidence are only given their numbers there', async () => {
    await house().person('u-wangfang').says(`请保密，${TWO}`, { group: 'wrCHENGGUAN' })
    const reply = house()
      .unread('wrCHENGGUAN')
      .find(({ content }) => content.includes('已受理 2 件'))
    expect(reply?.content).toContain('QS261124-0001')
    expect(reply?.content).not.toMatch(/占道|王家村|过期/)
    house().readsAll()
  })
})

describe('匿名 long after the last report', () => {
  const house = eachTestHasAHouse()

  it('is asked about kindly, and makes no empty case', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    await house().forward('2d')
    house().readsAll()
    await villager.says('匿名')
    villager.expects('“匿名 0001”', '要反映新的事')
    await house().forward('40m')
    expect(await texts(house())).toHaveLength(1)
    house().readsAll()
  })

  it('may mean that one', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    await house().forward('2d')
    house().readsAll()
    await villager.says('保密')
    house().readsAll()
    await villager.says('0001')
    villager.expects('已保密', '0001')
    await villager.says('李家沟有人烧秸秆')
    villager.expects('QS261126-0001')
    house().readsAll()
    expect((await house().core.ctx.store.taskByCaseNo('QS261126-0001'))?.shield).toBe('none')
  })

  it('goes with what is said next, a quarter of an hour later, too', async () => {
    const villager = house().person('v-lihua')
    await villager.says('匿名')
    villager.expects('什么问题')
    await house().forward('15m')
    await villager.says('王家村村口有人占道摆摊')
    villager.expects('QS261124-0001', '已按匿名办理')
    house().readsAll()
  })

  it('is about a report that joined an old case today', async () => {
    await house().person('v-lihua').says(STALL)
    await house().forward('2d')
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says(STALL)
    villager.expects('已并入')
    await villager.says('匿名')
    villager.expects('已匿名', 'QS261124-0001')
    house().readsAll()
  })
})
