import { beforeAll, describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import type { NewLesson } from '../../domain/decision.ts'
import type { Town } from '../../domain/town.ts'
import { pairPrecedentOf, precedentOf } from '../../domain/triage/precedent.ts'

const lesson = (id: string, text: string, more: Partial<NewLesson> = {}): NewLesson => ({
  ...{ id, taskId: id, town: 'QS', text, item: null, lead: 'shuili', by: 'u-zhouting', at: new Date(0) },
  ...{ otherId: null, other: null, same: null, takenBy: null, takenAt: null },
  ...more,
})

describe('what was decided before on words like these', () => {
  let town: Town
  beforeAll(async () => {
    const loaded = await loadTowns('config/town')
    if (!loaded.ok || !loaded.towns[0]) throw new Error('no sample')
    ;[town] = [loaded.towns[0]]
  })

  it.each([
    ['the same in another village', '李家沟渠里漂一层东西', 'a'],
    ['with more said', '那个渠里漂了一层东西，臭得很', 'a'],
    ['only the village is the same', '王家村村口的石狮子让人心里不踏实', null],
    ['something else', '学校门口没有红绿灯', null],
    ['nothing', '', null],
  ])('%s: 「%s」', (_what, text, expected) => {
    const known = [lesson('a', '王家村渠里漂一层东西')]
    expect(precedentOf(text, town, known)?.lesson.id ?? null).toBe(expected)
  })

  it('says which words it was, and the newest counts where several say the same', () => {
    const known = [lesson('new', '王家村渠里漂一层东西'), lesson('old', '王家村渠里漂一层东西')]
    expect(precedentOf('李家沟渠里漂一层东西', town, known)).toMatchObject({
      lesson: { id: 'new' },
      words: ['渠里漂一层东西'],
    })
  })

  it('nothing that was taken back, and nothing about two cases, says who leads', () => {
    const text = '王家村渠里漂一层东西'
    const known = [lesson('a', text, { takenAt: new Date(1) }), lesson('b', text, { other: text, same: true })]
    expect(precedentOf(text, town, known)).toBeNull()
  })

  it('two cases are like two others, whichever came first; one alike is not enough', () => {
    const known = [
      lesson('a', '东关市场天天有人占道卖菜', { otherId: 'z', other: '路口水管爆了到处淌水', same: false }),
    ]
    const crossed = pairPrecedentOf(['路口水管又爆了到处淌水', '东关市场有人占道卖菜'], town, known)
    expect(crossed?.lesson.same).toBe(false)
    expect(pairPrecedentOf(['路口水管又爆了到处淌水', '学校门口没有红绿灯'], town, known)).toBeNull()
  })
})
