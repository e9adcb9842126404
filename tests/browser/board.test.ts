import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { makeLog } from '../../log.ts'
import { startWeb, type Web } from '../../web/server.ts'
import { openHouse, textOf, type House } from '../scenarios/house.ts'
import { Window } from './window.ts'

const REPORTS = [
  '王家村村口有人占道摆摊，还乱倒垃圾',
  '东关市场有人卖过期的肉',
  '石门采石场半夜偷偷开采，灰很大',
  '李家沟河里有人倒污水，臭得很',
  '南河沙场有人偷着挖沙',
  '王家村有人违法建房，占了耕地',
  '柳树营路边秸秆堆得到处都是',
  '王家村小学旁边有人乱倒建筑垃圾',
] as const

/** The command room before its board, as it is used on a morning. */
describe('the board in a browser', () => {
  let house: House
  let web: Web
  let window: Window

  const serve = (port: number): Promise<Web> => {
    const log = makeLog('error', (line) => void house.errors.push(line))
    return startWeb({ host: '127.0.0.1', port, log, ...house.core.web, mounts: [] })
  }
  const one = (name: string): Locator => window.page.locator(`[data-test="${name}"]`)
  const report = async (who: string, text: string): Promise<string> => {
    await house.person(who).says(text)
    const no = /QS\d{6}-\d{4}/.exec(textOf(house.expects(who, 'QS')))?.[0] ?? ''
    house.readsAll()
    return no
  }

  beforeAll(async () => {
    house = await openHouse()
    web = await serve(0)
    window = await Window.open()
    for (const text of REPORTS) await house.person('v-lihua').says(text)
    house.readsAll()
    await window.signIn(house, web, 'u-zhouting')
    await one('column-dispatched').waitFor()
  })

  afterAll(async () => {
    await window.close()
    await web.close()
    house.readsAll()
    await house.close()
    expect(window.problems, 'no page complained').toEqual([])
  })

  it('says in a line what it is for, and how long each case has', async () => {
    expect(await one('about').innerText()).toContain('工单现在到了哪一步')
    const times = await one('column-dispatched').locator('[data-test="time"]').allInnerTexts()
    expect(times.length).toBeGreaterThan(2)
    expect(times[0]).toMatch(/签收(快到了，)?还剩 \d+ (小时|分)/)
  })

  it('shows a new case by itself, marked, with a sound where that is switched on', async () => {
    await one('sound').click()
    const no = await report('v-zhaomin', '青石街有人占道经营烧烤')
    await one(`card-${no}`).getByText('新', { exact: true }).waitFor()
    await expect.poll(() => one('sound').getAttribute('data-tone')).toBe('new')
    await report('v-zhaomin', '工业园区化工厂着火了')
    await expect.poll(() => one('sound').getAttribute('data-tone')).toBe('emergency')
    expect(await one('column-dispatched').locator('[data-test^="card-"]').first().innerText()).toContain('特急')
  })

  it('moves a case on when its unit does, and counts anew', async () => {
    const card = one('column-dispatched').locator('[data-test^="card-"]').filter({ hasText: '城管中队' }).first()
    const no = (await card.getAttribute('data-test'))?.slice('card-'.length) ?? ''
    await house.person('u-zhangwei').says(`签收 ${no}`)
    house.readsAll()
    await one('column-signed').locator(`[data-test="card-${no}"]`).getByText('张伟').waitFor()
    const left = await one('column-dispatched').locator('[data-test^="card-"]').count()
    await expect.poll(() => one('column-dispatched').locator('[data-test="total"]').innerText()).toBe(`${left} 件`)
  })

  it('keeps what it is narrowed to in its address', async () => {
    await one('filter-station').selectOption('chengguan')
    await expect.poll(() => window.page.url()).toContain('station=chengguan')
    const others = one('column-dispatched').locator('[data-test^="card-"]').filter({ hasText: '市场监管所' })
    await expect.poll(() => others.count()).toBe(0)
    await window.page.reload()
    await one('column-signed').locator('[data-test^="card-"]').first().waitFor()
    expect(await others.count()).toBe(0)
    await one('clear-filters').click()
    await expect.poll(() => others.count()).toBeGreaterThan(0)
  })

  it('turns late by itself, in words', async () => {
    window.mayBreak = true
    await house.until('2026-11-24T11:59:56+08:00')
    house.readsAll()
    // nobody clicked for two hours
    await window.signIn(house, web, 'u-zhouting')
    window.mayBreak = false
    const time = one('column-dispatched').locator('[data-test="time"]')
    await time.filter({ hasText: '签收快到了，还剩 1 分' }).first().waitFor()
    await house.until('2026-11-24T12:00:02+08:00')
    house.readsAll()
    await time.filter({ hasText: '签收刚到时限' }).first().waitFor()
  })

  it('says that the connection is lost, and catches up with what happened meanwhile', async () => {
    window.mayBreak = true
    const { port } = web
    await web.close()
    await one('lost').waitFor()
    const no = await report('v-zhaomin', '马寨村养鸡场臭得很，没法开窗')
    web = await serve(port)
    await one(`card-${no}`).waitFor({ timeout: 20_000 })
    await one('lost').waitFor({ state: 'detached' })
    window.mayBreak = false
  })

  it('draws the township, and a village leads to its cases', async () => {
    await one('view-map').click()
    await one('village-QS01').waitFor()
    for (const size of ['laptop', 'telephone'] as const) await window.looks('map', size)
    await one('village-QS01').click()
    await expect.poll(() => window.page.url()).toContain('village=QS01')
    await one('open-filters').click()
    await one('clear-filters').click()
  })

  it('fits a laptop, a wall and a telephone', async () => {
    await expect.poll(() => one('column-dispatched').locator('[data-test^="card-"]').count()).toBeGreaterThan(3)
    for (const size of ['laptop', 'wall', 'telephone'] as const) await window.looks('board', size)
    await one('tab-signed').click()
    await one('column-signed').waitFor()
    await expect.poll(() => one('column-dispatched').isVisible()).toBe(false)
  })

  it('hangs on a wall: big numbers, the clock, the map, no names of staff, and of what is kept neither words nor place', async () => {
    const kept = await report('v-zhaomin', '匿名举报，北坡村后山有人偷挖沙子')
    await window.page.setViewportSize({ width: 1920, height: 1080 })
    await window.page.goto(`${web.url}/wall`)
    await one('map-QS').waitFor()
    expect(Number(await one('number-open').innerText())).toBeGreaterThan(5)
    expect(await one('clock').innerText()).toMatch(/\d\d:\d\d:\d\d/)
    expect(await window.page.locator('main').innerText()).not.toContain('张伟')
    await one(`card-${kept}`).waitFor()
    expect(await one(`card-${kept}`).innerText()).not.toMatch(/北坡|沙子/u)
    for (const size of ['wall', 'laptop', 'telephone'] as const) await window.looks('wallscreen', size)
  })
})
