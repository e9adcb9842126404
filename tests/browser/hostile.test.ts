import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { Web } from '../../web/server.ts'
import { textOf, openHouse, type House } from '../scenarios/house.ts'
import { PNG } from '../scenarios/pictures.ts'
import { openPages, Visitor } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

/** Whatever somebody may write: it is words, wherever it is shown. */
const IMG = '<img src=x onerror=alert(1)>'
const SCRIPT = '"><script>alert(2)</script>'
const LINK = '[看](javascript:alert(3))'
const EVIL = `${IMG}${SCRIPT}${LINK}`

/** The names a township gives to its units, people, groups and items. */
const renamed = (town: Town): Town => ({
  ...town,
  name: `青石镇${IMG}`,
  stations: town.stations.map((each) => (each.id === 'chengguan' ? { ...each, name: `城管${IMG}` } : each)),
  groups: town.groups.map((each) => ({ ...each, name: `${each.name}${IMG}` })),
  duties: town.duties.map((each) => ({ ...each, name: `${each.name}${IMG}` })),
  villages: town.villages.map((each) => ({ ...each, grid: `${each.grid ?? ''}${IMG}` })),
  people: [
    ...town.people.map((each) => (each.userid === 'u-zhangwei' ? { ...each, name: `张伟${SCRIPT}` } : each)),
    ...(['auditor', 'security', 'admin'] as const).map((role) => ({
      ...{ userid: `t-${role}`, name: `试${role}${IMG}`, station: null, roles: [role] },
      ...{ licence: null, licenceUntil: null },
    })),
  ],
})

const DISPATCHER = ['/', '/wall', '/cases', '/triage', '/units', '/rules', '/duties', '/assessment', '/sessions']

describe('words that would be a program', () => {
  let house: House
  let web: Web
  let no: string
  const windows: Window[] = []

  beforeAll(async () => {
    house = await openHouse({ towns: (towns) => towns.map(renamed) })
    web = await openPages(house)
    const villager = house.person('v-lihua')
    await villager.says(`王家村村口有人占道摆摊，还乱倒垃圾 ${EVIL}`)
    no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    await villager.sends([{ name: `${IMG}.png`, data: PNG }], `补充 ${EVIL}`)
    await house.person('v-zhaomin').says(`那个地方不太对劲 ${EVIL}`)
    await house.person('v-zhaomin').says(`王家村 ${EVIL}`)
    await house.person('u-zhangwei').says(`签收 ${no}`)
    await house.person('u-zhangwei').says(`反馈 ${no} ${EVIL}`)
    await house.person('u-zhouting').says(`查看反映人 ${no} ${EVIL}`)
    await house.person('u-zhouting').says(`督办 ${no} ${EVIL}`)
    await new Visitor(web).post('/api/sign-in', { who: `${IMG}`, code: '000000' })
    house.readsAll()
  })

  afterAll(async () => {
    for (const window of windows) await window.close()
    await web.close()
    house.readsAll()
    await house.close()
  })

  async function opened(): Promise<Window> {
    const window = await Window.open()
    windows.push(window)
    window.page.on('dialog', (dialog) => {
      window.problems.push(`a script ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
    return window
  }

  /** Nothing ran, nothing was refused by the policy of the page, and nothing became an element. */
  async function isOnlyWords(window: Window, where: string): Promise<void> {
    await window.page.waitForLoadState('networkidle')
    expect(await window.page.locator('img[src="x"], a[href^="javascript:"]').count(), where).toBe(0)
    expect(window.problems, where).toEqual([])
  }

  it('are words on every page of the command room', async () => {
    const window = await opened()
    await window.signIn(house, web, 'u-zhouting')
    let read = ''
    for (const path of [...DISPATCHER, `/cases/${no}`]) {
      await window.page.goto(`${web.url}${path}`)
      await window.page.locator('main').waitFor()
      await isOnlyWords(window, path)
      read += await window.page.locator('body').innerText()
    }
    for (const said of [IMG, SCRIPT]) expect(read, 'and can be read').toContain(said)
  })

  it('are words in the logs, and on the pages of the machine', async () => {
    for (const [who, paths] of [
      ['t-auditor', ['/logs']],
      ['t-admin', ['/health', '/setup', '/duties']],
      ['t-security', ['/sessions', '/logs']],
    ] as const) {
      const window = await opened()
      await window.signIn(house, web, who)
      for (const path of paths) {
        await window.page.goto(`${web.url}${path}`)
        await window.page.locator('main').waitFor()
        await isOnlyWords(window, `${who} ${path}`)
      }
    }
  })

  it('are words on the telephones, in bubbles, cards and names', async () => {
    const window = await opened()
    await window.page.goto(house.simulator.url)
    await window.page.locator('[data-test^="bubble-"]').first().waitFor()
    await isOnlyWords(window, 'telephones')
    expect(await window.page.locator('body').innerText()).toContain(IMG)
  })
})
