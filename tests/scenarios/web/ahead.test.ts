import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Someone = Readonly<{ name: string; instead: string | null; reached: boolean; why: readonly string[] }>
type Ahead = Readonly<{
  steps: readonly Readonly<{
    at: string
    title: string
    told: readonly Readonly<{ at: string; to: readonly Someone[]; words: string }>[]
  }>[]
  lacking: readonly Someone[]
}>

describe('the dry run of a case', () => {
  let house: House
  let web: Web
  let no: string

  beforeAll(async () => {
    const quiet = (group: { id: string }) => group.id !== 'grp-leaders'
    house = await openHouse({
      strangers: ['u-liqiang'],
      towns: (towns) => towns.map((town) => ({ ...town, groups: town.groups.filter(quiet) })),
    })
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    house.readsAll()
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
  })

  const asked = async (visitor: Visitor, days: number) => {
    const until = new Date(house.clock.now().getTime() + days * 86_400_000).toISOString()
    return visitor.get(`/api/dry-run?no=${no}&until=${encodeURIComponent(until)}`)
  }

  it('says what would happen, to whom, when, in the words of the bot, and who cannot be reached', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-zhouting')
    const { steps, lacking } = (await asked(visitor, 10)).body as Ahead
    const titles = steps.map(({ title }) => title)
    expect(titles[0]).toContain('签收时限过了 50%')
    expect(titles.some((title) => title.includes('签收超时，上报给值班人员、站所负责人'))).toBe(true)
    expect(titles.some((title) => title.includes('办结超时，上报给镇领导'))).toBe(true)
    const people = steps.flatMap(({ told }) => told.flatMap(({ to }) => to))
    expect(people.map(({ name }) => name)).toContain('张伟')
    expect(people.find(({ name }) => name === '李强')).toMatchObject({ reached: false })
    expect(lacking[0]?.reached).toBe(false)
    expect(lacking.map(({ why }) => why.join()).join()).toContain('从来没有给哨子发过消息')
    expect(steps.flatMap(({ told }) => told.map(({ words }) => words)).join()).toContain(no)
    expect(JSON.stringify(steps)).not.toContain('v-lihua')
  })

  it('goes through what stands in its book, by its number', async () => {
    await house.person('u-zhangwei').says(`签收 ${no}`)
    await house.person('u-zhangwei').says('延期 0001 2天 等吊车')
    house.readsAll()
    const visitor = await new Visitor(web).signIn(house, 'u-zhouting')
    const { steps } = (await asked(visitor, 10)).body as Ahead
    const title = steps.map((step) => step.title).find((each) => each.includes('延期申请 QS-'))
    expect(title).toMatch(/^延期申请 QS-\w+-0001：延期申请没有按时审批，上报$/)
  })

  it('changes nothing: what happens is as it was without it', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-zhouting')
    const kept = async () =>
      JSON.stringify(
        await Promise.all(
          ['task', 'timer', 'event', 'outbox', 'policy'].map((name) => house.rowsOf(`SELECT * FROM ${name}`)),
        ),
      )
    const before = await kept()
    expect((await asked(visitor, 10)).status).toBe(200)
    expect(await kept()).toBe(before)
  })

  it('is for the head of the unit, not for another head', async () => {
    expect((await asked(await new Visitor(web).signIn(house, 'u-zhaolei'), 3)).status).toBe(404)
    const visitor = await new Visitor(web).signIn(house, 'u-songming')
    expect((await asked(visitor, 3)).status).toBe(200)
    expect((await visitor.get('/api/dry-run?no=none&until=2026-11-25T00:00:00Z')).status).toBe(404)
    expect((await visitor.get(`/api/dry-run?no=${no}&until=soon`)).status).toBe(400)
  })
})
