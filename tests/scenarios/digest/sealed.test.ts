import { describe, expect, it } from 'vitest'
import { textOf } from '../house.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, LEADERS, UNIT_GROUP } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`
const TELLING = /王家村|占道|摆摊/u

describe('a case told in confidence, in a group that does not work on it', () => {
  const house = eachTestHasAHouse()

  /** It goes to 城管中队, and nobody signs it. */
  const told = async () => {
    await house().person('v-lihua').says('保密，王家村村口有人占道摆摊')
    const caseNo = CASE_NO.exec(house().expects('v-lihua', CASE_NO).content)?.[0] ?? ''
    house().readsAll()
    return caseNo
  }

  it('is a number, a unit and a clock, in alerts, on the card and in every list; the unit reads all of it', async () => {
    await house().nights()
    const caseNo = await told()
    await house().until(at('11-24', '12:01'))
    house().expects(UNIT_GROUP, '签收超时', caseNo, '王家村')
    house().readsAll()
    await house().until(at('11-24', '14:31'))
    const alert = house().expects(
      COMMAND,
      '签收超时',
      caseNo,
      '主办：城管中队',
      '内容不在群里说',
      '“详情 0001”',
    ).content
    expect(alert).not.toMatch(TELLING)
    house().readsAll()
    await house().until(at('11-24', '17:59'))
    house().readsAll()
    await house().until(at('11-24', '18:01'))
    const card = house().expects(COMMAND, '晚报', '城管中队 1')
    expect(textOf(card)).not.toMatch(TELLING)
    house().readsAll()
    for (const order of ['今日', '超期清单', '简报']) {
      await house().person('u-zhouting').says(order, { group: COMMAND })
      const [said] = house().unread(COMMAND)
      expect(textOf(said ?? card), order).toMatch(/城管中队/u)
      expect(textOf(said ?? card), order).not.toMatch(TELLING)
      house().readsAll()
    }
    await house().person('u-zhouting').says('超期清单')
    house().expects('u-zhouting', '0001 王家村')
    await house().person('u-zhouting').says('详情 0001')
    house().expects('u-zhouting', caseNo, '王家村')
    house().readsAll()
  })

  it('leaders read in their group which unit is late, and ask alone', async () => {
    const caseNo = await told()
    await house().until(at('12-02', '09:59'))
    house().readsAll()
    await house().until(at('12-02', '10:02'))
    const alert = house().expects(LEADERS, '办结超时', caseNo, '城管中队', '请单独发').content
    expect(alert).not.toMatch(TELLING)
    house().readsAll()
  })
})
