import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Web } from '../../web/server.ts'
import { find, services } from '../services/ensure.ts'
import { textOf, type House } from '../scenarios/house.ts'

/** A laptop, a wall screen, a phone inside WeCom. */
export const SIZES = [
  ['laptop', 1366, 768],
  ['wall', 1920, 1080],
  ['phone', 390, 844],
] as const

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: find(services.chromium) ?? '', args: ['--no-sandbox', '--disable-gpu'] })

/** A page in which somebody signs in with the code the bot sends; whatever goes wrong in it is kept. */
export async function signedIn(
  browser: Browser,
  { web, house, problems }: Readonly<{ web: Web; house: House; problems: string[] }>,
  userid: string,
  to: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())))
  page.on('pageerror', (error) => void problems.push(error.message))
  await page.goto(`${web.url}/sign-in?to=${encodeURIComponent(to)}`)
  await page.locator('[data-test="who"]').fill(userid)
  await page.locator('[data-test="send-code"]').click()
  await page.locator('[data-test="said"]').waitFor()
  await house.settled()
  const code = /\d{6}/.exec(textOf(house.expects(userid, '验证码')))?.[0] ?? ''
  await page.locator('[data-test="code"]').fill(code)
  await page.locator('[data-test="enter"]').click()
  await page.locator('[data-test="about"]').waitFor()
  return page
}

/** Nothing serious for who cannot see or use a mouse, and no scrolling sideways, at every size; pictures where they are asked for. */
export async function inspect(page: Page, name: string): Promise<void> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const [size, width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await picture(page, `${name}-${size}`)
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
    expect(wide, `${name} on a ${size} does not scroll sideways`).toBeLessThanOrEqual(0)
    await page.evaluate(axe)
    const found = (await page.evaluate(
      `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    )) as readonly string[]
    expect(found, `${name} on a ${size}`).toEqual([])
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHAOZI_PICTURES']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
