import { describe, expect, it } from 'vitest'
import { COMMAND, eachTestHasAHouse, LEADERS, reported, STALL, UNIT_GROUP } from './story.ts'

const OTHER_GROUP = 'wrSHICHANG'
const UNKNOWN = '没有找到这个编号'
const ALONE = '单独发给我问'
const GIVEN_AWAY = /王家村|垃圾|0001/

describe('how a case stands', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['进度 0001', ['v-lihua'], ['v-zhaomin']],
    ['进度 QS261124-0001', ['v-lihua'], ['v-zhaomin']],
    ['详情 0001', [], []],
  ])(
    '「%s」 is told to who reported it, its units, the command room, the leaders and the supervisor; to others the number is unknown',
    async (asked, reporters, villagers) => {
      await reported(house())
      for (const reader of [...reporters, 'u-zhangwei', 'u-dujuan', 'u-zhouting', 'u-chenzhen', 'u-songming']) {
        await house().person(reader).says(asked)
        house().expects(reader, 'QS261124-0001', '王家村')
      }
      for (const stranger of [...villagers, 'u-sunmei', 'u-zhaolei', 'u-baixue']) {
        await house().person(stranger).says(asked)
        house().expects(stranger, UNKNOWN)
      }
    },
  )

  it('is said in the groups of its units, of the command room and of the leaders', async () => {
    await reported(house())
    const members = {
      [UNIT_GROUP]: 'u-zhangwei',
      wrHUANBAO: 'u-dujuan',
      [COMMAND]: 'u-zhouting',
      [LEADERS]: 'u-chenzhen',
    }
    for (const [group, member] of Object.entries(members)) {
      await house().person(member).says('进度 0001', { group })
      house().expects(group, 'QS261124-0001', '王家村')
    }
    await house().person('u-sunmei').says('进度 0001', { group: OTHER_GROUP })
    house().expects(OTHER_GROUP, UNKNOWN)
  })

  it('is not said in a group that has nothing to do with it, even to who reported it', async () => {
    const reporter = house().person('u-sunmei')
    await reporter.says(STALL)
    house().readsAll()
    for (const asked of ['进度', '进度 0001', '详情 0001']) {
      await reporter.says(asked, { group: OTHER_GROUP })
      expect(house().expects(OTHER_GROUP, ALONE).content).not.toMatch(GIVEN_AWAY)
    }
  })

  it.each(['请保密，', '匿名举报，'])(
    'of a case begun with 「%s」 is said in no group, but to each alone',
    async (kept) => {
      await house().person('v-lihua').says(`${kept}${STALL}`)
      house().readsAll()
      for (const [group, member] of [[UNIT_GROUP, 'u-zhangwei'] as const, [COMMAND, 'u-zhouting'] as const])
        for (const asked of ['进度 0001', '详情 0001']) {
          await house().person(member).says(asked, { group })
          expect(house().expects(group, ALONE).content).not.toMatch(GIVEN_AWAY)
        }
      await house().person('u-zhangwei').says('进度 0001')
      house().expects('u-zhangwei', 'QS261124-0001', '王家村')
    },
  )
})

describe('a list asked for in a group', () => {
  const house = eachTestHasAHouse()

  it('keeps what was told in confidence to itself, and says whom to ask', async () => {
    await house().person('v-lihua').says(`请保密，${STALL}`)
    await house().person('v-zhaomin').says('下渡村有人占道摆摊，堵住了路')
    house().readsAll()
    await house().person('u-zhangwei').says('我的任务', { group: UNIT_GROUP })
    const list = house().expects(UNIT_GROUP, '本单位待签收', ALONE).content
    expect(list).toContain('0002')
    expect(list).not.toMatch(GIVEN_AWAY)
    await house().person('u-zhangwei').says('我的任务')
    house().expects('u-zhangwei', '0001', '0002')
    await house().forward('1d')
    house().readsAll()
    await house().person('u-zhouting').says('今日', { group: COMMAND })
    const today = house().expects(COMMAND, '今日情况', '0001 内容不在群里说', '单独发“详情 0001”给我').content
    expect(today).toContain('0002 下渡村')
    // its number and unit are no secret; what was told is
    expect(today).not.toMatch(/王家村|蔬菜|流动/u)
  })
})
