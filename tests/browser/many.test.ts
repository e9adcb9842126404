import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Person, Town } from '../../domain/town.ts'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

const LONG = '市场监督管理局派驻青石镇及周边八个行政村联合综合执法监督管理所第二工作组'
const MANY = 120

const person = (n: number): Person => ({
  ...{ userid: `x-${n}`, name: `试用${n}号`, station: 'chengguan', roles: ['officer'] },
  ...{ licence: null, licenceUntil: null },
})

/** Every unit has a name as long as they come, and one has many people. */
const large = (town: Town): Town => ({
  ...town,
  stations: town.stations.map((station, n) => ({ ...station, name: `${LONG}${n}` })),
  people: [...town.people, ...Array.from({ length: MANY }, (_, n) => person(n))],
})

describe('a township with long names and many people', () => {
  let house: House
  let web: Web
  let room: Window
  let page: Page
  const at = (test: string) => page.locator(`[data-test="${test}"]`)
  const menu = (title: string): Promise<void> => page.locator('nav.side a', { hasText: title }).click()

  beforeAll(async () => {
    house = await openHouse({ towns: (towns) => towns.map(large) })
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    room = await Window.open()
    await room.signIn(house, web, 'u-zhouting', '/units')
    page = room.page
    page.setDefaultTimeout(8000)
  })

  afterAll(async () => {
    await room.close()
    house.readsAll()
    await web.close()
    await house.close()
    expect(room.problems, 'no page complained').toEqual([])
  })

  it('has pages that do not scroll sideways, and columns that can be read', async () => {
    await at('unit-chengguan').waitFor()
    for (const title of ['权责清单', '值班表', '考核', '站所和人员']) {
      await menu(title)
      await page.waitForLoadState('networkidle')
      for (const size of ['telephone', 'laptop', 'wall'] as const) await room.looks(`many-${title}`, size)
    }
    await menu('考核')
    await page.setViewportSize({ width: 390, height: 844 })
    await at('scores').first().waitFor()
    await at('wider').first().waitFor()
    await page.setViewportSize({ width: 1366, height: 768 })
    await menu('权责清单')
    await at('duties').waitFor()
    const name = await at('duties').locator('td.name').first().boundingBox()
    expect(name?.width, 'room for eight characters').toBeGreaterThan(130)
  })

  it('finds one of many papers, a page at a time', async () => {
    await menu('站所和人员')
    await at('tab-papers').click()
    const rows = at('papers').locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(50)
    await at('next-page').click()
    await page.getByText('第 2 页').waitFor()
    await at('find-paper').fill('试用77号')
    await expect.poll(() => rows.count()).toBe(1)
    expect(await at('papers-found').textContent()).toContain('找到 1 条')
  })

  it('finds one of many people for a day', async () => {
    await menu('值班表')
    await at('unit').selectOption('chengguan')
    await at('day-2026-11-25').click()
    await at('find-person').fill('试用77号')
    await expect.poll(() => at('day-choice').locator('.pick').count()).toBe(1)
    await at('pick-x-77').check()
    await at('find-person').fill('')
    await page.getByText('已选：试用77号').waitFor()
  })
})
