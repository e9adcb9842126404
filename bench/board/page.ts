import { chromium, type Browser } from 'playwright-core'
import { find, services } from '../../tests/services/ensure.ts'
import { share } from '../ack.ts'
import { OPEN, serveBoard, touch, type Served } from './township.ts'

export type FirstLoads = Readonly<{ open: number; loads: number; p50: number; p95: number; most: number }>

const LOADS = 10

/** ms from the address to a board with 5,000 open cases that answers a click, in a browser that was never there. */
export async function firstLoads(dir: string): Promise<FirstLoads> {
  const served = await serveBoard(dir)
  const browser = await launch()
  const took: number[] = []
  for (let load = 0; load < LOADS; load += 1) took.push(await firstLoad(browser, served))
  await browser.close()
  await served.close()
  return { open: OPEN, loads: LOADS, p50: share(took, 0.5), p95: share(took, 0.95), most: share(took, 1) }
}

async function firstLoad(browser: Browser, served: Served): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.addCookies([cookieOf(served)])
  const page = await context.newPage()
  const from = performance.now()
  await page.goto(served.web.url, { waitUntil: 'commit' })
  await page.locator('[data-test="column-signed"] [data-test^="card-"]').first().click()
  await page.locator('[data-test="facts"]').first().waitFor()
  const took = performance.now() - from
  await context.close()
  return took
}

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: find(services.chromium) ?? '', args: ['--no-sandbox', '--disable-gpu'] })

function cookieOf({ cookie, web }: Served) {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url: web.url }
}

export type PageUpdates = Readonly<{ open: number; updates: number; p50: number; p95: number; most: number }>

const UPDATES = 30
/** cases that change at once */
const AT_ONCE = 40
/** until all that follows of an update is drawn, the counts among it */
const ROUND_MS = 1500

/** ms of all work of the page in Chromium (scripts, style, layout, painting) for each time that many cases change columns, while 5,000 are open. */
export async function pageUpdates(dir: string): Promise<PageUpdates> {
  const served = await serveBoard(dir)
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.context().addCookies([cookieOf(served)])
  await page.goto(served.web.url)
  await page.locator('[data-test="column-signed"] [data-test^="card-"]').first().waitFor()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const busy = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const took: number[] = []
  for (let update = 0; update < UPDATES; update += 1) {
    const before = await busy()
    // the emergencies that are over the longest: all of them are on the screen
    const ids = Array.from({ length: AT_ONCE }, (_, n) => `copy-${n * 9}`)
    await touch(served.core, ids, { stage: update % 2 === 0 ? 'signed' : 'arrived' })
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS))
    took.push((await busy()) - before)
  }
  await browser.close()
  await served.close()
  return { open: OPEN, updates: UPDATES, p50: share(took, 0.5), p95: share(took, 0.95), most: share(took, 1) }
}
