import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../domain/town.ts'
import { barriers } from './barriers.ts'
import { openOffice, SIZES, type Office } from './office.ts'

const CASES: readonly Role[] = ['officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer']
const WATCH: readonly Role[] = ['dispatcher', 'leader', 'supervisor']

/** Who reaches which page, written down by hand. */
const PAGES: Readonly<Record<string, readonly Role[]>> = {
  '/': CASES,
  '/wall': CASES,
  '/triage': WATCH,
  '/cases': CASES,
  '/units': ['head', ...WATCH],
  '/roster': ['head', ...WATCH],
  '/duties': [...CASES, 'admin'],
  '/rules': ['head', ...WATCH, 'admin'],
  '/assessment': ['officer', 'head', ...WATCH],
  '/logs': ['auditor', 'security', 'supervisor'],
  '/setup': ['admin'],
  '/health': ['admin'],
  '/sessions': ROLES,
}
const CASE_NO = /QS\d{6}-\d{4}/
/** Every page over the wire, before anything of it is read. */
const FIRST_LOAD = 500 * 1024

describe('the pages of the command room', () => {
  let office: Office

  beforeAll(async () => {
    office = await openOffice(process.env['FONTCONFIG_FILE'] ? { FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'] } : {})
  }, 180_000)

  afterAll(() => office?.close())

  const settled = async (page: Page, path: string): Promise<void> => {
    await page.goto(office.url + path)
    await page.locator('[data-test="about"], [data-test="no-page"], [data-test="clock"]').first().waitFor()
    await page.waitForTimeout(0)
  }

  it('open to nobody who is not signed in', async () => {
    const page = office.watched(await office.browser.newPage())
    for (const path of Object.keys(PAGES)) {
      await page.goto(office.url + path)
      await page.locator('[data-test="enter"]').waitFor()
      expect(new URL(page.url()).pathname).toBe('/sign-in')
    }
    expect(await barriers(page)).toEqual([])
    await page.close()
  })

  it.each(ROLES)('%s opens his pages and no other; none keeps anybody out', async (role) => {
    const page = await office.visit(`t-${role}`)
    for (const [path, roles] of Object.entries(PAGES)) {
      await settled(page, path)
      const { pathname } = new URL(page.url())
      if (roles.includes(role)) expect(pathname, `${role} at ${path}`).toBe(path)
      else expect(pathname, `${role} at ${path}`).not.toBe(path)
      if (!roles.includes(role)) continue
      expect(await barriers(page), `${role} at ${path}`).toEqual([])
      await shot(page, `${role}${path.replaceAll('/', '-')}`)
    }
    await page.context().close()
  })

  it.each(['phone', 'wall'] as const)('fit on a %s: nothing is cut off at the side', async (size) => {
    for (const [path, roles] of Object.entries(PAGES)) {
      const page = await office.visit(`t-${roles.find((role) => role === 'dispatcher') ?? roles[0]}`, size)
      await settled(page, path)
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(wide, `${path} on a ${size}`).toBeLessThanOrEqual(SIZES[size].width)
      await shot(page, `${size}${path.replaceAll('/', '-')}`)
      await page.context().close()
    }
  })

  it('come in less than 500 KB, all from here', async () => {
    const page = await office.visit('t-dispatcher')
    let bytes = 0
    page.on('response', (answer) => {
      expect(new URL(answer.url()).origin).toBe(office.url)
      bytes += Number(answer.headers()['content-length'] ?? 0)
    })
    await settled(page, '/')
    expect(bytes).toBeGreaterThan(20 * 1024)
    expect(bytes).toBeLessThan(FIRST_LOAD)
    await page.context().close()
  })

  it('follow a report from the phone to the wall, in pictures', async () => {
    const phones = office.watched(await office.browser.newPage())
    await phones.goto(office.demo.url)
    const page = await office.visit('t-dispatcher', 'desk')
    const frames: Buffer[] = []
    const frame = async (): Promise<void> => void frames.push(await page.screenshot())
    await settled(page, '/')
    await frame()
    const answers = phones.locator('[data-test="phone-v-lihua"] [data-test^="bubble-"]').filter({ hasText: CASE_NO })
    const before = await answers.count()
    await phones.locator('[data-test="input-v-lihua"]').fill('马寨村小卖部门口有人占道摆摊')
    await phones.locator('[data-test="send-v-lihua"]').click()
    const bubble = answers.nth(before)
    await bubble.waitFor()
    const no = CASE_NO.exec(await bubble.innerText())?.[0] ?? ''
    await page.locator(`[data-test="card-${no}"]`).first().waitFor()
    await frame()
    await settled(page, `/cases/${no}`)
    await frame()
    await shot(page, 'case')
    await settled(page, '/')
    await shot(page, 'board')
    await frame()
    await film(frames)
    await page.context().close()
    await phones.close()
  })

  it('show what people write as text, whatever they write', async () => {
    const evil = '<img src=x onerror=alert(1)>王家村村口有人占道摆摊<script>alert(2)</script>javascript:alert(3)'
    const phones = office.watched(await office.browser.newPage())
    await phones.goto(office.demo.url)
    await phones.locator('[data-test="input-v-lihua"]').fill(evil)
    await phones.locator('[data-test="send-v-lihua"]').click()
    await phones.getByText('onerror=alert(1)').first().waitFor()
    const answer = phones.locator('[data-test="phone-v-lihua"] [data-test^="bubble-"]').filter({ hasText: '王家村' })
    await answer.filter({ hasText: CASE_NO }).last().waitFor()
    const no = CASE_NO.exec(await answer.filter({ hasText: CASE_NO }).last().innerText())?.[0] ?? ''
    const page = await office.visit('t-dispatcher')
    page.on('dialog', (dialog) => void office.problems.push(`a script ran: ${dialog.message()}`))
    for (const path of ['/', '/wall', '/triage', '/cases', `/cases/${no}`]) {
      await settled(page, path)
      // what a case says is found where cases are shown
      if (path !== '/triage') await page.getByText('onerror=alert(1)').first().waitFor()
    }
    expect(await barriers(page)).toEqual([])
    await page.context().close()
    await phones.close()
  })

  it('let somebody in with the code the bot sends to his phone', async () => {
    const context = await office.browser.newContext({ viewport: SIZES.wall })
    const phones = office.watched(await context.newPage())
    await phones.goto(office.demo.url)
    await phones.locator('[data-test="phone-u-zhouting"]').waitFor()
    const page = office.watched(await context.newPage())
    await page.goto(`${office.url}/sign-in`)
    await page.locator('[data-test="who"]').fill('周婷')
    await page.locator('[data-test="send-code"]').click()
    await page.locator('[data-test="said"]').waitFor()
    await phones.locator('[data-test="phone-u-zhouting"] [data-test="chat-u-zhouting"]').click()
    const bubble = phones.locator('[data-test="phone-u-zhouting"] [data-test^="bubble-"]').filter({ hasText: '验证码' })
    await bubble.last().waitFor()
    const code = /\d{6}/.exec(await bubble.last().innerText())?.[0] ?? ''
    await page.locator('[data-test="code"]').fill(code)
    await page.locator('[data-test="enter"]').click()
    await page.locator('[data-test="about"]').waitFor()
    await page.locator('[data-test="sign-out"]').click()
    await page.locator('[data-test="enter"]').waitFor()
    await context.close()
  })

  /** Pictures for the READMEs, made by this run so that they are never stale (`npm run pictures`); of every page with `SHOTS=<folder>`. */
  async function shot(page: Page, name: string): Promise<void> {
    const wanted = ['board', 'case'].includes(name) ? process.env['SHAOZI_PICTURES'] : process.env['SHOTS']
    if (!wanted) return
    await mkdir(wanted, { recursive: true })
    await page.screenshot({ path: join(wanted, `${name}.png`) })
  }

  /** The pictures one after the other, two seconds each. */
  async function film(frames: readonly Buffer[]): Promise<void> {
    const folder = process.env['SHAOZI_PICTURES']
    if (!folder) return
    const small = await Promise.all(frames.map((each) => sharp(each).resize({ width: 960 }).png().toBuffer()))
    await sharp(small, { join: { animated: true } })
      .gif({ delay: small.map(() => 2000), loop: 0 })
      .toFile(join(folder, 'board.gif'))
  }
})
