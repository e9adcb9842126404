import { mkdtemp, rm, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { startDemo, type Demo } from '../../demo.ts'
import { makeLog } from '../../log.ts'
import { launchChromium } from './chromium.ts'

const STALL = '王家村村口有人占道摆摊，还乱倒垃圾'
const CASE_NO = /QS\d{6}-\d{4}/

/** The story of the README, clicked through as a visitor does. */
describe('the demo page', () => {
  let demo: Demo
  let browser: Browser
  let page: Page
  let dir: string
  const problems: string[] = []

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'shaozi-demo-'))
    const env = readEnv({ DATA_DIR: dir, PORT: '0', REDIS_URL: 'none', DEMO_STORY: 'none' })
    const loaded = await loadTowns('config/town')
    if (!env.ok || !loaded.ok) throw new Error('the demo is not set up')
    const log = makeLog('error', (line) => void problems.push(line))
    demo = await startDemo({
      env: env.env,
      towns: loaded.towns,
      calendar: loaded.calendar,
      log,
      onFatal: (e) => void problems.push(e.message),
    })
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.on('console', (m) => void (m.type() === 'error' && problems.push(m.text())))
    page.on('pageerror', (e) => void problems.push(e.message))
    await page.goto(demo.url)
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    await rm(dir, { recursive: true, force: true })
    expect(problems).toEqual([])
  })

  const phone = (userid: string): Locator => page.locator(`[data-test="phone-${userid}"]`)
  const seen = (userid: string, text: string | RegExp): Locator =>
    phone(userid).locator('[data-test^="bubble-"]').filter({ hasText: text }).last()
  const says = async (userid: string, text: string): Promise<void> => {
    await phone(userid).locator(`[data-test="input-${userid}"]`).fill(text)
    await phone(userid).locator(`[data-test="send-${userid}"]`).click()
  }
  const chat = (userid: string, id: string): Promise<void> => phone(userid).locator(`[data-test="chat-${id}"]`).click()

  it('opens with the phones of the story', async () => {
    for (const userid of ['v-lihua', 'u-zhangwei', 'u-wangfang', 'u-zhouting', 'u-chenzhen'])
      await phone(userid).waitFor()
    await page.locator('[data-test="sample-banner"]').waitFor()
  })

  it('answers a report within a second, by page time', async () => {
    await says('v-lihua', STALL)
    await seen('v-lihua', CASE_NO).waitFor()
    expect(await seen('v-lihua', CASE_NO).innerText()).toContain('城管中队')
  })

  it('signs by a click on the card, and the villager hears it', async () => {
    const card = seen('u-zhangwei', CASE_NO)
    await card.waitFor()
    await card.locator('[data-key^="sign:"]').click()
    await seen('v-lihua', '已签收').waitFor()
    await seen('u-wangfang', '张伟').waitFor()
  })

  it('finishes, and the villager is asked whether it is solved', async () => {
    await says('u-zhangwei', '到场 0001')
    await seen('v-lihua', '已到场').waitFor()
    await says('u-zhangwei', '办结 0001 摊位已劝离，垃圾已清走')
    const ask = seen('v-lihua', '解决了吗')
    await ask.waitFor()
    await picture('demo')
    await ask.locator('[data-key^="solved:"]').click()
    const rate = seen('v-lihua', '满意吗')
    await rate.waitFor()
    await rate.locator('[data-key^="satisfied:"]').click()
    await seen('v-lihua', '谢谢').waitFor()
  })

  it('escalates into the leaders’ group when the clock is moved', async () => {
    await says('v-lihua', '李家沟河里有人倒污水，臭得很')
    await seen('v-lihua', /QS\d{6}-0002/).waitFor()
    for (let day = 0; day < 9; day += 1) {
      await page.locator('[data-test="clock-1d"]').click()
      await page.locator('[data-test="forwarding"]').waitFor({ state: 'detached' })
    }
    await chat('u-chenzhen', 'wrLEADERS')
    await seen('u-chenzhen', /QS\d{6}-0002/).waitFor()
    await chat('u-zhouting', 'wrCOMMAND')
    await seen('u-zhouting', /QS\d{6}-0002/).waitFor()
    await picture('escalation')
  })

  it('shows other phones that are chosen, six at most, and the same after the page is loaded again', async () => {
    const choose = (userid: string): Locator => page.locator(`[data-test="choose-${userid}"]`)
    await page.locator('[data-test="choose-phones"]').click()
    for (const kind of ['村民', '站所', '大队', '司法所·法制审核', '指挥室', '领导'])
      await page.locator('[data-test="chooser"] h3', { hasText: kind }).waitFor()
    await choose('u-wangfang').click()
    await choose('u-guodong').click()
    await choose('u-baixue').click()
    await expect.poll(() => choose('u-songming').isDisabled()).toBe(true)
    await page.locator('[data-test="chooser-close"]').click()
    await phone('u-wangfang').waitFor({ state: 'detached' })
    await says('u-guodong', '吹哨 王家村 派出所、城管中队 聚众斗殴')
    await seen('u-guodong', '到了 0/2').waitFor()
    await seen('u-zhangwei', '聚众斗殴').locator('[data-key^="check-in:"]').click()
    await seen('u-zhangwei', '我也到了').waitFor()
    await says('u-guodong', '点名')
    await seen('u-guodong', '到了 1/2').waitFor()
    await says('u-baixue', '审核清单')
    await seen('u-baixue', '没有').waitFor()
    await picture('chosen')
    await page.setViewportSize({ width: 1366, height: 768 })
    const hidden = Number(
      await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('main'))",
      ),
    )
    expect(hidden, 'six phones stand side by side on a laptop').toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.reload()
    await phone('u-baixue').waitFor()
    await phone('u-baixue').locator('[data-test="put-away-u-baixue"]').click()
    await phone('u-baixue').waitFor({ state: 'detached' })
  })

  it('starts over with a reset', async () => {
    await page.locator('[data-test="reset"]').click()
    await page.locator('[data-test="confirm-yes"]').click()
    await expect.poll(() => phone('v-lihua').locator('[data-test^="bubble-"]').count(), { timeout: 20_000 }).toBe(0)
    await says('v-lihua', STALL)
    await seen('v-lihua', /-0001/).waitFor()
  })

  it('fits a small laptop and a telephone', async () => {
    for (const [name, width, height] of [
      ['laptop', 1366, 768],
      ['telephone', 390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.locator('[data-test="composer-v-lihua"]').waitFor()
      await picture(name)
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
      expect(wide, `${name} does not scroll sideways as a whole`).toBeLessThanOrEqual(0)
    }
  })

  /** Pictures for the READMEs, made by this run so that they are never stale. */
  async function picture(name: string): Promise<void> {
    const folder = process.env['SHAOZI_PICTURES'] ?? dir
    await mkdir(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
})
