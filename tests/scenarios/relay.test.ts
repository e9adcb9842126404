import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { COMMAND, eachTestHasAHouse, keyOf, STALL, UNIT_GROUP } from './story.ts'

const FOOD = '东关市场有家店卖过期食品'
const ANSWER = '早上五点就有人了，推着三轮车'

/** 李华 has reported a stall (0001, 城管中队) and a shop (0002, 市场监管所). */
async function twoCases(house: House): Promise<void> {
  await house.person('v-lihua').says(STALL)
  await house.person('v-lihua').says(FOOD)
  house.readsAll()
}

/** Both units ask him. */
async function bothAsk(house: House): Promise<void> {
  await twoCases(house)
  await house.person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
  await house.person('u-sunmei').says('问群众 0002 是哪一天买的？')
  house.expects('v-lihua', '0001', '什么时候出来')
  house.expects('v-lihua', '0002', '哪一天买的')
  house.readsAll()
}

const texts = async (house: House, caseNo: string): Promise<string[]> => {
  const task = await house.core.ctx.store.taskByCaseNo(caseNo)
  const events = await house.core.ctx.store.timeline(task?.id ?? '')
  return events.flatMap(({ type, data }) => (type === 'supplement' ? [String(data['text'])] : []))
}

describe('the answer to what a unit asked', () => {
  const house = eachTestHasAHouse()

  it('reaches the unit that asked, not the newest case', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    await house().person('v-lihua').says(ANSWER)
    house().expects('v-lihua', '0001', '已经转告城管中队')
    house().expects('u-zhangwei', '0001', '群众答复了提问', ANSWER)
    house().readsAll()
    expect(await texts(house(), 'QS261124-0002')).toEqual([])
  })

  it('is heard hours later, too, and by the command room’s own clerk when he asked', async () => {
    await twoCases(house())
    await house().person('u-zhouting').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    await house().forward('5h')
    house().readsAll()
    await house().person('v-lihua').says('傍晚六点以后')
    house().expects('u-zhouting', '0001', '傍晚六点以后')
    house().readsAll()
    expect(await texts(house(), 'QS261124-0001')).toEqual(['傍晚六点以后'])
  })

  it('may be meant for either of two units: he is asked which, and a tap settles it', async () => {
    await bothAsk(house())
    const villager = house().person('v-lihua')
    await villager.says('大概前天上午')
    const card = villager.expects('回答哪一件', '是 0001', '是 0002', '另一件事')
    await villager.taps(card, keyOf(card, 'pick'), {})
    house().readsAll()
    const [first, second] = [await texts(house(), 'QS261124-0001'), await texts(house(), 'QS261124-0002')]
    expect([...first, ...second]).toEqual(['大概前天上午'])
    await villager.says('再问一下人家说的')
    house().readsAll()
    expect([...(await texts(house(), 'QS261124-0001')), ...(await texts(house(), 'QS261124-0002'))]).toHaveLength(2)
  })

  it('goes where its number or the quoted message says', async () => {
    await bothAsk(house())
    const [asked] = house()
      .simulator.chat('v-lihua')
      .filter((b) => b.content.includes('什么时候出来'))
    const villager = house().person('v-lihua')
    await villager.says('天没亮就有了', asked ? { quote: asked } : {})
    await villager.says('0002 是上周五')
    house().readsAll()
    expect(await texts(house(), 'QS261124-0001')).toEqual(['天没亮就有了'])
    expect(await texts(house(), 'QS261124-0002')).toEqual(['0002 是上周五'])
  })

  it('that nobody could place goes to the unit that asked last', async () => {
    await bothAsk(house())
    await house().person('v-lihua').says('大概前天上午')
    house().readsAll()
    await house().forward('11m')
    house().readsAll()
    expect(await texts(house(), 'QS261124-0002')).toEqual(['大概前天上午'])
    expect(await house().core.ctx.store.tasks({ limit: 9 })).toHaveLength(2)
  })

  it('may be a picture', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 有照片吗？')
    house().readsAll()
    await house()
      .person('v-lihua')
      .sends([{ name: 'a.png', data: PNG }])
    house().expects('u-zhangwei', '0001', '群众答复了提问')
    house().readsAll()
    const task = await house().core.ctx.store.taskByCaseNo('QS261124-0001')
    expect(await house().core.ctx.store.attachments(task?.id ?? '')).toHaveLength(1)
  })

  it('may be that it is not solved, while the unit is still at work', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 现在好了没有？')
    house().readsAll()
    await house().person('v-lihua').says('没解决')
    house().expects('u-zhangwei', '0001', '没解决')
    house().readsAll()
  })

  it('waits while he is asked where something else is', async () => {
    await twoCases(house())
    const villager = house().person('v-lihua')
    await villager.says('有人乱倒垃圾')
    house().readsAll()
    await house().person('u-sunmei').says('问群众 0002 是哪一天买的？')
    house().readsAll()
    await villager.says('李家沟')
    villager.expects('QS261124-0003', '乱倒垃圾')
    house().readsAll()
    await villager.says('上周五')
    house().expects('u-sunmei', '0002', '上周五')
    house().readsAll()
  })
})

describe('what is no answer', () => {
  const house = eachTestHasAHouse()

  it('a new problem at another place is a report, and the question goes on waiting', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    const villager = house().person('v-lihua')
    await villager.says('李家沟有人往河里偷排污水')
    villager.expects('QS261124-0003', '李家沟')
    house().readsAll()
    await villager.says(ANSWER)
    house().expects('u-zhangwei', '0001', ANSWER)
    house().readsAll()
  })

  it('another problem without a place: he is asked, and says so', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    const villager = house().person('v-lihua')
    await villager.says('厂子偷排污水，水都黑了')
    villager.expects('另一件事')
    await villager.says('另一件事')
    villager.expects('在哪里')
    await villager.says('李家沟')
    villager.expects('QS261124-0003', '李家沟')
    house().readsAll()
    expect(await texts(house(), 'QS261124-0001')).not.toContain('厂子偷排污水，水都黑了')
  })

  it('a danger is dealt with at once', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    await house().person('v-lihua').says('那边着火了')
    house().expects('v-lihua', '119', 'QS261124-0003')
    house().readsAll()
  })

  it('a question about how it stands is answered', async () => {
    await twoCases(house())
    await house().person('u-zhangwei').says('问群众 0001 一般什么时候出来？')
    house().readsAll()
    await house().person('v-lihua').says('我反映的事怎么样了')
    house().expects('v-lihua', '0001', '0002')
    expect(await texts(house(), 'QS261124-0001')).toEqual([])
  })
})

describe('who asked to be kept in confidence', () => {
  const house = eachTestHasAHouse()

  it('in a group is asked and answers alone, and nothing in his words tells who he is', async () => {
    await house().person('u-wangfang').says(`请保密，${STALL}`, { group: UNIT_GROUP })
    house().readsAll()
    await house().person('u-zhouting').says('问群众 0001 一般什么时候出来？')
    house().expects('u-wangfang', '什么时候出来')
    house().reads(COMMAND, 'u-zhouting')
    house().hearsNothing(UNIT_GROUP)
    await house().person('u-wangfang').says('天一亮，我叫李大明，电话13812345678')
    expect(house().expects('u-zhouting', '天一亮').content).not.toMatch(/李大明|13812345678/)
    house().readsAll()
    await house().person('u-zhouting').says('详情 0001')
    expect(house().expects('u-zhouting', '天一亮').content).not.toMatch(/李大明|13812345678/)
    house().readsAll()
  })
})
