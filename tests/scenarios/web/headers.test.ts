import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headersFor } from '../../../web/headers.ts'
import { startWeb, type Web } from '../../../web/server.ts'
import { makeLog } from '../../../log.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

const HTTPS = 'https://shaozi.example.gov.cn'

describe('what every answer says to browsers', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse({ env: { PUBLIC_URL: HTTPS } })
    web = await openPages(house)
  })
  afterAll(async () => {
    await web.close()
    await house.close()
  })

  it('lets no script of others in, shows us in no frame, and is said wherever one knocks', async () => {
    const visitor = new Visitor(web)
    for (const path of [
      '/',
      '/sign-in',
      '/assets/none.js',
      '/api/me',
      '/api/board',
      '/api/none',
      '/healthz',
      '/none.txt',
    ]) {
      const { headers } = await visitor.get(path)
      for (const [name, value] of Object.entries(headersFor(HTTPS)))
        expect(headers.get(name), `${name} of ${path}`).toBe(value)
      expect(headers.get('server') ?? headers.get('x-powered-by'), path).toBeNull()
    }
    const policy = headersFor(HTTPS)['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('is said with what went wrong, too, and that says nothing of how the machine is inside', async () => {
    for (const path of ['/api/cases/%E0%A4%A', '/open311/v2/requests/%E0%A4%A.json']) {
      const { status, headers } = await new Visitor(web).get(path)
      expect([400, 401, 404], path).toContain(status)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
    const ready = () => Promise.reject(new Error(`no room in ${house.dataDir}`))
    const logged: string[] = []
    const log = makeLog('error', (line) => void logged.push(line))
    const broken = await startWeb({ host: '127.0.0.1', port: 0, log, ...house.core.web, ready, mounts: [] })
    const { status, headers, body } = await new Visitor(broken).get('/readyz')
    await broken.close()
    expect([status, headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
      500,
      headersFor(HTTPS)['Content-Security-Policy'],
      'nosniff',
    ])
    expect(body).not.toContain(house.dataDir)
    expect(logged).toHaveLength(1)
  })

  it('asks for https for ever only where others reach us by it', () => {
    expect(headersFor(HTTPS)).toHaveProperty('Strict-Transport-Security')
    for (const url of [null, 'http://10.0.0.8:3000'])
      expect(headersFor(url)).not.toHaveProperty('Strict-Transport-Security')
  })
})
