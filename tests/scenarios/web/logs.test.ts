import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Page = Readonly<{
  items: readonly Readonly<{ id: string; kind: string; by: string; userid: string; said: string; no: string | null }>[]
  next: string | null
}>
type Verification = Readonly<{
  running: boolean
  last: Readonly<{
    ok: boolean
    events: number
    accesses: Readonly<{ rows: number }> | null
    faults: readonly string[]
  }> | null
}>

const staff = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    ...(['auditor', 'security'] as const).map((role) => ({
      ...{ userid: `t-${role}`, name: role === 'auditor' ? '郑审计' : '钱安全', station: null, roles: [role] },
      ...{ licence: null, licenceUntil: null },
    })),
  ],
})

describe('the logs', () => {
  let house: House
  let web: Web
  let auditor: Visitor
  let no: string

  beforeAll(async () => {
    house = await openHouse({ strangers: ['u-liqiang'], towns: (towns) => towns.map(staff) })
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    const officer = await new Visitor(web).signIn(house, 'u-zhangwei')
    await officer.post(`/api/cases/${no}/acts`, { act: 'sign' })
    await house.settled()
    auditor = await new Visitor(web).signIn(house, 't-auditor')
    house.readsAll()
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
  })

  const page = async (query = ''): Promise<Page> => (await auditor.get(`/api/logs${query}`)).body as Page

  it('say who did what in plain words, and nothing of what a case is about', async () => {
    const { items } = await page()
    const signed = items.find(({ no: about }) => about === no)
    expect(signed).toMatchObject({ by: '张伟', userid: 'u-zhangwei', kind: '操作' })
    expect(signed?.said).toContain('对一件工单下指令')
    expect(items.find(({ kind }) => kind === '登录')?.said).toBe('用验证码')
    expect(JSON.stringify(items)).not.toContain('占道')
  })

  it('keep who looked at them', async () => {
    await page()
    const { items } = await page('?group=operation')
    expect(items[0]).toMatchObject({ by: '郑审计', said: expect.stringContaining('查看日志') })
  })

  it('are found by person, kind and day', async () => {
    expect((await page('?who=张伟')).items.map(({ by }) => by)).toContain('张伟')
    expect(new Set((await page('?who=张伟')).items.map(({ by }) => by)).size).toBe(1)
    expect((await page('?group=sign-in')).items.every(({ kind }) => kind.startsWith('登录'))).toBe(true)
    expect((await page('?from=2026-11-24&until=2026-11-24')).items.length).toBeGreaterThan(0)
    expect((await page('?until=2026-11-23')).items).toEqual([])
    expect((await auditor.get('/api/logs?from=yesterday')).status).toBe(400)
    expect((await auditor.get('/api/logs?after=nothing')).status).toBe(400)
  })

  it('are read page by page, every line once', async () => {
    for (let i = 0; i < 60; i += 1) await page()
    const first = await page('?group=operation')
    expect(first.items).toHaveLength(50)
    const second = await page(`?group=operation&after=${encodeURIComponent(first.next ?? '')}`)
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(60)
  })

  it('are exported as a table that no spreadsheet takes for formulas, and that is written down', async () => {
    const at = house.clock.now()
    const line = { id: 'a-1', kind: 'reveal', by: 'u-zhouting', second: null, caseNo: no, reason: '=1+1', at } as const
    await house.core.ctx.store.commit({ access: [line] }, at)
    const { status, body, headers } = await auditor.get('/api/logs/export?group=reveal')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(String(body)).toContain(",'=1+1,")
    const kept = (await page('?group=export')).items
    expect(kept.find(({ kind }) => kind === '导出')).toMatchObject({ by: '郑审计' })
  })

  it('count what became of messages, without a word of them', async () => {
    await house.person('v-zhaomin').says('李家沟路口有人乱倒垃圾')
    await house.forward('3h')
    house.readsAll()
    auditor = await new Visitor(web).signIn(house, 't-auditor')
    const { body } = await auditor.get('/api/logs/deliveries')
    const text = JSON.stringify(body)
    expect(text).toContain('智能机器人')
    expect(text).toContain('已发出')
    expect(text).not.toContain('垃圾')
    expect(text).toContain('李强')
    expect(text).toContain('从来没有给哨子发过消息')
  })

  it('are checked in the background, one at a time; whoever changed them is found out', async () => {
    const state = async () => (await auditor.get('/api/logs/verification')).body as Verification
    const checked = async (): Promise<Verification['last']> => {
      await expect.poll(async () => (await state()).running, { timeout: 20_000 }).toBe(false)
      return (await state()).last
    }
    // a log so short is gone through in a moment: of many who ask at once some come while it is
    const answers = await Promise.all(Array.from({ length: 20 }, () => auditor.post('/api/logs/verification')))
    expect([...new Set(answers.map(({ status }) => status))].toSorted()).toEqual([200, 409])
    expect(await checked()).toMatchObject({ ok: true, faults: [] })
    expect((await checked())?.events).toBeGreaterThan(0)
    expect((await checked())?.accesses?.rows).toBeGreaterThan(0)
    await house.tamper('access_log', `UPDATE access_log SET "by" = 'u-other' WHERE "seq" = 2`)
    await auditor.post('/api/logs/verification')
    expect(await checked()).toMatchObject({
      ok: false,
      faults: [expect.stringMatching(/^查看记录第 2 号被改过.*（记录上写的时间是 2026-11-24/u)],
    })
  })

  it('are for the security administrator who signed in and who looked behind the mask, and no more', async () => {
    const security = await new Visitor(web).signIn(house, 't-security')
    const { items, ...rest } = (await security.get('/api/logs')).body as Page & { groups: readonly string[] }
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['登录', '查看反映人']))
    expect(rest.groups).toEqual(['sign-in', 'reveal'])
    for (const group of ['operation', 'export', 'clear'])
      expect(((await security.get(`/api/logs?group=${group}`)).body as Page).items, group).toEqual([])
    expect(String((await security.get('/api/logs/export')).body)).not.toMatch(/操作|导出/u)
    expect((await security.get('/api/logs/deliveries')).status).toBe(403)
    const kinds = (await page()).items.map(({ kind }) => kind)
    for (const kind of ['登录', '操作', '导出']) expect(kinds, 'the auditor reads all').toContain(kind)
    expect((await page('?who=钱安全')).items[0]).toMatchObject({ kind: '导出' })
  })

  it('are for those who audit', async () => {
    expect((await (await new Visitor(web).signIn(house, 'u-zhouting')).get('/api/logs')).status).toBe(403)
  })
})
