import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What keeps people out of a page, by axe-core. It is evaluated, because the CSP of the pages lets no foreign script in. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`,
  )
}
