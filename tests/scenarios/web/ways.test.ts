import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageOf } from '../../../domain/open/order.ts'
import { senderOf } from '../../../domain/open/sender.ts'
import type { CasePage } from '../../../web/cases/page.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, type House } from '../house.ts'
import { UNIT_GROUP } from '../story.ts'
import { openPages, Visitor } from './door.ts'

describe('by which way each step of a case came', () => {
  let house: House
  let web: Web
  let dispatcher: Visitor

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
  })

  afterAll(async () => {
    await web.close()
    house.readsAll()
    await house.close()
  })

  const newest = async (): Promise<string> => (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
  const steps = async (no: string) =>
    ((await dispatcher.get(`/api/cases/${no}`)).body as CasePage).timeline.map(({ name, who, way }) => [name, who, way])

  it('is said of every step of a person: bot, group, page; the system needs none', async () => {
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    const no = await newest()
    await house.person('u-zhangwei').says(`签收 ${no}`, { group: UNIT_GROUP })
    const unit = await new Visitor(web).signIn(house, 'u-zhangwei')
    await unit.post(`/api/cases/${no}/acts`, { act: 'feedback', words: '已到现场，摊主正在收摊' })
    await house.settled()
    const told = await steps(no)
    expect(told).toContainEqual(['受理', '反映人', '智能机器人'])
    expect(told).toContainEqual(['签收', '城管中队 张伟', '群里'])
    expect(told).toContainEqual(['反馈', '城管中队 张伟', '工作台'])
    for (const [, who, way] of told) expect(way === '', `${who} ${way}`).toBe(who === '系统')
  })

  it('is known of what was told in time and made a case when nobody answered', async () => {
    await house.person('v-zhaomin').says('有人在路边烧垃圾')
    await house.forward('11m')
    expect(await steps(await newest())).toContainEqual(['受理', '反映人', '智能机器人'])
  })

  it('is the hotline for what the hotline hands in', async () => {
    const order = {
      system: '12345',
      no: 'RX-9',
      town: 'QS',
      text: '有人占道经营，摆摊堵路',
      place: '东关市场',
    } as const
    const more = { spot: null, matter: null, item: null, answerBy: null }
    await house.core.receive(messageOf({ ...order, ...more }, senderOf(order)))
    await house.settled()
    expect(await steps(await newest())).toContainEqual(['受理', '反映人', '12345 热线'])
  })

  it('is not said of somebody who asked to be kept', async () => {
    await house.person('v-lihua').says('请保密，东关市场有家店卖过期食品')
    expect(await steps(await newest())).toContainEqual(['受理', '反映人', ''])
  })
})
