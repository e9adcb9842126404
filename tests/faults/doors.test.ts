import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeLog } from '../../log.ts'
import { startWeb } from '../../web/server.ts'
import { CALLBACK, CORP } from '../doors/wecom.ts'
import { openBotTown } from './bot.ts'

/** What stands open beside the pages, and what a stranger of the internet meets there. A route that is not here fails the test. */
const DOORS: Readonly<Record<string, number | readonly number[]>> = {
  'GET /healthz': 200,
  // he learns whether it is well, and no more
  'GET /readyz': [200, 503],
  'GET /metrics': 403,
  // nothing is signed
  'GET /wecom/callback': 403,
  'POST /wecom/callback': 403,
  // to WeCom's own page
  'GET /wecom/login': 302,
  // without the state we gave
  'GET /wecom/login/done': [302, 400, 403],
  'GET /open311/v2/discovery.:format': 200,
  'GET /open311/v2/services.:format': 200,
  'GET /open311/v2/services/:param.:format': 404,
  'GET /open311/v2/requests.:format': 200,
  'GET /open311/v2/requests/:param.:format': 404,
  'GET /open311/v2/tokens/:param.:format': 404,
  // without a key
  'POST /open311/v2/requests.:format': 403,
  'GET /open/cases.json': 200,
  'GET /open/cases.csv': 200,
  'GET /open/counts.json': 200,
  'GET /open/counts.csv': 200,
  'GET /open/licence.txt': 200,
}

async function opened() {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-doors-'))
  const keys = join(folder, 'keys.txt')
  await writeFile(keys, `hotline sha256:${'a'.repeat(64)}\n`)
  const town = await openBotTown()
  const core = await town.start({
    ...{ WECOM_CORP_ID: CORP, WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'not-a-secret' },
    ...{ WECOM_API_BASE: 'http://127.0.0.1:9', PUBLIC_URL: 'https://shaozi.example.gov.cn' },
    ...{ WECOM_CALLBACK_TOKEN: CALLBACK.token, WECOM_CALLBACK_AES_KEY: CALLBACK.aesKey },
    ...{ OPEN_DATA: 'on', OPEN311_KEYS: keys, TRUSTED_PROXY: '127.0.0.1' },
  })
  const log = makeLog('error', (line) => void town.errors.push(line))
  const web = await startWeb({ host: '127.0.0.1', port: 0, log, ...core.web, mounts: [] })
  onTestFinished(async () => {
    await web.close()
    await rm(folder, { recursive: true })
  })
  const headers = { 'X-Forwarded-For': '198.51.100.7' }
  const ask = (method: string, path: string, body?: string) =>
    fetch(`${web.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }) },
      ...(body === undefined ? {} : { body }),
    })
  return { town, core, web, ask }
}

describe('the doors beside the pages', () => {
  it('are written down, every one, with what a stranger meets there', async () => {
    const { town, web, ask } = await opened()
    const found = web.routes.filter((route) => !route.includes(' /api/')).toSorted()
    expect(found).toEqual(Object.keys(DOORS).toSorted())
    for (const route of found) {
      const [method = '', path = ''] = route.split(' ')
      const address = path.replace(':format', 'json').replace(/:\w+/gu, 'none')
      const { status } = await ask(
        method,
        address,
        method === 'POST' ? 'service_code=CG001&api_key=guessed' : undefined,
      )
      expect([DOORS[route]].flat(), `${route} answered ${status}`).toContain(status)
    }
    for (const path of ['/queues', '/queues/api/queues']) expect((await ask('GET', path)).status, path).toBe(401)
    expect(town.errors).toEqual([])
  })

  it('take no more than they need: what is larger is not read', async () => {
    const { town, ask } = await opened()
    const large = 'a'.repeat(10 * 1024 * 1024)
    for (const path of ['/wecom/callback', '/open311/v2/requests.json', '/api/sign-in'])
      // the rest may be left unread, and the line cut
      expect([413, 403, 'cut'], path).toContain(
        await ask('POST', path, large).then(
          (r) => r.status,
          () => 'cut',
        ),
      )
    expect((await ask('GET', '/healthz')).status).toBe(200)
    expect(town.errors).toEqual([])
  })

  it('answer a path that tries to climb out with nothing', async () => {
    const { ask } = await opened()
    for (const path of [
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%00',
      '/assets/%2e%2e/%2e%2e/x',
    ])
      expect(await (await ask('GET', path)).text(), path).not.toMatch(/root:|"dependencies"/u)
  })
})
