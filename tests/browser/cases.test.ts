import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { picture } from '../scenarios/pictures.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

const SCRIPT = '<img src=x onerror=alert(1)>'

describe('cases in a browser', () => {
  let house: House
  let web: Web
  let window: Window
  let no = ''

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    await house.person('v-zhaomin').says('王家村村口有人占道摆摊，还乱倒垃圾')
    await house.person('v-lihua').says(`北坡村有人烧秸秆，烟很大 ${SCRIPT}`)
    no = (await house.core.ctx.store.tasks({ lead: 'huanbao', limit: 1 }))[0]?.caseNo ?? ''
    await house.person('u-dujuan').sends([{ name: 'a.png', data: picture(90) }], `到场 ${no}`)
    await house.forward('2h')
    await house.person('u-dujuan').sends([{ name: 'b.png', data: picture(220) }], `反馈 ${no} 明火已扑灭，正在清理余烬`)
    await house.person('v-lihua').says('补充：旁边还有两堆没点的秸秆')
    house.readsAll()
    window = await Window.open()
    await window.signIn(house, web, 'u-zhouting', '/cases')
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

  it('are found by their words, and opened from the list', async () => {
    await at('cases').waitFor()
    await looksRight('cases')
    await at('search-words').fill('没有这样的事')
    await at('search').click()
    await at('none').waitFor()
    await at('search-words').fill('烧秸秆')
    await at('search').click()
    await at(`case-${no}`).click()
    await at('timeline').waitFor()
    expect(await at('facts').innerText()).toContain(SCRIPT)
  })

  it('show what happened, pictures, messages and how the clocks were counted', async () => {
    expect(await at('timeline').innerText()).toContain('生态环境所 杜娟')
    expect(await at('messages').innerText()).toContain('智能机器人')
    const shown = at('files').locator('img')
    await expect
      .poll(() => window.page.evaluate(`document.querySelector('[data-test=files] img').naturalWidth > 0`))
      .toBe(true)
    expect(await shown.count()).toBe(2)
    await looksRight('case')
    await window.page.screenshot({
      path: `${process.env['SHAOZI_PICTURES'] ?? house.dataDir}/case-whole.png`,
      fullPage: true,
    })
  })

  it('tell day by day which hours of a deadline were counted', async () => {
    await window.page.goto(`${web.url}/cases/QS261124-0001`)
    const counted = at('counted-finish')
    await counted.locator('summary').click()
    expect(await counted.innerText()).toMatch(/11\/28.*周末\s+不算/)
    expect(await counted.locator('tfoot').innerText()).toContain('40 小时')
    await looksRight('case-clocks')
    await window.page.goto(`${web.url}/cases/${no}`)
    await at('timeline').waitFor()
  })

  it('are printed whole: the township, by whom and when, every day with its year, what is folded, numbers of the sheets', async () => {
    await window.page.goto(`${web.url}/cases/QS261124-0001`)
    await at('timeline').waitFor()
    await window.page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`)
    expect(await at('printed').innerText()).toMatch(/青石镇.*周婷.*2026\/11\/24/u)
    expect(await at('timeline').innerText()).toContain('2026/11/24')
    expect(await at('counted-finish').innerText()).toMatch(/2026\/11\/28.*周末\s+不算/u)
    await window.page.evaluate(`window.dispatchEvent(new Event('afterprint'))`)
    await expect.poll(() => at('printed').count()).toBe(0)
    expect(await at('counted-finish').innerText()).not.toContain('不算')
    const rules = await window.page.evaluate<string>(
      `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(' ')`,
    )
    expect(rules).toMatch(/@page[^@]*@bottom-right[^}]*counter\(pages\)/u)
    await window.page.goto(`${web.url}/cases/${no}`)
    await at('timeline').waitFor()
  })

  it('are printed without buttons, and without whoever reported them', async () => {
    await window.page.emulateMedia({ media: 'print' })
    expect(await at('acts').isVisible()).toBe(false)
    expect(await at('print').isVisible()).toBe(false)
    expect(await at('timeline').isVisible()).toBe(true)
    expect(await window.page.locator('.side').isVisible()).toBe(false)
    expect((await at('facts').boundingBox())?.width, 'the sheet is used').toBeGreaterThan(900)
    expect(await at('printed').count(), 'on the screen it says nothing').toBe(0)
    await window.page.pdf({ path: `${process.env['SHAOZI_PICTURES'] ?? house.dataDir}/case.pdf`, format: 'A4' })
    await window.page.emulateMedia({ media: 'screen' })
  })

  it('take orders: refused in the words of the bot, or done, and the page follows what others do', async () => {
    await at('act-merge').click()
    await at('other').fill('9999')
    await at('submit').click()
    await at('came').waitFor()
    expect(await at('came').getAttribute('role')).toBe('alert')
    await looksRight('case-refused')
    await at('act-urge').click()
    await at('words').fill('请今天办完')
    await at('submit').click()
    await expect.poll(() => at('timeline').innerText()).toContain('请今天办完')
    await house.settled()
    house.readsAll()
    const after = [{ name: 'c.png', data: picture(250) }]
    await house.person('u-dujuan').sends(after, `办结 ${no} 已扑灭，余烬已清走`)
    house.readsAll()
    await expect.poll(() => at('facts').innerText()).toContain('余烬已清走')
  })

  it('show who reported it once, with a reason; gone with the next look', async () => {
    await at('act-reveal').click()
    await at('words').fill('要当面核实情况')
    await at('submit').click()
    await expect.poll(() => at('came').innerText()).toContain('v-lihua')
    await window.picture('case-reveal')
    await window.page.emulateMedia({ media: 'print' })
    expect(await at('came').isVisible()).toBe(false)
    await window.page.emulateMedia({ media: 'screen' })
    await window.page.reload()
    await at('timeline').waitFor()
    expect(await window.page.locator('body').innerText()).not.toContain('v-lihua')
    await house.settled()
    house.readsAll()
  })
})
