import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Person = Readonly<{ name: string; open: number; onDuty: boolean; away: Readonly<{ to: string }> | null }>
type Unit = Readonly<{
  id: string
  open: number
  overdue: number
  finished: number
  today: readonly string[]
  people: readonly Person[]
}>
type Month = Readonly<{
  mark: string
  mayEdit: boolean
  days: readonly Readonly<{ date: string; shifts: readonly object[]; onDuty: readonly string[] }>[]
}>
type Papers = readonly Readonly<{ name: string; state: string; unit: string | null }>[]

describe('units and people', () => {
  let house: House
  let web: Web
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shaozi-town-'))
    await cp('config/town', folder, { recursive: true })
    house = await openHouse({ folder })
    web = await openPages(house)
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })

  const visitors = new Map<string, Promise<Visitor>>()
  /** A code may be asked for a few times only. */
  const signIn = (userid: string): Promise<Visitor> => {
    const visitor = visitors.get(userid) ?? new Visitor(web).signIn(house, userid)
    visitors.set(userid, visitor)
    return visitor
  }
  const units = async (visitor: Visitor) =>
    (await visitor.get('/api/units')).body as Readonly<{ units: readonly Unit[]; papers: Papers }>
  const month = async (visitor: Visitor, unit = 'chengguan') =>
    (await visitor.get(`/api/units/${unit}/roster?month=2026-12`)).body as Month
  const put = (visitor: Visitor, mark: string, shifts: readonly object[], unit = 'chengguan') =>
    visitor.put(`/api/units/${unit}/roster`, { month: '2026-12', mark, shifts })

  it('say what is in hand, what is overdue and who holds it', async () => {
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    const no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    await house.person('v-zhaomin').says('李家沟路口有人乱倒垃圾')
    await house.settled()
    await house.person('u-zhangwei').says(`签收 ${no}`)
    await house.forward('3h')
    house.readsAll()
    const { units: all } = await units(await signIn('u-zhouting'))
    expect(all).toHaveLength(7)
    const unit = all.find(({ id }) => id === 'chengguan')
    expect(unit).toMatchObject({ open: 2, overdue: 1, finished: 0, today: ['张伟', '王芳'] })
    expect(unit?.people.find(({ name }) => name === '张伟')).toMatchObject({ open: 1, onDuty: true, away: null })
  })

  it('show a head his own unit and nothing of the others', async () => {
    const head = await signIn('u-liqiang')
    const { units: own, papers } = await units(head)
    expect(own.map(({ id }) => id)).toEqual(['chengguan'])
    expect(new Set(papers.map(({ unit }) => unit))).toEqual(new Set(['城管中队']))
    expect((await head.get('/api/units/shichang/roster')).status).toBe(404)
    expect((await put(head, '', [], 'shichang')).status).toBe(404)
  })

  it('name first whose licence is missing or over', async () => {
    const { papers } = await units(await signIn('u-songming'))
    expect(papers[0]).toMatchObject({ state: 'missing' })
    expect(papers.find(({ name }) => name === '张伟')).toMatchObject({ state: 'fine' })
  })

  it('say who has a vehicle', async () => {
    await house.person('u-zhangwei').says('用车 今天 13:30-17:00 去王家村巡查')
    await house.settled()
    house.readsAll()
    const { body } = await (await signIn('u-zhouting')).get('/api/assets')
    expect(JSON.stringify(body)).toContain('张伟')
  })

  it('have equipment whose list is kept in the folder: changed on the page it counts at once; what is out stays', async () => {
    const dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
    const { mark, assets } = (await dispatcher.get('/api/assets/list')).body as Readonly<{
      mark: string
      assets: readonly Readonly<{ id: string }>[]
    }>
    const cam = { kind: 'equipment', name: '执法记录仪 3 号', keyholder: null, agreementUntil: null, note: '' } as const
    const added = [...assets, { ...cam, id: 'cam-3', station: 'chengguan' }]
    const put = (list: readonly object[], base = mark) =>
      dispatcher.put('/api/assets/list', { mark: base, assets: list })
    const twice = await put([...added, { ...cam, id: 'cam-3', station: null }])
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([400, expect.stringContaining('没有保存')])
    expect((await put([...assets, { ...cam, id: 'cam-4', station: 'nowhere' }])).status).toBe(400)
    expect((await put(added)).status).toBe(200)
    expect(await readFile(join(folder, 'assets.csv'), 'utf8')).toContain('cam-3,equipment,执法记录仪 3 号,chengguan')
    expect(await readFile(join(folder, 'assets.csv.before'), 'utf8')).not.toContain('cam-3')
    await house.person('u-zhangwei').says('装备')
    house.expects('u-zhangwei', '执法记录仪 3 号')
    expect((await put(assets)).status, 'somebody changed it meanwhile').toBe(409)
    await house.person('u-zhangwei').says('用车 明天 9:00-12:00 去王家村')
    house.readsAll()
    const now = (await dispatcher.get('/api/assets/list')).body as Readonly<{ mark: string }>
    const none = await put([], now.mark)
    expect([none.status, JSON.stringify(none.body)]).toEqual([400, expect.stringContaining('请先还回')])
    const head = await new Visitor(web).signIn(house, 'u-zhaolei')
    expect((await head.put('/api/assets/list', { mark: now.mark, assets: [] })).status).toBe(403)
  })

  it('have a roster that is written to the folder and counts at once, without a restart', async () => {
    const head = await signIn('u-liqiang')
    const before = await month(head)
    expect(before.mayEdit).toBe(true)
    const shifts = [
      { date: '2026-12-03', userid: 'u-wangfang', shift: '白班' },
      { date: '2026-12-04', userid: 'u-zhangwei', shift: '' },
    ]
    expect((await put(head, before.mark, shifts)).status).toBe(200)
    const after = await month(head)
    expect(after.days.find(({ date }) => date === '2026-12-03')?.onDuty).toEqual(['王芳'])
    const csv = await readFile(join(folder, 'roster.csv'), 'utf8')
    expect(csv).toContain('2026-12-03,chengguan,u-wangfang,白班')
    expect(csv, 'what was there stays').toContain('2026-10-01,yingji,u-xietao,国庆值班')
    expect(await readFile(join(folder, 'roster.csv.before'), 'utf8')).not.toContain('2026-12-03')
    const town = house.core.ctx.towns[0]
    expect(town?.roster.some(({ date }) => date === '2026-12-03')).toBe(true)
  })

  it('do not overwrite what somebody else changed meanwhile, and let a day be emptied', async () => {
    const command = await signIn('u-zhouting')
    const { mark } = await month(command)
    const one = [{ date: '2026-12-04', userid: 'u-wangfang', shift: '' }]
    expect((await put(command, mark, one)).status).toBe(200)
    expect((await put(command, mark, one)).status).toBe(409)
    const { days, mark: fresh } = await month(command)
    expect(days.find(({ date }) => date === '2026-12-03')?.shifts).toEqual([])
    expect(fresh).not.toBe(mark)
  })

  it('refuse a day that is over, and say so', async () => {
    const head = await signIn('u-liqiang')
    const november = (await head.get('/api/units/chengguan/roster?month=2026-11')).body as Month
    const past = [{ date: '2026-11-23', userid: 'u-wangfang', shift: '' }]
    const body = { month: '2026-11', mark: november.mark, shifts: past }
    const answer = await head.put('/api/units/chengguan/roster', body)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toMatch(/2026-11-23 已经过去了.*今天和以后/)
    expect(await readFile(join(folder, 'roster.csv'), 'utf8')).not.toContain('2026-11-23')
    const today = [{ date: '2026-11-24', userid: 'u-wangfang', shift: '' }]
    expect((await head.put('/api/units/chengguan/roster', { ...body, shifts: today })).status).toBe(200)
  })

  it('refuse what an import would refuse, in its words', async () => {
    const command = await signIn('u-zhouting')
    const { mark } = await month(command)
    const { status, body } = await put(command, mark, [{ date: '2026-12-05', userid: 'u-nobody', shift: '' }])
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('没有“u-nobody”这个人')
    expect((await put(command, mark, [{ date: '2027-01-05', userid: 'u-wangfang', shift: '' }])).status).toBe(400)
    expect((await put(await signIn('u-songming'), mark, [])).status).toBe(403)
  })

  it('go on with what is in use while the file on disk is faulty, and the page says where and how to mend it', async () => {
    const command = await signIn('u-zhouting')
    const file = join(folder, 'roster.csv')
    await appendFile(file, '2026-13-45,chengguan,u-zhangwei,\n')
    const { body } = await command.get('/api/lint')
    expect(JSON.stringify(body)).toContain('roster.csv')
    expect(JSON.stringify(body)).toContain('2026-13-45')
    await house.person('u-zhangwei').says('我的任务')
    expect(house.core.ctx.towns[0]?.roster.some(({ date }) => date === '2026-12-04')).toBe(true)
    house.readsAll()
  })
})
