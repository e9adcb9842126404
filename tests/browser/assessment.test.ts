import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

/** What somebody may write into a list of units: it is a name, and nothing else. */
const EVIL = '<img src=x onerror=alert(1)>javascript:alert(2)'
const renamed = (town: Town): Town => ({
  ...town,
  stations: town.stations.map((unit) => (unit.id === 'shichang' ? { ...unit, name: EVIL } : unit)),
})

/** November with a unit that does well, one that lies and one that comes, and the first days of December. */
const STORY = [
  'v-lihua 王家村村口有人占道摆摊，还乱倒垃圾',
  'u-zhangwei 签收 0001',
  '+1h',
  'u-zhangwei 到场 0001',
  'u-zhangwei 办结 0001 摊位已劝离',
  'v-lihua 解决了',
  'v-lihua 满意',
  'v-zhaomin 石门村小卖部卖过期食品',
  '+3h',
  'u-dujuan 王家村南河边有人占道堆了一车沙子',
  '+3d',
  'u-zhouting 吹哨 王家村 派出所、城管中队 聚众斗殴，有人持刀',
  '+5m',
  'u-shenhao 报到',
  '+2h',
  'u-zhouting 收哨',
  '+6d',
  'v-lihua 王家村村口又有人占道摆摊',
  '+1h',
  'u-zhangwei 签收 0004',
  '+1d',
] as const

describe('the assessment in a browser', () => {
  let house: House
  let web: Web
  let leader: Window
  let head: Window

  beforeAll(async () => {
    house = await openHouse({ at: '2026-11-24T09:00:00+08:00', towns: (towns) => towns.map(renamed) })
    web = await openPages(house)
    for (const step of STORY) {
      const [who = '', ...words] = step.split(' ')
      if (who.startsWith('+')) await house.forward(who.slice(1))
      else await house.person(who).says(words.join(' '))
      house.readsAll()
    }
    leader = await Window.open()
    head = await Window.open()
    for (const window of [leader, head])
      window.page.on('dialog', (dialog) => void window.problems.push(`a script ran: ${dialog.message()}`))
    await leader.signIn(house, web, 'u-chenzhen', '/assessment')
    await head.signIn(house, web, 'u-liqiang', '/assessment')
  }, 240_000)

  afterAll(async () => {
    await leader?.close()
    await head?.close()
    house.readsAll()
    await web.close()
    await house.close()
    expect([...leader.problems, ...head.problems], 'no page complained').toEqual([])
  })

  /** All that is written in a chart. */
  const written = async (chart: Locator): Promise<string> =>
    (await chart.locator('svg text').allTextContents()).join(' ')

  it('opens with the month that goes on; another one is chosen from a Chinese calendar', async () => {
    const { page } = leader
    await leader.at('state').getByText('进行中').waitFor()
    const month = page.locator('.choose input')
    expect(await month.inputValue()).toBe('2026-12')
    await page.setViewportSize({ width: 390, height: 844 })
    await month.click()
    const calendar = page.locator('.el-picker-panel:visible')
    await calendar.getByText('2026 年').waitFor()
    await leader.looks('assessment-month', 'telephone')
    await calendar.getByText('11 月').click()
    await leader.at('state').getByText('公示').waitFor()
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('draws who did how well, each among units of its sort, and tells why when it is pointed at', async () => {
    const resident = leader.at('chart-scores').filter({ hasText: '派驻站所' })
    const told = await resident.locator('.chart').getAttribute('aria-label')
    expect(told).toMatch(/派驻站所之间比：城管中队 [\d.]+ 分，/)
    expect(await written(resident)).toMatch(/城管中队.*[\d.]+ 分/)
    expect(await leader.at('chart-scores').filter({ hasText: '办理得分：派出所' }).count()).toBe(1)
    await resident.locator('svg').hover({ position: { x: 200, y: 45 } })
    await expect.poll(() => written(resident)).toMatch(/城管中队 [\d.]+ 分 第 1\/\d .+，扣 [\d.]+ 分/)
    await leader.picture('assessment-told')
  })

  it('shows the name of a unit as it is written, whatever it is', async () => {
    const resident = leader.at('chart-scores').filter({ hasText: '派驻站所' })
    const label = await resident.locator('.chart').getAttribute('aria-label')
    expect(label).toContain(EVIL)
    const box = await resident.locator('svg').boundingBox()
    await resident.locator('svg').hover({ position: { x: 200, y: (box?.height ?? 0) - 45 } })
    await expect.poll(() => written(resident)).toContain(`${EVIL} `)
    expect(await leader.page.locator('img').count()).toBe(0)
    expect(await leader.page.locator('[href^="javascript:"]').count()).toBe(0)
  })

  it('compares one indicator, and names those for whom nothing was counted', async () => {
    const chart = leader.at('chart-indicator')
    await leader.at('indicator').selectOption({ label: '吹哨到场率' })
    await expect.poll(() => written(chart)).toContain('50%  1/2')
    expect(await chart.locator('.chart').getAttribute('aria-label')).toBe(
      '吹哨到场率：全镇 50%  1/2，派出所 100%  1/1，城管中队 0%  0/1',
    )
    expect(await leader.at('without').innerText()).toContain(EVIL)
  })

  it('draws the months that came before, of the township and of a unit, and has them as a table', async () => {
    const chart = leader.at('chart-trend')
    await chart.getByText('下个月起可以看变化').waitFor()
    await leader.page.locator('.choose input').click()
    await leader.page.locator('.el-picker-panel:visible').getByText('12 月').click()
    await expect.poll(() => written(chart)).toMatch(/11月.*12月.*没过完/)
    await leader.at('whose').selectOption({ label: '城管中队' })
    await expect.poll(() => written(chart)).toContain('城管中队')
    await chart.locator('summary').click()
    expect(await leader.at('trend-table').locator('td').allInnerTexts()).toHaveLength(4)
    await chart.locator('summary').click()
  })

  it('fits every size, shuts nobody out and is printed whole', async () => {
    await leader.looksRight('assessment')
    const cells = await leader.at('scores').first().locator('td').allInnerTexts()
    expect(cells.filter((cell) => cell.trim() === '')).toEqual([])
    expect(cells).toContain('没有可计的')
    await leader.page.emulateMedia({ media: 'print' })
    // an A4 sheet without its margins, in CSS pixels
    await leader.page.setViewportSize({ width: 688, height: 1000 })
    await leader.picture('assessment-print')
    for (const svg of await leader.page.locator('svg[width]').all())
      expect((await svg.boundingBox())?.width).toBeLessThanOrEqual(688)
    await leader.page.emulateMedia({ media: 'screen' })
  })

  it('shows a head his unit beside the township, and of the others no more than their scores', async () => {
    const chart = head.at('chart-indicator')
    await chart.locator('svg').waitFor()
    expect(await written(chart)).toMatch(/全镇 城管中队/)
    expect(await written(chart)).not.toContain('派出所')
    expect(await head.at('whose').inputValue()).toBe('chengguan')
    await head.looksRight('assessment-head')
  })
})
