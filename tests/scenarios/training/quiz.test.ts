import { beforeEach, describe, expect, it } from 'vitest'
import type { Bubble } from '../../../simulator/api.ts'
import type { Town } from '../../../domain/town.ts'
import type { House } from '../house.ts'
import { ofKind } from '../../../domain/book/entry.ts'
import { onMorning, QUIZ } from '../../../handlers/training/morning.ts'
import { worldOf } from '../../../handlers/world.ts'
import { eachTestHasAHouse } from '../story.ts'

const withTraining = (towns: readonly Town[]): readonly Town[] => towns.map((town) => ({ ...town, training: true }))
const LEARNERS = 21

const quizzes = async (house: House) =>
  ofKind(await house.core.ctx.store.entries({ kinds: ['quiz'], limit: 500 }), 'quiz')
const quizOf = async (house: House, userid: string) => {
  const quiz = (await quizzes(house)).find(({ owner }) => owner === userid)
  if (!quiz) throw new Error(`${userid} was asked nothing`)
  return quiz
}
/** The button of the right option, or of a wrong one. */
const button = async (house: House, userid: string, right: boolean): Promise<string> => {
  const { no, data } = await quizOf(house, userid)
  const at = right ? data.question.right : data.question.right === 0 ? 1 : 0
  return `quiz-answer:${no}:${'ABCD'[at] ?? ''}`
}
const keys = (card: Bubble): string[] => {
  const buttons = card.card?.['button_list']
  return Array.isArray(buttons) ? buttons.map(({ key }: { key: string }) => key) : []
}

describe('每日一题', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T00:01:00+08:00', towns: withTraining })
  beforeEach(() => house().nights())
  const officer = () => house().person('u-zhangwei')

  it('comes at eight on a working day, to officers and heads, each alone, and not the same for all', async () => {
    await house().until('2026-11-24T07:59:00+08:00')
    house().hearsNothing('u-zhangwei')
    await house().until('2026-11-24T08:01:00+08:00')
    const card = house().expects('u-zhangwei', '每日一题', '11月24日')
    expect(keys(card).length).toBeGreaterThanOrEqual(3)
    house().expects('u-liqiang', '每日一题')
    house().hearsNothing('u-zhouting', 'u-chenzhen', 'u-songming', 'wrCHENGGUAN', 'wrCOMMAND')
    const asked = await quizzes(house())
    expect(asked).toHaveLength(LEARNERS)
    expect(new Set(asked.map(({ no }) => no)).size).toBe(LEARNERS)
    expect(new Set(asked.map(({ data }) => data.question.key)).size).toBeGreaterThan(8)
    house().readsAll()
  })

  it('says right or wrong at once, with where the answer stands; a second tap changes nothing', async () => {
    await house().until('2026-11-24T08:01:00+08:00')
    const card = house().expects('u-zhangwei', '每日一题')
    await officer().taps(card, await button(house(), 'u-zhangwei', false))
    const answered = house().expects('u-zhangwei', '答错了，应选', '答案在', '权责清单')
    expect(keys(answered)).toHaveLength(1)
    await officer().taps(card, await button(house(), 'u-zhangwei', true), { stale: true })
    house().reads('u-zhangwei')
    expect(await quizOf(house(), 'u-zhangwei')).toMatchObject({ state: 'wrong' })
    const other = house().expects('u-wangfang', '每日一题')
    await house()
      .person('u-wangfang')
      .taps(other, await button(house(), 'u-wangfang', true))
    house().expects('u-wangfang', '答对了')
    await officer().says('错题')
    officer().expects('错题', '您答：', '正确：', '11月27日')
    await officer().says('我的学习')
    officer().expects('出题 1 道', '答对 0 道', '错题 1 道')
    house().readsAll()
  })

  it('counts two taps at the same time once', async () => {
    await house().until('2026-11-24T08:01:00+08:00')
    const card = house().expects('u-zhangwei', '每日一题')
    await Promise.all([
      officer().taps(card, await button(house(), 'u-zhangwei', true)),
      officer().taps(card, await button(house(), 'u-zhangwei', false)),
    ])
    await house().settled()
    const rows = await house().rowsOf("SELECT data FROM event WHERE type = 'quiz-answered'")
    expect(rows).toHaveLength(1)
    house().readsAll()
  })

  it('is answered in words, too; late it still teaches, and asks the wrong again after three days', async () => {
    await house().until('2026-11-24T08:01:00+08:00')
    const { no, data } = await quizOf(house(), 'u-zhangwei')
    house().readsAll()
    await house().until('2026-11-25T07:00:00+08:00')
    await officer().says(`答题 ${no} ${'ABCD'[data.question.right === 0 ? 1 : 0]}`)
    officer().expects('答错了', '过了当天')
    await officer().says('我的学习')
    officer().expects('过了当天才答 1 道')
    await house().person('u-wangfang').says(`答题 ${no} A`)
    house().expects('u-wangfang', '没有找到您的这道题')
    house().readsAll()
    await house().until('2026-11-30T08:01:00+08:00')
    const again = (await quizzes(house())).filter(
      ({ owner, data: { again: isAgain } }) => owner === 'u-zhangwei' && isAgain,
    )
    expect(again.map(({ data: { question } }) => question.key)).toEqual([data.question.key])
    house().expects('u-zhangwei', '错题再答')
    house().readsAll()
  })

  it('does not come at the weekend, and not to who stopped it', async () => {
    await officer().says('停学习')
    officer().expects('早上不再给您发题')
    await house().until('2026-11-24T08:01:00+08:00')
    house().hearsNothing('u-zhangwei')
    house().readsAll()
    await house().until('2026-11-28T00:01:00+08:00')
    house().readsAll()
    const before = (await quizzes(house())).length
    await house().until('2026-11-29T20:00:00+08:00')
    expect((await quizzes(house())).length).toBe(before)
    await officer().says('开学习')
    officer().expects('工作日早上给您发一道题')
    await house().until('2026-11-30T08:01:00+08:00')
    house().expects('u-zhangwei', '每日一题')
    house().readsAll()
  })

  it('shows the command room units, and a head his own people, alone', async () => {
    await house().until('2026-11-24T08:01:00+08:00')
    const card = house().expects('u-zhangwei', '每日一题')
    await officer().taps(card, await button(house(), 'u-zhangwei', true))
    house().readsAll()
    await house().person('u-zhouting').says('学习情况')
    const { content } = house().expects(
      'u-zhouting',
      '城管中队：出题 3 道，答了 1 道（33%），答对 1 道（100%）',
      '派出所',
    )
    expect(content).not.toMatch(/张伟|没有开/u)
    await house().person('u-liqiang').says('学习情况')
    expect(house().expects('u-liqiang', '本单位', '张伟：出题 1 道').content).not.toContain('派出所')
    await house().person('u-liqiang').says('学习情况', { group: 'wrCHENGGUAN' })
    expect(house().expects('wrCHENGGUAN', '城管中队').content).not.toContain('张伟')
    await officer().says('学习情况')
    officer().expects('我的学习')
    await officer().says('错题', { group: 'wrCHENGGUAN' })
    house().expects('wrCHENGGUAN', '单独发给我')
  })

  it('goes on after a restart in the night', async () => {
    await house().until('2026-11-24T06:00:00+08:00')
    await house().restart()
    await house().nights()
    await house().until('2026-11-24T08:01:00+08:00')
    house().expects('u-zhangwei', '每日一题')
    await house().restart()
    await house().nights()
    expect(await quizzes(house())).toHaveLength(LEARNERS)
    house().readsAll()
  })
})

describe('每日一题 on the national holiday', () => {
  const house = eachTestHasAHouse({ at: '2026-09-30T20:00:00+08:00', towns: withTraining })
  beforeEach(() => house().nights())

  it('is not asked until people work again', async () => {
    await house().until('2026-10-07T23:00:00+08:00')
    expect(await quizzes(house())).toEqual([])
    await house().until('2026-10-08T08:01:00+08:00')
    house().expects('u-zhangwei', '每日一题')
    house().readsAll()
  })
})

/** Sixty more officers. */
const withMany = (towns: readonly Town[]): readonly Town[] =>
  withTraining(towns).map((town) => ({ ...town, people: [...town.people, ...more(town)] }))
const more = ({ people }: Town): Town['people'] =>
  Array.from({ length: 60 }, (_, n) =>
    people.slice(1, 2).map((person) => ({ ...person, userid: `u-more${String(n).padStart(2, '0')}` })),
  ).flat()

describe('每日一题 of a large township', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T00:01:00+08:00', towns: withMany })
  beforeEach(() => house().nights())

  it('is asked in several transactions, each person once', async () => {
    const now = new Date('2026-11-24T08:00:00+08:00')
    const { ctx } = house().core
    const world = worldOf({ ...ctx, now: () => now })
    const slice = async (step: number) => {
      const row = { id: 'x', subject: 'training-QS', kind: QUIZ, dueAt: now, step }
      const { entries = [], timers = [] } = await onMorning(ctx, row, world)
      return [entries.length, timers[0]?.step]
    }
    expect(await Promise.all([0, 25, 50, 75].map(slice))).toEqual([
      [25, 25],
      [25, 50],
      [25, 75],
      [6, 0],
    ])
    await house().until('2026-11-24T08:01:00+08:00')
    const owners = (await quizzes(house())).map(({ owner }) => owner)
    expect(owners).toHaveLength(LEARNERS + 60)
    expect(new Set(owners).size).toBe(LEARNERS + 60)
    house().expects('u-more59', '每日一题')
    house().readsAll()
  })
})

describe('每日一题 where the township does not have it', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T07:00:00+08:00' })
  beforeEach(() => house().nights())

  it('comes to who asks for it, once a day', async () => {
    await house().until('2026-11-24T08:20:00+08:00')
    house().hearsNothing('u-zhangwei')
    await house().person('u-zhangwei').says('每日一题')
    house().expects('u-zhangwei', '每日一题', '11月24日')
    await house().person('u-zhangwei').says('每日一题')
    house().expects('u-zhangwei', '每日一题')
    expect(await quizzes(house())).toHaveLength(1)
    await house().person('u-zhouting').says('每日一题')
    house().expects('u-zhouting', '只出给执法人员')
    await house().person('u-zhangwei').says('帮助 学习')
    house().expects('u-zhangwei', '每日一题', '存知识')
  })
})
