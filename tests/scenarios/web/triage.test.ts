import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AskLine } from '../../../web/triage/ask.ts'
import type { PairLine } from '../../../web/triage/pairs.ts'
import type { UndeliveredLine } from '../../../web/triage/undelivered.ts'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Desk = Readonly<{
  waiting: readonly AskLine[]
  returned: readonly AskLine[]
  undelivered: readonly UndeliveredLine[]
  pairs: readonly PairLine[]
}>
type Said = Readonly<{ ok: boolean; said: readonly string[]; learnt: boolean }>

describe('the triage desk', () => {
  let house: House
  let web: Web
  let dispatcher: Visitor

  beforeAll(async () => {
    house = await openHouse({ strangers: ['u-zhangwei'] })
    web = await openPages(house)
    dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
  })

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  const desk = async (who = dispatcher): Promise<Desk> => (await who.get('/api/triage')).body as Desk
  const act = async (no: string, body: object): Promise<Said> => {
    const said = (await dispatcher.post(`/api/cases/${no}/acts`, body)).body as Said
    await house.settled()
    house.readsAll()
    return said
  }
  const reports = async (who: string, ...words: readonly string[]): Promise<string> => {
    for (const text of words) await house.person(who).says(text)
    house.readsAll()
    return (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
  }

  it('shows what nobody could place, with candidates; a choice is an order, and teaches where it can', async () => {
    const no = await reports('v-lihua', '王家村渠里漂一层东西')
    const [waits] = (await desk()).waiting
    expect(waits).toMatchObject({ row: { no }, why: 'unsure' })
    expect(waits?.candidates.length).toBeGreaterThan(1)
    expect(waits?.acts).toContain('assign')
    const unknown = await act(no, { act: 'assign', unit: '没有这个所' })
    expect(unknown).toMatchObject({ ok: false, learnt: false })
    const { ok, learnt } = await act(no, { act: 'assign', unit: '生态环境所' })
    expect(ok).toBe(true)
    expect(learnt).toBe(true)
    expect((await desk()).waiting).toEqual([])
  })

  it('shows what a unit gave back, with its reason and who; a ruling that names the item teaches', async () => {
    const no = await reports('v-zhaomin', '东关市场有人占道摆摊')
    await house.person('u-wangfang').says(`退回 ${no} 不是我们的路段`)
    house.readsAll()
    const [back] = (await desk()).returned
    expect(back).toMatchObject({ row: { no }, why: 'returned', by: '城管中队 王芳', reason: '不是我们的路段' })
    expect(new Date(back?.until ?? 0).getTime()).toBeGreaterThan(house.clock.now().getTime())
    expect(await act(no, { act: 'rule', unit: '城管中队', words: '占道经营' })).toMatchObject({
      ok: true,
      learnt: true,
    })
    expect((await desk()).returned).toEqual([])
  })

  it('says who was not reached, at which door, and what to do; never a word of the platform', async () => {
    const missed = (await desk()).undelivered.filter(({ message }) => message.to.includes('张伟'))
    expect(missed).toHaveLength(1)
    expect(missed[0]?.message.why).toContain('从没给哨子发过消息')
    expect(missed[0]?.message.todo).toContain('先给哨子随便发一句话')
  })

  it('shows pairs that may be one; two that are apart are not asked about again, for anybody', async () => {
    const words = '天天一大早有人占道摆摊卖菜'
    const one = await reports('v-lihua', words, '说不清楚')
    const other = await reports('v-zhaomin', words, '说不清楚')
    await house.forward('2m')
    house.readsAll()
    const [pair] = (await desk()).pairs
    expect([pair?.one.row.no, pair?.other.row.no]).toEqual([one, other])
    const leader = await new Visitor(web).signIn(house, 'u-chenzhen')
    expect(await act(other, { act: 'apart', other: one })).toMatchObject({ ok: true, learnt: true })
    expect((await desk(leader)).pairs).toEqual([])
    expect(await act(one, { act: 'merge', other })).toMatchObject({ ok: true })
  })

  it('keeps a complaint about the staff from the command room, and gives it to the supervisor', async () => {
    await reports('v-lihua', '王家村有人占道摆摊，举报城管中队张伟收了摊贩的钱')
    const supervisor = await new Visitor(web).signIn(house, 'u-songming')
    const kept = (await desk(supervisor)).waiting.find(({ why }) => why === 'conflict')
    expect(kept?.row.no).toMatch(/^QS/)
    expect(JSON.stringify(await desk())).not.toContain(kept?.row.no)
    expect(kept?.candidates.map(({ id }) => id)).not.toContain('chengguan')
  })
})
