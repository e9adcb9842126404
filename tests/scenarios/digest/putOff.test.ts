import { describe, expect, it } from 'vitest'
import { checkCard } from '../../../bot/render/check.ts'
import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { textOf } from '../house.ts'
import { CASE_NO, eachTestHasAHouse, keyOf, LEADERS } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`
const PLACES = ['王家村', '李家沟', '张庄村', '青石街社区']

describe('what the leaders’ group does not listen to', () => {
  const house = eachTestHasAHouse()

  it('is named with place and button on the card of the evening, or follows it; who reported it is not told otherwise', async () => {
    await house().nights()
    const numbers: string[] = []
    for (const place of PLACES) {
      await house().person('v-lihua').says(`${place}村口有人占道摆摊`)
      numbers.push(CASE_NO.exec(house().expects('v-lihua', CASE_NO).content)?.[0] ?? '')
      house().readsAll()
    }
    await house().person('u-chenzhen').says('只听紧急', { group: LEADERS })
    house().expects(LEADERS, '只听：紧急')
    await house().until(at('12-02', '09:59'))
    house().readsAll()
    await house().until(at('12-02', '10:05'))
    house().expects('v-lihua', '超过了时限', '领导最迟12月2日 周三 18:00看到')
    house().readsAll()
    await house().until(at('12-02', '17:59'))
    house().hearsNothing(LEADERS)
    house().readsAll()
    await house().until(at('12-02', '18:05'))
    const card = house().expects(LEADERS, '青石镇晚报 12月2日', '上报领导')
    expect(checkCard(card.card as unknown as TemplateCard)).toEqual([])
    expect(keyOf(card, 'detail')).toBe(`detail:${numbers[0]}`)
    const said = [textOf(card), ...house().unread(LEADERS).map(textOf)].join('\n')
    for (const [i, no] of numbers.entries()) {
      expect(said, no).toMatch(new RegExp(`${no.slice(-4)}\\S*\\s+${PLACES[i]}`, 'u'))
    }
    house().readsAll()
  })
})
