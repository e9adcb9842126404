import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Desk, openBrowser } from './desk.ts'

describe('the triage desk in a browser', () => {
  let house: House
  let web: Web
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    house = await openHouse({ strangers: ['u-zhangwei'] })
    web = await openPages(house)
    browser = await openBrowser()
    for (const text of ['王家村渠里漂一层东西', '李家沟路边堆了一堆说不上来的东西，味道难闻'])
      await house.person('v-lihua').says(text)
    await house.person('v-zhaomin').says('东关市场有人占道摆摊')
    const stall = (await house.core.ctx.store.tasks({ lead: 'chengguan', limit: 1 }))[0]?.caseNo ?? ''
    await house.person('u-wangfang').says(`退回 ${stall} 不是我们的路段，是市场里面`)
    for (const who of ['v-lihua', 'v-zhaomin']) {
      await house.person(who).says('天天一大早有人占道摆摊卖菜')
      await house.person(who).says('说不清楚')
    }
    await house.forward('2m')
    house.readsAll()
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    page.setDefaultTimeout(20_000)
    desk = await new Desk(page, web).signIn(house, 'u-zhouting')
  })

  afterAll(async () => {
    await browser?.close()
    await web?.close()
    house.readsAll()
    await house.close()
    expect(desk.problems).toEqual([])
  })

  it('shows one case with its choices; a key is a choice, and the next one comes up', async () => {
    const { page } = desk
    await desk.open('/triage')
    await page.getByTestId('ask').waitFor()
    expect(await page.getByTestId('about').innerText()).toContain('等您定')
    const told = await page.getByTestId('told').innerText()
    await desk.looksRight('triage')
    await page.keyboard.press('1')
    await page.getByTestId('came').waitFor()
    await page.waitForFunction(`document.querySelector('[data-test=told]')?.innerText !== ${JSON.stringify(told)}`)
    await house.settled()
    house.readsAll()
    expect(await page.getByTestId('came').getAttribute('role')).toBe('status')
  })

  it('takes no key for a choice while somebody types, and finds another unit by its name', async () => {
    const { page } = desk
    await page.getByTestId('tab-returned').click()
    expect(await page.getByTestId('reason').innerText()).toContain('不是我们的路段')
    await desk.looksRight('triage-returned')
    await page.getByTestId('note').fill('')
    await page.getByTestId('note').press('1')
    expect(await page.getByTestId('note').inputValue()).toBe('1')
    await page.getByTestId('note').fill('')
    await page.getByTestId('told').click()
    await page.keyboard.press('0')
    await page.keyboard.type('市场')
    await desk.picture('triage-search')
    await page.keyboard.press('Enter')
    await page.getByTestId('empty').waitFor()
    await house.settled()
    house.readsAll()
    const moved = (await house.core.ctx.store.tasks({ lead: 'shichang', limit: 1 }))[0]
    expect(moved?.stage).toBe('dispatched')
  })

  it('says who was not reached and what to do, and refuses in the words of the bot', async () => {
    const { page } = desk
    await page.getByTestId('tab-undelivered').click()
    expect(await page.getByTestId('missed').innerText()).toContain('先给哨子随便发一句话')
    await desk.looksRight('triage-undelivered')
  })

  it('joins two cases only when it is pressed twice, and hears what others do at once', async () => {
    const { page } = desk
    await page.getByTestId('tab-pairs').click()
    await page.getByTestId('pair').waitFor()
    await desk.looksRight('triage-pairs')
    await page.keyboard.press('m')
    expect(await page.getByTestId('merge').innerText()).toContain('再按一次')
    await page.keyboard.press('m')
    await page.getByTestId('empty').waitFor()
    await house.settled()
    house.readsAll()
    await page.getByTestId('tab-waiting').click()
    const before = Number(await page.getByTestId('tab-waiting').locator('.count').innerText())
    await house.person('v-zhaomin').says('张庄村塘边漂着一层油乎乎的东西')
    house.readsAll()
    await expect.poll(() => page.getByTestId('tab-waiting').locator('.count').innerText()).toBe(String(before + 1))
  })
})
