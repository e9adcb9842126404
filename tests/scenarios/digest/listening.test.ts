import { beforeEach, describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import type { RuleVersion } from '../../../domain/rules/table.ts'
import { rulesWith } from '../../../domain/rules/ruleOf.ts'
import { textOf } from '../house.ts'
import { COMMAND, eachTestHasAHouse, LEADERS } from '../story.ts'

const at = (time: string, day = '11-24') => `2026-${day}T${time}:00+08:00`
const LEADER = 'u-chenzhen'
const OTHER = 'u-linyue'
/** Nobody's business by the list: the command room must say whose, within four hours, or the leaders hear it. */
const UNCLEAR = '王家村村口的石狮子让人心里不踏实'

const rule = (key: 'leader.most', value: number): RuleVersion => ({
  ...{ key, value, basis: '示例' },
  validFrom: null,
  validUntil: null,
})
const withMost = (most: number) => (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    policy: { ...town.policy, rules: [...rulesWith([]), rule('leader.most', most)] },
  }))

describe('a measure of one alert a day', () => {
  const house = eachTestHasAHouse({ at: at('08:35'), towns: withMost(1) })
  beforeEach(() => house().nights())

  /** A case nobody ruled on; it reaches the leaders four hours later. */
  const unclear = async (text: string) => {
    await house().person('v-lihua').says(text)
    house().readsAll()
  }

  it('the second one waits for the evening card, and is said there', async () => {
    await house().until(at('08:40', '11-25'))
    house().readsAll()
    await unclear(UNCLEAR)
    await house().forward('20m')
    await unclear('李家沟村口的石狮子让人心里不踏实')
    await house().until(at('14:30', '11-25'))
    expect(house().unread(LEADERS).map(textOf)).toHaveLength(1)
    house().expects(LEADERS, '派单裁定超时', '0001')
    await house().until(at('17:59', '11-25'))
    house().hearsNothing(LEADERS)
    house().readsAll()
    await house().until(at('18:05', '11-25'))
    expect(house().unread(LEADERS).map(textOf)).toHaveLength(1)
    house().expects(LEADERS, '晚报', '派单超时', '2 件：0001、0002')
    house().readsAll()
  })

  it('an emergency waits for nothing', async () => {
    await house().until(at('08:40', '11-25'))
    house().readsAll()
    await unclear(UNCLEAR)
    await house().until(at('14:30', '11-25'))
    house().expects(LEADERS, '派单裁定超时')
    house().readsAll()
    await house().person('v-zhaomin').says('王家村着火了，有人被困')
    house().expects(LEADERS, '特急')
    house().readsAll()
  })
})

describe('what a leader wants to hear', () => {
  const house = eachTestHasAHouse()

  it('is asked and changed in his own words, and seen again', async () => {
    const leader = house().person(LEADER)
    await leader.says('我的提醒')
    leader.expects('您的提醒：一般', '最多单独提醒 6 条', '今天提醒了 0 条', '18:00', '各样都听')
    await leader.says('少发一点')
    leader.expects('您的提醒：少', '最多单独提醒 3 条')
    await leader.says('少发一点')
    leader.expects('已经是最少的了', '只听 超期')
    await leader.says('只听 超期 紧急')
    leader.expects('您的提醒：少', '只听：超期、紧急')
    await leader.says('只听超期紧急')
    leader.expects('只听：超期、紧急')
    await leader.says('只听 天气')
    leader.expects('没看懂', '只听 超期 紧急')
    await leader.says('多发一点')
    await leader.says('我的提醒')
    leader.expects('您的提醒：一般', '只听：超期、紧急')
    await leader.says('只听 全部')
    leader.expects('各样都听')
    await house().person(OTHER).says('我的提醒')
    house().expects(OTHER, '您的提醒：一般', '各样都听')
    house().readsAll()
  })

  it('in the leaders’ group it is the choice of the group; elsewhere it is refused', async () => {
    await house().person(LEADER).says('少发一点', { group: LEADERS })
    house().expects(LEADERS, '领导群的提醒：少')
    await house().person(LEADER).says('我的提醒')
    house().expects(LEADER, '您的提醒：一般')
    await house().person(LEADER).says('少发一点', { group: COMMAND })
    house().expects(COMMAND, '请单独发给我', '领导群')
    await house().person('u-zhouting').says('少发一点')
    house().expects('u-zhouting', '镇领导自己定')
    house().readsAll()
  })

  it('what the group does not listen to waits for the card', async () => {
    await house().nights()
    await house().until(at('08:40', '11-25'))
    house().readsAll()
    await house().person(LEADER).says('只听 超期', { group: LEADERS })
    house().expects(LEADERS, '只听：超期')
    await house().person('v-lihua').says(UNCLEAR)
    house().readsAll()
    await house().until(at('17:59', '11-25'))
    house().hearsNothing(LEADERS)
    house().readsAll()
    await house().until(at('18:05', '11-25'))
    house().expects(LEADERS, '晚报', '派单超时', '1 件：0001')
    house().readsAll()
  })
})

describe('the words of those who watch, from a villager', () => {
  const house = eachTestHasAHouse()

  it('report nothing: he is told what he can write', async () => {
    for (const word of ['考核', '简报']) {
      await house().person('v-zhaomin').says(word)
      house().expects('v-zhaomin', '可以回复')
    }
    expect(await house().core.ctx.store.tasks({ limit: 9 })).toEqual([])
    house().readsAll()
  })
})
