import { beforeEach, describe, expect, it } from 'vitest'
import type { RuleKey, RuleValue } from '../../../domain/rules/table.ts'
import type { Town } from '../../../domain/town.ts'
import { rulesWith } from '../../../domain/rules/ruleOf.ts'
import { textOf } from '../house.ts'
import { COMMAND, eachTestHasAHouse, finished, LEADERS, reported } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`

const withRule =
  <K extends RuleKey>(key: K, value: RuleValue<K>) =>
  (towns: readonly Town[]): readonly Town[] =>
    towns.map((town) => {
      const row = { key, value, basis: '示例', validFrom: null, validUntil: null }
      return { ...town, policy: { ...town.policy, rules: [...rulesWith([]), row] } }
    })

describe('where the township wants to hear that all is quiet', () => {
  const house = eachTestHasAHouse({ towns: withRule('digest.quiet', true) })
  beforeEach(() => house().nights())

  it('one line comes to each, and no card', async () => {
    await finished(house())
    house().readsAll()
    await house().until(at('11-25', '08:29'))
    house().readsAll()
    await house().until(at('11-25', '08:31'))
    for (const chat of [COMMAND, LEADERS]) {
      expect(house().unread(chat)).toHaveLength(1)
      const { card, content } = house().expects(chat, '青石镇', '早报：没有要您办的事。')
      expect(card).toBeNull()
      expect(content.trim().split('\n')).toHaveLength(1)
      expect(content).toContain('新收 0 件，办结 0 件；在办 0 件')
    }
  })
})

describe('where the township wants cards on rest days, too', () => {
  const house = eachTestHasAHouse({ towns: withRule('digest.rest', true) })

  it('there is one on a Sunday', async () => {
    await house().nights()
    await reported(house())
    await house().until(at('11-29', '08:29'))
    house().readsAll()
    await house().until(at('11-29', '08:31'))
    house().expects(COMMAND, '青石镇早报 11月29日', '城管中队 1')
    house().readsAll()
  })
})

describe('over a holiday', () => {
  const house = eachTestHasAHouse({ at: at('09-30', '15:00') })

  it('nobody hears anything; the first day of work brings the card, what was overdue meanwhile, and both posters', async () => {
    await house().nights()
    await reported(house())
    await house().until(at('09-30', '18:10'))
    house().readsAll()
    await house().until(at('10-08', '08:29'))
    const cards = house()
      .unread(COMMAND)
      .filter((bubble) => /[早晚]报/u.test(textOf(bubble)))
    expect(cards).toEqual([])
    house().readsAll()
    await house().until(at('10-08', '08:31'))
    house().expects(COMMAND, '青石镇早报 10月8日', '城管中队 1')
    expect(
      house()
        .unread(COMMAND)
        .filter(({ kind }) => kind === 'image'),
    ).toHaveLength(2)
    house().readsAll()
  })
})

describe('a poster', () => {
  const house = eachTestHasAHouse()

  it('that the platform will not take is said in words, to everybody who should have had it', async () => {
    await house().nights()
    await finished(house())
    house().readsAll()
    await house().until(at('11-30', '08:29'))
    house().readsAll()
    house().simulator.faults.reject(2, 40058, 'aibot_upload_media_init')
    await house().until(at('11-30', '08:31'))
    for (const chat of [COMMAND, LEADERS]) {
      house().expects(chat, '青石镇周报 11月23日', '新收 1 件，办结 1 件', '城管中队 1 件')
      expect(
        house()
          .unread(chat)
          .filter(({ kind }) => kind === 'image'),
      ).toEqual([])
    }
    house().readsAll()
  })
})
