import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, STALL } from './story.ts'

describe('what somebody adds to a report he made in confidence', () => {
  const house = eachTestHasAHouse()
  const cases = async () =>
    (await house().core.ctx.store.tasks({ limit: 9 })).map(({ shield, caseNo }) => `${caseNo.slice(-4)} ${shield}`)

  it.each([
    '我是卫生室隔壁的刘桂兰',
    '刚才忘了说，我家就在卫生室后头，姓刘',
    '对了，我叫刘桂兰，电话13812345678',
    '我女婿是派出所的',
  ])('and says who he is (%s): belongs to that case, and nobody reads it', async (text) => {
    const villager = house().person('v-lihua')
    await villager.says(`保密，${STALL}`)
    house().readsAll()
    await villager.says(text)
    villager.expects('补充')
    const units = house().unread('wrCHENGGUAN').concat(house().unread('u-zhangwei'))
    expect(units.map(({ content }) => content).join()).not.toMatch(/刘桂兰|姓刘|卫生室|13812345678|派出所/)
    house().readsAll()
    expect(await cases()).toEqual(['0001 confidential'])
  })

  it.each(['我是村医马翠花，王家村有人往河里倒垃圾', '王家村村口那有人在烧秸秆'])(
    'is kept as carefully where it is a case of its own: %s',
    async (text) => {
      const villager = house().person('v-lihua')
      await villager.says(`保密，${STALL}`)
      house().readsAll()
      await villager.says(text)
      villager.expects('已按您的要求保密')
      house().readsAll()
      expect(await cases()).toEqual(['0002 confidential', '0001 confidential'])
    },
  )

  it('is an open report where it is quite another matter, or another day', async () => {
    const villager = house().person('v-lihua')
    await villager.says(`保密，${STALL}`)
    house().readsAll()
    await villager.says('李家沟村口有人烧秸秆')
    house().readsAll()
    expect(await cases()).toEqual(['0002 none', '0001 confidential'])
    await house().forward('2d')
    house().readsAll()
    await villager.says('王家村村口有人烧秸秆')
    house().readsAll()
    expect((await cases())[0]).toBe('0001 none')
  })
})
