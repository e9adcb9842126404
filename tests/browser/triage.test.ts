import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

describe('the triage desk in a browser', () => {
  let house: House
  let web: Web
  let window: Window

  beforeAll(async () => {
    house = await openHouse({ strangers: ['u-zhangwei'] })
    web = await openPages(house)
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
    window = await Window.open()
    await window.signIn(house, web, 'u-zhouting', '/triage')
  })

  afterAll(async () => {
    await window?.close()
    await web?.close()
    house.readsAll()
    await house.close()
    expect(window.problems).toEqual([])
  })

  const at = (name: string): Locator => window.at(name)
  const looksRight = (name: string): Promise<void> => window.looksRight(name)

  it('shows one case with its choices; a key is a choice, and the next one comes up', async () => {
    const { page } = window
    await at('ask').waitFor()
    expect(await at('about').innerText()).toContain('等您定')
    const told = await at('told').innerText()
    await looksRight('triage')
    await page.keyboard.press('1')
    await at('came').waitFor()
    await page.waitForFunction(`document.querySelector('[data-test=told]')?.innerText !== ${JSON.stringify(told)}`)
    await house.settled()
    house.readsAll()
    expect(await at('came').getAttribute('role')).toBe('status')
  })

  it('takes no key for a choice while a form is open: what is typed goes into it', async () => {
    const { page } = window
    await at('tab-returned').click()
    const told = await at('told').innerText()
    await page.keyboard.press('p')
    await page.keyboard.type('2号楼还是3号楼')
    expect(await at('words').inputValue()).toBe('2号楼还是3号楼')
    await at('told').click()
    await page.keyboard.press('1')
    expect(await at('told').innerText()).toBe(told)
    expect(await at('came').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await at('form-place').count()).toBe(0)
  })

  it('takes no key for a choice while somebody types, and finds another unit by its name', async () => {
    const { page } = window
    await at('tab-returned').click()
    expect(await at('reason').innerText()).toContain('不是我们的路段')
    await looksRight('triage-returned')
    await at('note').fill('')
    await at('note').press('1')
    expect(await at('note').inputValue()).toBe('1')
    await at('note').fill('')
    await at('told').click()
    await page.keyboard.press('0')
    await page.keyboard.type('市场')
    await window.picture('triage-search')
    await page.keyboard.press('Enter')
    await at('empty').waitFor()
    await house.settled()
    house.readsAll()
    const moved = (await house.core.ctx.store.tasks({ lead: 'shichang', limit: 1 }))[0]
    expect(moved?.stage).toBe('dispatched')
  })

  it('says who was not reached and what to do; who was told by other means goes off the list', async () => {
    const { page } = window
    await at('tab-undelivered').click()
    expect(await at('missed').innerText()).toContain('先给哨子随便发一句话')
    await looksRight('triage-undelivered')
    const before = Number(await at('tab-undelivered').locator('.count').innerText())
    await page.keyboard.press('t')
    expect(await at('told-otherwise').innerText()).toContain('再按一次')
    await page.keyboard.press('t')
    expect(await at('came').innerText()).toContain('已另行通知')
    await house.settled()
    await expect
      .poll(async () => Number(await at('tab-undelivered').locator('.count').innerText()))
      .toBeLessThan(before)
  })

  it('shows what was learnt, suggests by it with the words, and takes it back', async () => {
    const { page } = window
    await house.person('v-zhaomin').says('张庄村渠里又漂一层东西')
    house.readsAll()
    await at('tab-waiting').click()
    await expect.poll(() => at('tab-waiting').locator('.count').innerText()).toBe('2')
    await page.keyboard.press('n')
    await at('before').waitFor()
    expect(await at('before').innerText()).toMatch(/上次 QS.*“.*漂一层东西”.*改过：定给/)
    await looksRight('triage-before')
    await at('tab-learnt').click()
    await at('lessons').waitFor()
    await looksRight('triage-learnt')
    const mine = at('lessons').locator('li').filter({ hasText: '王家村渠里漂一层东西' })
    await mine.locator('[data-test=unlearn]').click()
    await mine.locator('[data-test=unlearn]').click()
    await mine.locator('[data-test=taken]').waitFor()
    await house.settled()
    house.readsAll()
    await at('tab-waiting').click()
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('[data-test=before]').count()).toBe(0)
  })

  it('joins two cases only when it is pressed twice, and hears what others do at once', async () => {
    const { page } = window
    await at('tab-pairs').click()
    await at('pair').waitFor()
    await looksRight('triage-pairs')
    await page.keyboard.press('m')
    expect(await at('merge').innerText()).toContain('再按一次')
    await page.keyboard.press('m')
    await at('empty').waitFor()
    await house.settled()
    house.readsAll()
    await at('tab-waiting').click()
    const before = Number(await at('tab-waiting').locator('.count').innerText())
    await house.person('v-zhaomin').says('张庄村塘边漂着一层油乎乎的东西')
    house.readsAll()
    await expect.poll(() => at('tab-waiting').locator('.count').innerText()).toBe(String(before + 1))
  })
})
