import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Column } from '../../../domain/board/columns.ts'
import type { BoardRow } from '../../../web/board/row.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

type Board = Readonly<{
  now: string
  seq: number
  columns: readonly Readonly<{ name: Column; total: number; overdue: number; emergency: number; rows: BoardRow[] }>[]
}>
type Village = Readonly<{
  code: string
  open: number
  overdue: number
  lately: number
  hot: boolean
  spot: object | null
}>
type Maps = Readonly<{ towns: readonly Readonly<{ outline: object[][]; drawn: boolean; villages: Village[] }>[] }>

describe('the live board', () => {
  let house: House
  let web: Web
  const visitors: Record<string, Visitor> = {}

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    for (const userid of ['u-zhouting', 'u-songming', 'u-zhangwei', 'u-xietao', 'u-baixue'])
      visitors[userid] = await new Visitor(web).signIn(house, userid)
    for (const words of [
      '王家村村口有人占道摆摊',
      '王家小学门口有人占道卖菜',
      '王家老槐树下有人占道烧烤',
      '王家庄有人乱倒建筑垃圾',
    ])
      await house.person('v-lihua').says(words)
    await house.person('v-zhaomin').says('东关市场有人卖过期的肉')
    await house.person('v-zhaomin').says('我要举报城管中队张伟收了王家村摊贩的钱')
    await house.settled()
    house.readsAll()
  })

  afterAll(async () => {
    await web.close()
    house.readsAll()
    await house.close()
  })

  const board = async (userid: string, query = ''): Promise<Board> =>
    (await visitors[userid]?.get(`/api/board${query}`))?.body as Board
  const rowsOf = (found: Board): readonly BoardRow[] => found.columns.flatMap(({ rows }) => rows)
  const total = (found: Board): number => found.columns.reduce((sum, each) => sum + each.total, 0)
  const column = (found: Board, name: Column) => found.columns.find((each) => each.name === name)

  it('shows the command room what waits where, with the end of the clock and the time of the server', async () => {
    const found = await board('u-zhouting')
    expect(found.now).toBe(house.clock.now().toISOString())
    expect(found.columns.map(({ name }) => name)).toEqual([
      'triage',
      'disputed',
      'dispatched',
      'signed',
      'arrived',
      'done',
    ])
    const [first] = column(found, 'dispatched')?.rows ?? []
    expect(first).toMatchObject({ clock: 'sign', source: 'single', leadName: expect.any(String) as string })
    expect(first?.dueAt).not.toBeNull()
    expect(JSON.stringify(found)).not.toContain('v-lihua')
  })

  it('keeps a complaint about our own people from those it is about, in the rows and in the counts', async () => {
    const supervisor = await board('u-songming')
    expect(rowsOf(supervisor).some(({ text }) => text.includes('张伟'))).toBe(true)
    for (const userid of ['u-zhouting', 'u-zhangwei']) {
      const found = await board(userid)
      expect(JSON.stringify(found)).not.toContain('收了')
      expect(total(found)).toBe(rowsOf(found).length)
    }
    expect(total(await board('u-songming'))).toBe(total(await board('u-zhouting')) + 1)
  })

  it('shows a unit its own cases, and who has no unit none', async () => {
    const own = await board('u-zhangwei')
    expect(total(own)).toBeGreaterThan(0)
    expect(rowsOf(own).every(({ lead }) => lead === 'chengguan')).toBe(true)
    expect(total(await board('u-xietao'))).toBe(0)
    expect(total(await board('u-baixue'))).toBe(0)
    expect(total(await board('u-xietao', '?town=QS&station=chengguan'))).toBe(0)
  })

  it('is narrowed by unit, village, item, level and the way a report came', async () => {
    const whole = await board('u-zhouting')
    const [row] = column(whole, 'dispatched')?.rows ?? []
    for (const query of [
      `station=${row?.lead}`,
      `village=${row?.placeCode}`,
      `item=${row?.item}`,
      `level=${row?.level}`,
    ])
      expect(
        rowsOf(await board('u-zhouting', `?${query}`)).map(({ no }) => no),
        query,
      ).toContain(row?.no)
    expect(total(await board('u-zhouting', '?source=single'))).toBe(total(whole))
    expect(total(await board('u-zhouting', '?source=kf'))).toBe(0)
    expect(total(await board('u-zhouting', '?town=XX'))).toBe(0)
    expect((await visitors['u-zhouting']?.get('/api/board?level=much'))?.status).toBe(400)
  })

  it('answers the counts alone, and what comes further down in a column', async () => {
    const counts = await board('u-zhouting', '?rows=0')
    expect(rowsOf(counts)).toEqual([])
    expect(total(counts)).toBe(total(await board('u-zhouting')))
    const rows = async (from: number) =>
      (
        (await visitors['u-zhouting']?.get(`/api/board/column?name=dispatched&rows=1&from=${from}`))?.body as Board & {
          rows: BoardRow[]
        }
      )?.rows.map(({ no }) => no)
    const all = column(await board('u-zhouting'), 'dispatched')?.rows.map(({ no }) => no) ?? []
    expect([...(await rows(0)), ...(await rows(1))]).toEqual(all.slice(0, 2))
  })

  it('draws the villages as points within a line, and the one with most cases as a hot spot', async () => {
    const found = (await visitors['u-zhouting']?.get('/api/map'))?.body as Maps
    const [town] = found.towns
    expect(town?.drawn).toBe(true)
    expect(town?.outline[0]?.length).toBeGreaterThan(3)
    expect(town?.villages).toHaveLength(16)
    expect(town?.villages.find(({ code }) => code === 'QS01')).toMatchObject({ hot: true })
    const here = rowsOf(await board('u-zhouting')).filter(({ placeCode }) => placeCode === 'QS01')
    expect(town?.villages.find(({ code }) => code === 'QS01')?.open).toBe(here.length)
    expect(town?.villages.filter(({ hot }) => hot)).toHaveLength(1)
    const own = (await visitors['u-xietao']?.get('/api/map'))?.body as Maps
    expect(own.towns[0]?.villages.every(({ open, lately }) => open === 0 && lately === 0)).toBe(true)
  })

  it('offers what it can be narrowed to, and moves a case on when its unit does', async () => {
    const choices = (await visitors['u-xietao']?.get('/api/board/choices'))?.body as {
      towns: { stations: unknown[]; villages: unknown[]; items: unknown[] }[]
    }
    expect(choices.towns[0]?.stations).toHaveLength(7)
    const [row] = column(await board('u-zhangwei'), 'dispatched')?.rows ?? []
    await house.person('u-zhangwei').says(`签收 ${row?.no}`)
    house.readsAll()
    const after = await board('u-zhangwei')
    expect(column(after, 'signed')?.rows[0]).toMatchObject({ no: row?.no, holderName: '张伟', clock: 'arrive' })
    await house.forward('3d')
    house.readsAll()
    visitors['u-zhangwei'] = await new Visitor(web).signIn(house, 'u-zhangwei')
    expect(column(await board('u-zhangwei'), 'signed')).toMatchObject({ total: 1, overdue: 1 })
  })
})
