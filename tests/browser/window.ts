import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Web } from '../../web/server.ts'
import { textOf, type House } from '../scenarios/house.ts'
import { barriers } from './barriers.ts'
import { launchChromium } from './chromium.ts'

export const SIZES = { laptop: [1366, 768], wall: [1920, 1080], telephone: [390, 844] } as const

/** A Chromium before the pages of a house; whatever a page complains of is kept. */
export class Window {
  readonly #browser: Browser
  readonly page: Page
  readonly problems: string[] = []
  /** a browser says by itself that the server is away, or that nobody is signed in any more */
  mayBreak = false

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.page = page
    const note = (text: string): void => {
      if (!(this.mayBreak && /net::|\(Unauthorized\)/.test(text))) this.problems.push(text)
    }
    page.on('console', (message) => void (message.type() === 'error' && note(message.text())))
    page.on('pageerror', (error) => note(error.message))
  }

  static async open(): Promise<Window> {
    const browser = await launchChromium()
    return new Window(browser, await browser.newPage({ viewport: { width: 1366, height: 768 } }))
  }

  /** Signs in as somebody of the township, with the code the bot sends to his phone. */
  async signIn(house: House, web: Web, userid: string, to = '/'): Promise<void> {
    await this.page.goto(`${web.url}${to}`)
    await this.page.locator('[data-test="who"]').fill(userid)
    await this.page.locator('[data-test="send-code"]').click()
    await this.page.locator('[data-test="said"]').waitFor()
    await house.settled()
    const code = /\d{6}/.exec(textOf(house.expects(userid, '验证码')))?.[0] ?? ''
    await this.page.locator('[data-test="code"]').fill(code)
    await this.page.locator('[data-test="enter"]').click()
  }

  at(name: string): Locator {
    return this.page.locator(`[data-test="${name}"]`)
  }

  /** Looks at the page in every size. */
  async looksRight(name: string): Promise<void> {
    for (const size of ['wall', 'telephone', 'laptop'] as const) await this.looks(name, size)
  }

  /** Looks at the page in a size: nothing sticks out sideways, and nobody is shut out. */
  async looks(name: string, size: keyof typeof SIZES): Promise<void> {
    const [width, height] = SIZES[size]
    await this.page.setViewportSize({ width, height })
    const wide = Number(await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
    await this.picture(`${name}-${size}`)
    expect(wide, `${name} on a ${size} does not scroll sideways`).toBeLessThanOrEqual(0)
    expect(await barriers(this.page), `${name} on a ${size} can be used by everybody`).toEqual([])
  }

  async picture(name: string): Promise<void> {
    const folder = process.env['SHAOZI_PICTURES']
    if (folder === undefined) return
    await mkdir(folder, { recursive: true })
    await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}
