import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AskLine } from '../../../web/triage/ask.ts'
import type { LessonLine, NameLine } from '../../../web/triage/lessons.ts'
import type { PairLine } from '../../../web/triage/pairs.ts'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Desk = Readonly<{ waiting: readonly AskLine[]; returned: readonly AskLine[]; pairs: readonly PairLine[] }>
type Learnt = Readonly<{ lessons: readonly LessonLine[]; names: readonly NameLine[] }>

describe('every correction teaches', () => {
  let house: House
  let web: Web
  let dispatcher: Visitor

  beforeEach(async () => {
    house = await openHouse()
    web = await openPages(house)
    dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
  })

  afterEach(async () => {
    house.readsAll()
    await web.close()
    await house.close()
  })

  const desk = async (): Promise<Desk> => (await dispatcher.get('/api/triage')).body as Desk
  const learnt = async (): Promise<Learnt> => (await dispatcher.get('/api/lessons')).body as Learnt
  const act = async (no: string, body: object) => {
    const { body: said } = await dispatcher.post(`/api/cases/${no}/acts`, body)
    await house.settled()
    return said as Readonly<{ ok: boolean; said: readonly string[]; learnt: boolean }>
  }
  const reports = async (who: string, ...words: readonly string[]): Promise<string> => {
    for (const text of words) await house.person(who).says(text)
    return (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
  }

  it('corrected once, the next like message is suggested rightly, with the words; taken back, it is not', async () => {
    const first = await reports('v-lihua', '王家村渠里漂一层东西')
    expect((await desk()).waiting[0]?.guess.before).toBeNull()
    expect(await act(first, { act: 'assign', unit: '生态环境所' })).toMatchObject({ ok: true, learnt: true })
    const second = await reports('v-zhaomin', '李家沟那条渠里又漂一层东西')
    const [asks] = (await desk()).waiting
    expect(asks?.row.no).toBe(second)
    expect(asks?.candidates[0]?.name).toBe('生态环境所')
    expect(asks?.guess.before).toMatchObject({ no: first, unit: '生态环境所', same: null })
    expect(asks?.guess.before?.words).toContain('漂一层东西')
    const { lessons } = await learnt()
    expect(lessons).toMatchObject([{ no: first, unit: '生态环境所', taken: false }])
    const said = await act(first, { act: 'unlearn' })
    expect(said.said.join()).toContain('不再这样猜')
    expect((await desk()).waiting[0]?.guess.before).toBeNull()
    expect((await learnt()).lessons).toMatchObject([{ no: first, taken: true }])
    expect(await house.core.ctx.store.lessons(10)).toEqual([])
    expect((await act(first, { act: 'unlearn' })).said.join()).toContain('没有要忘的')
  })

  it('never goes before the words of the duty list', async () => {
    const first = await reports('v-lihua', '王家村渠里漂一层东西')
    await act(first, { act: 'assign', unit: '生态环境所', words: '占道经营' })
    await reports('v-zhaomin', '李家沟渠边有人占道摆摊，漂一层东西')
    const stalls = await house.core.ctx.store.tasks({ lead: 'chengguan', limit: 9 })
    expect(stalls).toMatchObject([{ stage: 'dispatched' }])
  })

  it('two that were said to be two, and two that were said to be one', async () => {
    const words = '天天一大早有人占道摆摊卖菜'
    const [one, other] = [await reports('v-lihua', words, '说不清楚'), await reports('v-zhaomin', words, '说不清楚')]
    await house.forward('2m')
    expect((await desk()).pairs[0]?.before).toBeNull()
    expect(await act(other, { act: 'apart', other: one })).toMatchObject({ ok: true, learnt: true })
    expect((await desk()).pairs).toEqual([])
    expect((await learnt()).lessons).toMatchObject([{ no: other, other: one, same: false, taken: false }])
    await act(one, { act: 'merge', other })
    expect((await learnt()).lessons.map(({ same, taken }) => [same, taken])).toEqual([
      [true, false],
      [false, true],
    ])
    await act(one, { act: 'split', other })
    expect((await learnt()).lessons.map(({ same, taken }) => [same, taken])).toEqual([
      [false, false],
      [true, true],
      [false, true],
    ])
  })

  it('a place that was put right is another name of the village once an admin agrees', async () => {
    const no = await reports('v-lihua', '有人在老王庄占道摆摊', '说不清楚')
    await act(no, { act: 'place', words: '王家村' })
    expect((await learnt()).names).toMatchObject([{ village: '王家村', no, state: 'proposed' }])
  })
})
