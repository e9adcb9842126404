import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { startDemo, type Demo } from '../../demo.ts'
import { ROLES, type Town } from '../../domain/town.ts'
import { makeLog } from '../../log.ts'
import { ROLE_NAMES } from '../../web/client/src/wording/common.ts'
import { sessions } from '../../web/session.ts'
import { launchChromium } from './chromium.ts'

export const SIZES = {
  desk: { width: 1366, height: 768 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** The demo with its story, its pages in a real browser, and one person more for each role who has that role alone. */
export class Office {
  readonly demo: Demo
  readonly browser: Browser
  readonly problems: string[]
  readonly #dir: string

  constructor(demo: Demo, browser: Browser, problems: string[], dir: string) {
    this.demo = demo
    this.browser = browser
    this.problems = problems
    this.#dir = dir
  }

  get url(): string {
    return new URL(this.demo.url).origin
  }

  /** A browser in which somebody is signed in already. */
  async visit(userid: string, size: keyof typeof SIZES = 'desk'): Promise<Page> {
    const context = await this.browser.newContext({ viewport: SIZES[size], timezoneId: 'America/New_York' })
    await this.#signIn(context, userid)
    return this.watched(await context.newPage())
  }

  /** Whatever the console says is a problem. */
  watched(page: Page): Page {
    page.on('console', (m) => void (m.type() === 'error' && this.problems.push(`${page.url()}: ${m.text()}`)))
    page.on('pageerror', (e) => void this.problems.push(`${page.url()}: ${e.message}`))
    return page
  }

  async #signIn(context: BrowserContext, userid: string): Promise<void> {
    const { ctx } = this.demo.core()
    const value = await sessions(ctx.store).open(userid, 'test', { ip: '127.0.0.1', agent: '' }, ctx.now())
    await context.addCookies([{ name: 'shaozi_session', value, url: this.url, httpOnly: true, sameSite: 'Strict' }])
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.demo.close()
    await rm(this.#dir, { recursive: true, force: true })
    expect(this.problems).toEqual([])
  }
}

const withEachRole = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    ...ROLES.map((role) => ({
      userid: `t-${role}`,
      name: `试用${ROLE_NAMES[role]}`,
      station: role === 'officer' || role === 'head' ? 'chengguan' : null,
      roles: [role],
      licence: null,
      licenceUntil: null,
    })),
  ],
})

export async function openOffice(browserEnv: Readonly<Record<string, string>> = {}): Promise<Office> {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-office-'))
  const env = readEnv({ DATA_DIR: dir, PORT: '0', REDIS_URL: 'none' })
  const loaded = await loadTowns('config/town')
  if (!env.ok || !loaded.ok) throw new Error('the demo is not set up')
  const problems: string[] = []
  const demo = await startDemo({
    env: env.env,
    towns: loaded.towns.map(withEachRole),
    calendar: loaded.calendar,
    envFile: join(dir, '.env'),
    log: makeLog('error', (line) => void problems.push(line)),
    onFatal: (e) => void problems.push(e.message),
  })
  return new Office(demo, await launchChromium(browserEnv), problems, dir)
}
