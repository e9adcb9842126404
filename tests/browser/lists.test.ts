import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, Town } from '../../domain/town.ts'
import type { Web } from '../../web/server.ts'
import { openHouse, textOf, type House } from '../scenarios/house.ts'
import { openPages } from '../scenarios/web/door.ts'
import { Window } from './window.ts'

const auditor: Person = {
  ...{ userid: 't-auditor', name: '郑审计', station: null, licence: null, licenceUntil: null },
  roles: ['auditor'],
}

describe('the pages of units, lists, rules and logs', () => {
  let house: House
  let web: Web
  let folder: string
  let room: Window
  let watch: Window
  let clerk: Page
  let no: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shaozi-town-'))
    await cp('config/town', folder, { recursive: true })
    const withAuditor = (town: Town): Town => ({ ...town, people: [...town.people, auditor] })
    house = await openHouse({ folder, strangers: ['u-liqiang'], towns: (towns) => towns.map(withAuditor) })
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    await house.person('v-zhaomin').says('李家沟路口有人乱倒垃圾')
    await house.settled()
    await house.person('u-zhangwei').says(`签收 ${no}`)
    await house.person('u-zhangwei').says('用车 今天 13:30-17:00 去王家村巡查')
    await house.forward('3h')
    house.readsAll()
    room = await Window.open()
    watch = await Window.open()
    await room.signIn(house, web, 'u-zhouting', '/units')
    clerk = room.page
  })

  afterAll(async () => {
    await room.close()
    await watch.close()
    house.readsAll()
    await web.close()
    await house.close()
    await rm(folder, { recursive: true, force: true })
    expect([...room.problems, ...watch.problems], 'no page complained').toEqual([])
  })

  /** In every size, and then as it was. */
  async function inspect(window: Window, name: string): Promise<void> {
    for (const size of ['wall', 'telephone', 'laptop'] as const) await window.looks(name, size)
  }

  const menu = (title: string): Promise<void> => clerk.locator('nav.side a', { hasText: title }).click()
  const calendar = (page: Page): Locator => page.locator('.el-picker-panel:visible')
  /** Opens a calendar where there is least room for it. */
  async function open(window: Window, field: Locator, name: string): Promise<void> {
    await window.page.setViewportSize({ width: 390, height: 844 })
    await field.click()
    await calendar(window.page).waitFor()
    await window.looks(name, 'telephone')
    await window.page.setViewportSize({ width: 1366, height: 768 })
  }
  const at = (page: Page, test: string) => page.locator(`[data-test="${test}"]`)

  it('show what each unit has in hand, its papers and its vehicles', async () => {
    const unit = at(clerk, 'unit-chengguan')
    await unit.locator('[data-test="open"]', { hasText: '2' }).waitFor()
    await unit.locator('[data-test="overdue"]', { hasText: '1' }).waitFor()
    await unit.locator('summary').click()
    await inspect(room, 'units')
    await at(clerk, 'tab-papers').click()
    await at(clerk, 'papers').locator('tr', { hasText: '没有登记' }).first().waitFor()
    await inspect(room, 'papers')
    await at(clerk, 'tab-assets').click()
    await at(clerk, 'assets').locator('td', { hasText: '张伟' }).first().waitFor()
    await inspect(room, 'assets')
    await at(clerk, 'edit-assets').click()
    await at(clerk, 'add-asset').click()
    const fields = at(clerk, 'asset-editor').locator('fieldset').last()
    await fields.locator('input').first().fill('cam-3')
    await fields.locator('input[data-test^=name]').fill('执法记录仪 3 号')
    await inspect(room, 'asset-editor')
    await at(clerk, 'save-assets').click()
    await at(clerk, 'saved').waitFor()
    await at(clerk, 'assets').locator('td', { hasText: '执法记录仪 3 号' }).waitFor()
  })

  it('let a month be planned', async () => {
    await menu('值班表')
    await at(clerk, 'day-2026-11-24').waitFor()
    await open(room, clerk.locator('.bar .el-date-editor input'), 'roster-month')
    await calendar(clerk).getByText('10 月').click()
    await at(clerk, 'day-2026-10-31').waitFor()
    await at(clerk, 'next').click()
    await at(clerk, 'day-2026-11-30').waitFor()
    await at(clerk, 'next').click()
    await at(clerk, 'day-2026-12-03').click()
    await at(clerk, 'pick-u-wangfang').check()
    await inspect(room, 'roster-day')
    await at(clerk, 'set').click()
    await at(clerk, 'save').click()
    await at(clerk, 'saved').waitFor()
    expect(await at(clerk, 'day-2026-12-03').innerText()).toContain('王芳')
    await inspect(room, 'roster')
    expect(house.core.ctx.towns[0]?.roster.some(({ date }) => date === '2026-12-03')).toBe(true)
  })

  it('let an item of the duty list be found, tried, changed and taken back', async () => {
    await menu('权责清单')
    await at(clerk, 'search').fill('占道')
    await at(clerk, 'open-CG001').click()
    await at(clerk, 'field-lead').selectOption({ label: '综合行政执法大队' })
    await at(clerk, 'check').click()
    await at(clerk, 'diff').locator('li', { hasText: '城管中队' }).waitFor()
    await inspect(room, 'duty-form')
    await open(room, clerk.locator('.field', { hasText: '到哪天为止；' }).locator('input'), 'duty-day')
    await calendar(clerk).locator('.available').last().click()
    await at(clerk, 'diff').waitFor({ state: 'detached' })
    await at(clerk, 'check').click()
    await at(clerk, 'diff')
      .locator('li', { hasText: /20\d\d-\d\d-\d\d/ })
      .waitFor()
    await at(clerk, 'apply').click()
    await at(clerk, 'done').waitFor()
    await at(clerk, 'close').click()
    await inspect(room, 'duties')
    await at(clerk, 'tab-versions').click()
    await at(clerk, 'see').first().click()
    await at(clerk, 'compare').locator('li', { hasText: '城管中队' }).waitFor()
    await at(clerk, 'reason').fill('改错了单位')
    await inspect(room, 'versions')
    await at(clerk, 'roll-back').click()
    await at(clerk, 'done').waitFor()
  })

  it('say of a file what is wrong with it, line by line', async () => {
    await at(clerk, 'tab-import').click()
    const buffer = Buffer.from('编码,事项名称,主办单位\nCG001,占道经营,没有这个所\n')
    await at(clerk, 'file').setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer })
    await at(clerk, 'try').click()
    await at(clerk, 'faults').locator('li', { hasText: '第 2 行' }).waitFor()
    await inspect(room, 'import')
  })

  it('tell what would happen to a case, and who would not hear of it', async () => {
    await menu('规则和推演')
    await at(clerk, 'no').fill(no)
    await at(clerk, 'run').click()
    await at(clerk, 'steps').locator('li').first().waitFor()
    await at(clerk, 'lacking').locator('li', { hasText: '李强' }).waitFor()
    await inspect(room, 'ahead')
    for (const tab of ['clocks', 'law', 'lint']) {
      await at(clerk, `tab-${tab}`).click()
      await inspect(room, tab)
    }
  })

  it('show the logs to who audits, and no cases', async () => {
    await watch.signIn(house, web, 't-auditor', '/logs')
    const { page } = watch
    await at(page, 'lines').locator('td', { hasText: '周婷' }).first().waitFor()
    expect(await page.locator('nav.side a').allInnerTexts()).toEqual(['日志', '登录情况'])
    await inspect(watch, 'logs')
    const from = page.locator('.bar .el-date-editor input').first()
    await open(watch, from, 'logs-day')
    expect(await calendar(page).locator('th').allInnerTexts()).toEqual(['一', '二', '三', '四', '五', '六', '日'])
    await calendar(page).locator('.today').click()
    expect(await from.inputValue()).toMatch(/^20\d\d-\d\d-\d\d$/)
    await from.fill('')
    await from.press('Enter')
    await at(page, 'who').fill('郑审计')
    await at(page, 'find').click()
    await at(page, 'tab-deliveries').click()
    await at(page, 'undelivered').locator('td', { hasText: '李强' }).first().waitFor()
    await inspect(watch, 'deliveries')
    await at(page, 'tab-verify').click()
    await at(page, 'verify').click()
    await at(page, 'whole').waitFor({ timeout: 20_000 })
    await inspect(watch, 'verification')
    expect(await page.content()).not.toContain('占道')
  })
})
