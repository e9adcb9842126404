import { beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../../../bot/render/check.ts'
import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { textOf } from '../house.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, LEADERS, reported } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`

describe('the cards of the day', () => {
  const house = eachTestHasAHouse()
  beforeEach(() => house().nights())

  it('at 08:30 the command room reads what is overdue, unit by unit, on a card that WeCom takes', async () => {
    const { caseNo } = await reported(house())
    await house().until(at('11-25', '08:29'))
    house().readsAll()
    await house().until(at('11-25', '08:31'))
    const card = house().expects(COMMAND, '青石镇早报 11月25日', '超期', '城管中队 1')
    expect(checkCard(card.card as unknown as TemplateCard)).toEqual([])
    house().hearsNothing(LEADERS)
    await house().person('u-zhouting').taps(card, keyOf(card, 'overdues'))
    expect(house().expects(COMMAND, '超期清单').content).toContain(`**城管中队** 1 件：${caseNo.slice(-4)} 王家村`)
    await house().person('u-zhouting').taps(card, keyOf(card, 'detail'))
    house().expects(COMMAND, caseNo, '派单')
    house().readsAll()
  })

  it('leaders read only what has reached them, and what waits for a ruling too long', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-zhangwei').says('签收')
    await house().until(at('12-02', '17:59'))
    house().readsAll()
    await house().until(at('12-02', '18:01'))
    const card = house().expects(LEADERS, '青石镇晚报 12月2日', '上报领导')
    expect(textOf(card)).toContain(caseNo.slice(-4))
    house().readsAll()
  })

  it('nothing that needs anybody: nobody hears anything', async () => {
    await finished(house())
    house().readsAll()
    await house().until(at('11-25', '09:00'))
    house().hearsNothing(COMMAND, LEADERS)
    house().readsAll()
  })

  it('no card on a Sunday', async () => {
    await reported(house())
    await house().until(at('11-29', '08:00'))
    house().readsAll()
    await house().until(at('11-29', '20:00'))
    house().hearsNothing(COMMAND, LEADERS)
    house().readsAll()
  })

  it('the first one comes on the day of the start, and once however often the program is started', async () => {
    await reported(house())
    await house().until(at('11-24', '17:59'))
    house().readsAll()
    await house().restart()
    await house().nights()
    await house().until(at('11-24', '18:01'))
    house().expects(COMMAND, '青石镇晚报 11月24日', '超期')
    house().readsAll()
    await house().restart()
    await house().nights()
    await house().until(at('11-25', '08:29'))
    expect(
      house()
        .unread(COMMAND)
        .map(textOf)
        .filter((said) => said.includes('晚报')),
    ).toEqual([])
    house().readsAll()
  })

  it('what waits for a unit stands on the card of the room; its dispatchers do not read it a second time beside it', async () => {
    await house().until(at('11-24', '17:30'))
    await house().person('v-lihua').says('王家村村口的石狮子让人心里不踏实')
    await house().until(at('11-25', '08:29'))
    house().readsAll()
    await house().until(at('11-25', '08:31'))
    const card = house().expects(COMMAND, '早报', '等派单')
    expect(card.card).not.toBeNull()
    house().hearsNothing('u-zhouting', 'u-hepeng')
    house().readsAll()
  })

  it('the list goes on: unit by unit, page by page', async () => {
    await reported(house())
    await house().until(at('11-25', '09:00'))
    house().readsAll()
    const clerk = house().person('u-zhouting')
    await clerk.says('超期清单 城管中队')
    clerk.expects('超期清单（城管中队）', '0001 王家村')
    await clerk.says('超期清单2')
    clerk.expects('第 2 页没有了')
    await clerk.says('超期清单 天文台')
    clerk.expects('没看懂要看哪个单位的', '超期清单 2')
    await house().person('u-chenzhen').says('简报')
    house().expects('u-chenzhen', '没有要您过问的', '超期 1 件')
    house().readsAll()
  })
})
