import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figures, Trend } from '../../../web/api/assessment/shape.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

type Said = Readonly<{ ok: boolean; said: readonly string[] }>
const MONTH = '/api/assessment?month=2026-11'

describe('the assessment on the pages', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse({ at: '2026-11-30T13:40:00+08:00' })
    web = await openPages(house)
    for (const [who, words] of [
      ['v-lihua', '王家村村口有人占道摆摊，还乱倒垃圾'],
      ['v-zhaomin', '石门村小卖部卖过期食品'],
    ] as const)
      await house.person(who).says(words)
    await house.forward('3h')
    await house.person('u-zhangwei').says('签收 0001')
    await house.person('u-zhangwei').says('办结 0001 已清走')
    await house.nights()
    await house.until('2026-12-03T09:06:00+08:00')
    house.readsAll()
  }, 240_000)

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  /** Codes are few: everybody signs in once. */
  const visitors = new Map<string, Promise<Visitor>>()
  const as = (userid: string): Promise<Visitor> => {
    const visitor = visitors.get(userid) ?? new Visitor(web).signIn(house, userid)
    visitors.set(userid, visitor)
    return visitor
  }
  const figures = async (visitor: Visitor): Promise<Figures> => (await visitor.get(MONTH)).body as Figures

  it('shows a leader every unit, with the cases that count against it', async () => {
    const seen = await figures(await as('u-chenzhen'))
    expect(seen).toMatchObject({ town: 'QS', state: 'shown', may: { appeal: false, files: true } })
    const named = seen.units.map(({ id }) => id)
    expect(named).toContain('chengguan')
    expect(seen.units.find(({ id }) => id === 'chengguan')?.kind).toBe('派驻站所')
    expect(seen.units.flatMap(({ cells }) => cells.flatMap(({ against }) => against))).toContain('QS261130-0001')
  })

  it('shows a head his unit, and of the others the score and the place alone', async () => {
    const seen = await figures(await as('u-liqiang'))
    expect(seen.may).toEqual({ appeal: true, files: false })
    for (const { id, cells, score } of seen.units) {
      expect(cells.length > 0).toBe(id === 'chengguan')
      expect(score).not.toBe(undefined)
    }
    expect(seen.villages).toEqual([])
  })

  it.each(['u-chenzhen', 'u-liqiang'])(
    'shows %s the scores of the months in which something was counted',
    async (who) => {
      const trend = async (month: string) => {
        const { body } = await (await as(who)).get(`/api/assessment/trend?month=${month}`)
        return (body as Trend).months
      }
      const months = await trend('2026-12')
      const shown = await figures(await as(who))
      const { total, units } = shown
      expect(months.at(0)).toEqual({
        ...{ month: '2026-11', state: 'shown', fix: total.fix.score, find: total.find.score },
        units: units.map(({ id, name, score }) => ({ id, name, score })),
      })
      expect(months.map(({ month }) => month)).not.toContain('2026-10')
      expect(await trend('2026-10')).toEqual([])
    },
  )

  it.each([
    ['u-baixue', MONTH, 403],
    ['u-baixue', '/api/assessment/trend?month=2026-11', 403],
    ['u-liqiang', '/api/assessment/trend?month=2026-11&town=XX', 404],
    ['u-liqiang', '/api/assessment/trend?month=2027-01', 404],
    ['u-liqiang', '/api/assessment/file?month=2026-11&format=xlsx', 403],
    ['u-chenzhen', '/api/assessment?month=2026-11&town=XX', 404],
    ['u-chenzhen', '/api/assessment?month=2027-01', 404],
    ['u-chenzhen', '/api/assessment?month=2026-13', 400],
    ['u-chenzhen', '/api/assessment/file?month=2026-11&format=exe', 400],
  ])('%s asks for %s: %s', async (who, path, status) => {
    expect((await (await as(who)).get(path)).status).toBe(status)
  })

  it('is downloaded by those who watch over all units', async () => {
    const leader = await as('u-linyue')
    const answer = await leader.get('/api/assessment/file?month=2026-11&format=json')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('青石镇 2026年11月考核.json'))
    for (const format of ['xlsx', 'docx', 'png'])
      expect((await leader.get(`/api/assessment/file?month=2026-11&format=${format}`)).status).toBe(200)
    const [last] = await house.core.ctx.store.accesses(1, { kinds: ['export'] })
    expect(last).toMatchObject({ by: 'u-linyue', reason: '青石镇 2026年11月考核.png' })
  })

  it('is objected to by the head and decided on by the supervisor, in the words of the chat', async () => {
    const head = await as('u-liqiang')
    const body = { month: '2026-11', indicator: '按时签收率', caseNo: 'QS261130-0001', reason: '那天停电\n收不到' }
    const said = (await head.post('/api/assessment/appeals', body)).body as Said
    expect(said).toMatchObject({ ok: true, said: [expect.stringContaining('QS-SS2026-0001')] })
    await house.settled()
    house.expects('u-songming', 'QS-SS2026-0001', '那天停电 收不到')
    const judge = await as('u-songming')
    expect((await figures(judge)).appeals).toMatchObject([{ no: 'QS-SS2026-0001', state: 'asked', mine: true }])
    const other = await as('u-zhouting')
    expect(((await other.post('/api/assessment/appeals/QS-SS2026-0001', { agree: true })).body as Said).ok).toBe(false)
    const agreed = (await judge.post('/api/assessment/appeals/QS-SS2026-0001', { agree: true })).body as Said
    expect(agreed.ok).toBe(true)
    await house.settled()
    house.expects('u-liqiang', 'QS-SS2026-0001', '这一件不计')
    const cells = (await figures(judge)).units.find(({ id }) => id === 'chengguan')?.cells ?? []
    expect(cells[2]?.of).toBe(0)
    house.readsAll()
  })
})
