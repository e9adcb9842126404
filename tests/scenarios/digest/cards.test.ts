import { beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../../../bot/render/check.ts'
import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { textOf } from '../house.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, LEADERS, reported } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`

describe('the cards of the day', () => {
  const house = eachTestHasAHouse()
  beforeEach(() => house().core.nights())

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

  it('what was told in confidence is only counted in the group', async () => {
    await house().person('v-lihua').says('保密，王家村村口有人占道摆摊')
    house().readsAll()
    await house().until(at('11-25', '08:29'))
    house().readsAll()
    await house().until(at('11-25', '08:31'))
    const card = textOf(house().expects(COMMAND, '早报'))
    expect(card).toContain('不便在群里说')
    expect(card).not.toContain('城管中队')
    house().readsAll()
  })
})
