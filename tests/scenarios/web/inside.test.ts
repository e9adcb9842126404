import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

const TOKEN = 'a-token-for-the-monitoring-0123456789'
const STRANGER = { 'X-Forwarded-For': '198.51.100.7' }

describe('how the machine is inside', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse({ env: { METRICS_TOKEN: TOKEN } })
    web = await openPages(house)
  })

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  const status = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
    (await new Visitor(web, headers).get(path)).status

  it('is measured by who sits at it, and by who shows the token', async () => {
    expect(await status('/metrics', {})).toBe(200)
    expect(await status('/metrics', { ...STRANGER, Authorization: `Bearer ${TOKEN}` })).toBe(200)
    expect(await status('/metrics', STRANGER)).toBe(403)
    expect(await status('/metrics', { ...STRANGER, Authorization: 'Bearer another' })).toBe(403)
    expect(await status('/metrics', { 'X-Forwarded-For': '127.0.0.1' }), 'a proxy nobody told us of').toBe(403)
  })

  it('is told to strangers as well or not well, part by part, and to nobody by its folders', async () => {
    expect(await status('/healthz', STRANGER)).toBe(200)
    const { body } = await new Visitor(web, STRANGER).get('/readyz')
    expect(body).toMatchObject({ ok: true, database: 'ok', channels: [{ name: 'aibot', up: true }] })
    expect(Object.keys(body as object).toSorted()).toEqual(['channels', 'database', 'now', 'ok', 'queue'])
    const here = await new Visitor(web).get('/readyz')
    expect(here.body).toHaveProperty('oldestUnsentSeconds')
    expect(JSON.stringify(here.body)).not.toContain(house.dataDir)
    expect(JSON.stringify(here.body)).not.toContain('.sock')
  })
})
