import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, selectors, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Web } from '../../web/server.ts'
import { find, services } from '../services/ensure.ts'
import { textOf, type House } from '../scenarios/house.ts'

export const SIZES = [
  ['laptop', 1366, 768],
  ['wall', 1920, 1080],
  ['phone', 390, 844],
] as const

selectors.setTestIdAttribute('data-test')

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: find(services.chromium) ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })

/** A browser before the pages, signed in by the code the bot sends; whatever it complains of is kept in `problems`. */
export class Desk {
  readonly page: Page
  readonly problems: string[] = []
  readonly #web: Web

  constructor(page: Page, web: Web) {
    this.page = page
    this.#web = web
    page.on('console', (said) => void (said.type() === 'error' && this.problems.push(said.text())))
    page.on('pageerror', (error) => void this.problems.push(error.message))
  }

  async signIn(house: House, userid: string): Promise<this> {
    await this.page.goto(`${this.#web.url}/sign-in`)
    await this.page.getByTestId('who').fill(userid)
    await this.page.getByTestId('send-code').click()
    await this.page.getByTestId('said').waitFor()
    await house.settled()
    const code = /\d{6}/.exec(textOf(house.expects(userid, '验证码')))?.[0] ?? ''
    await this.page.getByTestId('code').fill(code)
    await this.page.getByTestId('enter').click()
    await this.page.getByTestId('sign-out').waitFor()
    return this
  }

  open(path: string): Promise<unknown> {
    return this.page.goto(`${this.#web.url}${path}`)
  }

  /** Looks at the page in every size: nothing scrolls sideways, nothing serious stands in the way of anybody. */
  async looksRight(name: string): Promise<void> {
    for (const [size, width, height] of SIZES) {
      await this.page.setViewportSize({ width, height })
      await this.picture(`${name}-${size}`)
      const wide = Number(await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
      expect(wide, `${name} at ${size} does not scroll sideways`).toBeLessThanOrEqual(0)
    }
    await this.page.evaluate(await axe)
    const faults: unknown = await this.page.evaluate(
      "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))",
    )
    expect(faults, `${name} can be used by everybody`).toEqual([])
  }

  async picture(name: string): Promise<void> {
    const folder = process.env['SHAOZI_PICTURES']
    if (folder === undefined) return
    await mkdir(folder, { recursive: true })
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
}
