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

describe('the assessment in a browser', () => {
  let house: House
  let web: Web
  let leader: Window
  let head: Window

  beforeAll(async () => {
    house = await openHouse({ at: '2026-11-24T09:00:00+08:00', towns: (towns) => towns.map(renamed) })
    web = await openPages(house)
    for (const step of STORY) {
      console.log(step, new Date().toISOString())
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
    await leader.close()
    await head.close()
    house.readsAll()
    await web.close()
    await house.close()
    expect([...leader.problems, ...head.problems], 'no page complained').toEqual([])
  })

  const drawn = (chart: Locator): Locator => chart.locator('svg')

  it('looks', async () => {
    await drawn(leader.at('chart-scores').first()).waitFor()
    await leader.looksRight('assessment')
    await leader.page.screenshot({ path: '/tmp/charts/full.png', fullPage: true })
    await leader.page.setViewportSize({ width: 390, height: 844 })
    await leader.page.screenshot({ path: '/tmp/charts/full-phone.png', fullPage: true })
    await leader.page.setViewportSize({ width: 1366, height: 768 })
    await leader.page.pdf({ path: '/tmp/charts/a4.pdf', format: 'A4', preferCSSPageSize: true })
    await drawn(head.at('chart-scores').first()).waitFor()
    await head.page.screenshot({ path: '/tmp/charts/head.png', fullPage: true })
  })
})

const STORY = [
  'v-lihua 王家村村口有人占道摆摊，还乱倒垃圾',
  'u-zhangwei 签收 0001',
  '+1h',
  'u-zhangwei 到场 0001',
  'u-zhangwei 办结 0001 摊位已劝离',
  'v-lihua 解决了',
  'v-lihua 满意',
  'v-zhaomin 李庄村头垃圾成堆，没有人清，臭得很',
  '+3h',
  'v-zhaomin 石门村小卖部卖过期食品',
  '+3d',
  'u-zhouting 吹哨 王家村 派出所、市场监管所 聚众斗殴，有人持刀',
  '+5m',
  'u-shenhao 报到',
  '+2h',
  'u-zhouting 收哨',
  '+6d',
  'v-lihua 王家村村口又有人占道摆摊',
  '+1h',
  'u-zhangwei 签收 0004',
  '+1d',
]
