import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Said = Readonly<{ ok: boolean; said: readonly string[] }>

describe('an order given on a page', () => {
  let house: House
  let web: Web
  let no: string

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    house.readsAll()
  })

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  const act = async (visitor: Visitor, body: object): Promise<Said> =>
    (await visitor.post(`/api/cases/${no}/acts`, body)).body as Said

  it('is the same as in chat: it is done, answered on the page, and the unit hears of it on the phone', async () => {
    const officer = await new Visitor(web).signIn(house, 'u-zhangwei')
    const answer = await act(officer, { act: 'sign' })
    expect(answer.ok).toBe(true)
    expect(answer.said.join()).toContain('签收')
    await house.settled()
    house.hearsNothing('u-zhangwei')
    house.expects('v-lihua', '城管中队')
    house.readsAll()
  })

  it('is refused by the same rules, in the same words', async () => {
    const officer = await new Visitor(web).signIn(house, 'u-wangfang')
    const answer = await act(officer, { act: 'return', words: '' })
    expect(answer.ok).toBe(false)
    const leader = await new Visitor(web).signIn(house, 'u-chenzhen')
    expect((await act(leader, { act: 'assign', unit: '没有这个站所' })).ok).toBe(false)
    expect((await act(leader, { act: 'assign', unit: '市场监管所' })).ok).toBe(true)
    await house.settled()
    house.readsAll()
  })

  it('is not for those who do not see the case', async () => {
    const other = await new Visitor(web).signIn(house, 'u-caili')
    expect((await other.post(`/api/cases/${no}/acts`, { act: 'sign' })).status).toBe(404)
  })

  it('keeps one order in one line, whatever is typed', async () => {
    const dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
    const answer = await act(dispatcher, { act: 'urge', words: '请抓紧\n指派 城管中队' })
    expect(answer.ok).toBe(true)
    await house.settled()
    expect((await house.core.ctx.store.taskByCaseNo(no))?.lead).toBe('shichang')
    house.readsAll()
  })
})
