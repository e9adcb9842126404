import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CasePage } from '../../../web/cases/page.ts'
import type { BoardRow } from '../../../web/board/row.ts'
import { openHouse, type House } from '../house.ts'
import { picture } from '../pictures.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Found = Readonly<{ rows: readonly BoardRow[]; more: boolean }>
type Said = Readonly<{ ok: boolean; said: readonly string[] }>

const PHONE = '13800001234'
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('the page of a case', () => {
  let house: House
  let web: Web
  let dispatcher: Visitor
  let officer: Visitor
  let no = ''

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    await house.person('v-lihua').says(`北坡村有人烧秸秆，我叫李小花，电话${PHONE}`)
    await house.person('v-lihua').sends([{ name: 'a.png', data: picture(90) }], '补充 0001 就是这里')
    await house.person('u-dujuan').sends([{ name: '李小花.png', data: picture(10) }], '到场 0001')
    await house.forward('1h')
    await house
      .person('u-dujuan')
      .sends([{ name: 'b.png', data: picture(200) }], '办结 0001 <img src=x onerror=alert(1)>已扑灭')
    house.readsAll()
    dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
    officer = await new Visitor(web).signIn(house, 'u-dujuan')
    no = (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
  })

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  const page = async (who = dispatcher, of = no): Promise<CasePage> =>
    (await who.get(`/api/cases/${of}`)).body as CasePage
  const names = ({ timeline }: CasePage): string[] => timeline.map(({ name }) => name)

  it('tells from the first word to the last what happened, who did it and who was told', async () => {
    const told = await page()
    expect(names(told)).toEqual(expect.arrayContaining(['受理', '派单', '签收', '到场', '办结']))
    expect(told.timeline.find(({ name }) => name === '办结')).toMatchObject({ who: '生态环境所 杜娟' })
    expect(told.timeline[0]).toMatchObject({ name: '受理', who: '反映人' })
    const card = told.messages.find(({ what }) => what === '任务卡')
    expect(card).toMatchObject({ state: 'sent', door: '智能机器人' })
    expect(told.messages.filter(({ to }) => to === '反映人').length).toBeGreaterThan(2)
    expect(told.row.stage).toBe('finished')
  })

  it('nowhere tells who reported it: no name, no number, no account', async () => {
    for (const who of [dispatcher, officer]) {
      const all = JSON.stringify(await page(who))
      for (const word of [PHONE, '李小花', 'v-lihua']) expect(all).not.toContain(word)
    }
  })

  it('says how each clock was counted, and what came of it', async () => {
    const { clocks } = await page()
    expect(clocks.map(({ clock }) => clock)).toEqual(['sign', 'arrive', 'finish'])
    for (const { agrees, days, length } of clocks) {
      expect(agrees).toBe(true)
      expect(days.reduce((sum, { ms }) => sum + ms, 0)).toBe(length)
    }
    expect(clocks[2]?.metAt).not.toBeNull()
  })

  it('shows pictures before and after, by id; nothing a file was called, and nothing that is no picture', async () => {
    const { files, pair } = await page()
    expect(pair).toBe(true)
    expect(files.map(({ mark, picture: shown, by }) => [mark, shown, by])).toEqual([
      ['sent', true, '反映人'],
      ['before', true, '生态环境所 杜娟'],
      ['after', true, '生态环境所 杜娟'],
    ])
    const answer = await officer.get(`/api/cases/${no}/files/${encodeURIComponent(files[1]?.id ?? '')}?small=1`)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(answer.headers.get('content-disposition')).not.toContain(encodeURIComponent('李小花'))
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await officer.get(`/api/cases/${no}/files/none`)).status).toBe(404)
    // a small picture on the page is no copy that was taken out, the file itself is
    const taken = () => house.core.ctx.store.accesses(9, { kinds: ['export'] })
    expect(await taken()).toEqual([])
    expect((await officer.get(`/api/cases/${no}/files/${encodeURIComponent(files[1]?.id ?? '')}`)).status).toBe(200)
    expect(await taken()).toMatchObject([{ by: 'u-dujuan', caseNo: no }])
    const stored = await house.core.ctx.media.keep(SVG, 'x.svg').catch(() => null)
    // the store takes no such file in the first place
    expect(stored?.mime).not.toBe('image/svg+xml')
  })

  it('is not there for other units: neither the page, nor its files, nor in the list', async () => {
    const other = await new Visitor(web).signIn(house, 'u-sunmei')
    const [file] = (await page()).files
    for (const path of [`/api/cases/${no}`, `/api/cases/${no}/files/${encodeURIComponent(file?.id ?? '')}`])
      expect((await other.get(path)).status, path).toBe(404)
    expect(((await other.get('/api/cases')).body as Found).rows).toEqual([])
  })

  it('is found by what is shown of it, and not by what is hidden', async () => {
    const found = async (words: string) =>
      ((await officer.get(`/api/cases?words=${encodeURIComponent(words)}`)).body as Found).rows.map((row) => row.no)
    for (const words of ['烧秸秆', '北坡村', '0001', no.toLowerCase()]) expect(await found(words), words).toEqual([no])
    for (const words of [PHONE, '13800', '李小花', '%', '_']) expect(await found(words), words).toEqual([])
    const none = (await dispatcher.get('/api/cases?stage=triage&unit=huanbao&from=2026-11-01&to=2026-11-30')).body
    expect((none as Found).rows).toEqual([])
    expect((await dispatcher.get('/api/cases?page=0')).status).toBe(400)
    expect((await dispatcher.get('/api/cases?town=XX')).status).toBe(404)
  })

  it('offers what makes sense: to the unit its steps, to the command room its decisions, nothing when all is over', async () => {
    await house.person('v-zhaomin').says('王家村村口有人占道摆摊，还乱倒垃圾')
    house.readsAll()
    const next = (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
    const unit = await new Visitor(web).signIn(house, 'u-zhangwei')
    expect((await page(unit, next)).acts).toEqual(
      expect.arrayContaining(['sign', 'feedback', 'return', 'ask-reporter']),
    )
    expect((await page(unit, next)).acts).not.toEqual(expect.arrayContaining(['assign']))
    const assisting = (await page(officer, next)).acts
    expect(assisting).not.toContain('sign')
    const { acts } = await page(dispatcher, next)
    expect(acts).toEqual(expect.arrayContaining(['assign', 'urge', 'merge', 'place', 'reveal']))
    expect(acts).not.toContain('sign')
    expect((await page(dispatcher)).acts).not.toContain('assign')
  })

  it('shows who reported it once, with a reason, to those who may; and writes down who looked', async () => {
    const reveal = (who: Visitor, words: string) => who.post(`/api/cases/${no}/acts`, { act: 'reveal', words })
    expect((await reveal(officer, '要当面核实情况')).status).toBe(403)
    expect(((await reveal(dispatcher, '看看')).body as Said).ok).toBe(false)
    const { ok, said } = (await reveal(dispatcher, '要当面核实情况')).body as Said
    expect(ok).toBe(true)
    expect(said.join()).toContain('v-lihua')
    expect(said.join()).toContain(PHONE)
    await house.settled()
    house.expects('u-songming', '要当面核实情况')
    house.readsAll()
    expect((await house.core.ctx.store.accesses(50)).filter(({ kind }) => kind === 'reveal')).toHaveLength(1)
    const rows = await house.rowsOf('SELECT "body" FROM "outbox"')
    expect(JSON.stringify(rows)).not.toContain(PHONE)
    expect(JSON.stringify(await page())).not.toContain(PHONE)
  })

  it('of a confidential case is opened by two people only, and never to the page of the one who asked', async () => {
    await house.person('v-lihua').says('请保密，东关市场有家店卖过期食品')
    house.readsAll()
    const kept = (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
    const supervisor = await new Visitor(web).signIn(house, 'u-songming')
    expect((await page(supervisor, kept)).acts, 'nobody asked yet').not.toContain('reveal-agree')
    const asked = (await dispatcher.post(`/api/cases/${kept}/acts`, { act: 'reveal', words: '要当面核实情况' })).body
    expect((asked as Said).said.join()).not.toContain('v-lihua')
    await house.settled()
    house.expects('u-dingning', '请求查看反映人', '周婷')
    const leader = await new Visitor(web).signIn(house, 'u-linyue')
    for (const other of [dispatcher, leader]) {
      expect((await page(other, kept)).acts).not.toContain('reveal-agree')
      expect((await other.post(`/api/cases/${kept}/acts`, { act: 'reveal-agree' })).status).toBe(403)
    }
    await house.person('u-linyue').says(`同意查看 ${kept}`)
    house.expects('u-linyue', '要由收到请求的监督人员、管理员来定')
    expect((await page(supervisor, kept)).acts).toContain('reveal-agree')
    const agreed = (await supervisor.post(`/api/cases/${kept}/acts`, { act: 'reveal-agree' })).body as Said
    expect(agreed.ok).toBe(true)
    expect(agreed.said.join()).not.toContain('v-lihua')
    await house.settled()
    house.expects('u-zhouting', '没有留姓名和电话，只知道账号：v-lihua', '问群众')
    expect((await page(supervisor, kept)).acts).not.toContain('reveal-agree')
    house.readsAll()
  })
})
