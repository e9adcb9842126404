import { describe, expect, it } from 'vitest'
import { ASSIST_GROUPS, CASE_NO, COMMAND, eachTestHasAHouse, STALL, UNIT_GROUP } from './story.ts'

describe('a report', () => {
  const house = eachTestHasAHouse()

  it('in a single chat is answered with number, lead, assist and when to expect what', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    const reply = villager.expects(CASE_NO, '主办：城管中队', /协办：.*生态环境所/, /协办：.*派出所/)
    expect(reply.via).toBe('reply')
    expect(reply.content).toMatch(/11月24日/)
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
  })

  it('by an officer in a group with @哨子 is answered in that group', async () => {
    await house().person('u-sunmei').says(STALL, { group: 'wrSHICHANG' })
    house().expects('wrSHICHANG', CASE_NO, '城管中队')
    house().hearsNothing('u-sunmei')
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
  })

  it('without a place is followed by one question, and the next message answers it', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊，路都走不了')
    const question = villager.expects(/哪个村|什么地方|在哪/)
    expect(question.content).not.toMatch(CASE_NO)
    house().hearsNothing('u-zhangwei', UNIT_GROUP)
    await villager.says('王家村')
    villager.expects(CASE_NO, '城管中队')
    house().expects('u-zhangwei', '王家村', CASE_NO)
    house().reads('u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
  })

  it('takes a place nobody has listed as it was written, and asks only once', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊，路都走不了')
    villager.expects(/哪个村|什么地方|在哪/)
    await villager.says('老磨坊后头')
    villager.expects(CASE_NO)
    house().expects('u-zhangwei', '老磨坊后头')
    house().reads('u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
  })

  it('whose question stays unanswered becomes a case after ten minutes', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊，路都走不了')
    villager.expects(/哪个村|什么地方|在哪/)
    await house().forward('11m')
    villager.expects(CASE_NO, '城管中队')
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
  })

  it('of which the rules are unsure goes to the command room with the three nearest units', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村后头有个怪东西半夜老响，吓人得很')
    villager.expects(CASE_NO, '指挥室')
    const card = house().expects(COMMAND, CASE_NO, '王家村')
    const keys = (card.card?.['button_list'] as { key: string }[])
      .map((b) => b.key)
      .filter((k) => k.startsWith('assign:'))
    expect(keys).toHaveLength(3)
    await house()
      .person('u-zhouting')
      .taps(card, keys[0] ?? '')
    villager.expects(CASE_NO)
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]?.stage).toBe('dispatched')
  })

  it('of an emergency is answered with 110/119/120 first, skips every threshold and alarms the leaders', async () => {
    const villager = house().person('v-lihua')
    await villager.says('着火了！后山着火了')
    const reply = villager.expects(CASE_NO)
    expect(reply.content.split('\n')[0]).toMatch(/11[09]|120/)
    expect(reply.content).toMatch(/哪个村|什么地方|在哪|位置/)
    house().expects(COMMAND, CASE_NO)
    house().expects('wrLEADERS', CASE_NO)
    house().readsAll()
    await villager.says('李家沟')
    villager.expects(CASE_NO)
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]?.place?.name).toContain('李家沟')
    house().readsAll()
  })

  it('gets the next number of the day', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says('李家沟有人占道摆摊')
    house().expects('v-lihua', 'QS261124-0001')
    house().expects('v-zhaomin', 'QS261124-0002')
    house().readsAll()
  })
})
