import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Web } from '../../web/server.ts'
import { openHouse, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

describe('where people come in, and that they go out', () => {
  let house: House
  let web: Web
  let window: Window
  let no = ''

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    no = (await house.core.ctx.store.tasks({ limit: 1 }))[0]?.caseNo ?? ''
    house.readsAll()
    window = await Window.open()
    window.mayBreak = true
  })

  afterAll(async () => {
    await window?.close()
    await web?.close()
    house.readsAll()
    await house.close()
    expect(window.problems).toEqual([])
  })

  it.each([
    ['u-dingning', '/health', '机器和通道'],
    ['u-fangzhou', '/logs', '谁登录过'],
    ['u-zhangwei', '/', '本单位的工单'],
    ['u-zhouting', '/', '全镇的工单'],
  ])('%s comes to %s', async (userid, path, about) => {
    await window.signIn(house, web, userid)
    await window.at('about').waitFor()
    expect(new URL(window.page.url()).pathname).toBe(path)
    expect(await window.at('about').innerText()).toContain(about)
    if (userid === 'u-fangzhou') {
      await window.at('lines').waitFor()
      expect(await window.at('group').innerText()).not.toContain('页面上的操作')
      expect(await window.at('tab-verify').count()).toBe(0)
    }
    await window.at('sign-out').click()
    await window.at('enter').waitFor()
    house.readsAll()
  })

  it.each([
    ['the triage desk', '/triage', '/api/triage'],
    ['the page of a case', '/cases/', '/api/cases/'],
  ])('%s that nobody sits at signs out, however much happens', async (_what, path, api) => {
    await window.signIn(house, web, 'u-zhouting', path === '/cases/' ? `/cases/${no}` : path)
    await window.at('about').waitFor()
    for (let minutes = 5; minutes <= 25; minutes += 5) {
      await house.forward('5m')
      const read = window.page.waitForResponse((answer) => answer.url().includes(api))
      await house.person('v-lihua').says(`补充 ${no} 又多了 ${minutes} 个摊子`)
      expect((await read).status(), `after ${minutes} minutes`).toBe(200)
      house.readsAll()
    }
    await house.forward('6m')
    await house.person('v-lihua').says(`补充 ${no} 还在`)
    await window.at('enter').waitFor()
    house.readsAll()
  })
})
