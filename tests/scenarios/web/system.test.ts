import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../../simulator/simulator.ts'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import type { Finding, SetupField } from '../../../web/setup.ts'
import { openPages, Visitor } from './door.ts'

const BOT = { id: 'aib-new', secret: 'secret-of-the-new-bot', name: '新机器人' }

describe('the system administrator', () => {
  let house: House
  let web: Web
  let other: Simulator
  let admin: Visitor
  let file: string

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    other = await startSimulator({
      bot: BOT,
      phones: [],
      groups: [],
      clock: { now: house.clock.now, advance: async () => house.clock.now() },
    })
    admin = await new Visitor(web).signIn(house, 'u-dingning')
    file = join(house.dataDir, '.env')
    await writeFile(file, `# 不要动这一行\nLOG_LEVEL=warn\nWECOM_AIBOT_WS_URL=${other.wsUrl}\n`)
  })

  afterAll(async () => {
    await web.close()
    await other.close()
    await house.close()
  })

  const findings = (body: unknown): readonly Finding[] => (body as { findings: Finding[] }).findings
  const check = async (values: object) =>
    findings((await admin.post('/api/setup/check', { step: 'aibot', values })).body)
  const right = { WECOM_AIBOT_ID: BOT.id, WECOM_AIBOT_SECRET: BOT.secret }

  it('reads how the machine is, each line in plain words', async () => {
    const all = findings((await admin.get('/api/health')).body)
    expect(all.find(({ name }) => name === '数据库')?.ok).toBe('ok')
    expect(all.find(({ name }) => name === '通道：智能机器人')?.ok).toBe('ok')
    expect(JSON.stringify(all)).not.toMatch(/undefined|null|Error/)
  })

  it('tries a channel before anything is saved: cause and mend where it fails, nothing written', async () => {
    expect((await check(right)).map(({ ok }) => ok)).toEqual(['ok'])
    const [wrong] = await check({ ...right, WECOM_AIBOT_SECRET: 'not-the-secret' })
    expect(wrong).toMatchObject({ ok: 'bad' })
    expect(wrong?.mend).toMatch(/Secret/)
    expect((await check({ WECOM_AIBOT_ID: BOT.id }))[0]?.ok).toBe('bad')
    expect(await readFile(file, 'utf8')).not.toContain('AIBOT_ID')
  })

  it('saves into .env: the rest stays, nobody else may read it, and no page ever shows a secret', async () => {
    expect(
      findings((await admin.post('/api/setup', { values: { ...right, PUBLIC_URL: 'https://town.example' } })).body),
    ).toEqual([])
    const text = await readFile(file, 'utf8')
    expect(text).toContain('# 不要动这一行\nLOG_LEVEL=warn')
    expect(text).toContain(`WECOM_AIBOT_SECRET=${BOT.secret}`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { body } = await admin.get('/api/setup')
    expect(JSON.stringify(body)).not.toContain(BOT.secret)
    expect((body as { fields: SetupField[] }).fields.find(({ name }) => name === 'WECOM_AIBOT_SECRET')?.isSet).toBe(
      true,
    )
    expect(await house.allRows()).not.toContain(BOT.secret)
    expect(house.lines.join()).not.toContain(BOT.secret)
  })

  it('is told what is wrong with a value, and nothing is written', async () => {
    const before = await readFile(file, 'utf8')
    const [half] = findings((await admin.post('/api/setup', { values: { WECOM_CORP_ID: 'ww1' } })).body)
    expect(half?.ok, 'half a channel would stop the next start').toBe('bad')
    const [bad] = findings((await admin.post('/api/setup', { values: { WECOM_CALLBACK_AES_KEY: 'short' } })).body)
    expect(bad?.ok).toBe('bad')
    expect(await readFile(file, 'utf8')).toBe(before)
    expect((await admin.post('/api/setup', { values: { PUBLIC_URL: 'https://a.example\nADMIN=1' } })).status).toBe(400)
    expect((await admin.post('/api/setup', { values: { DATABASE_URL: 'file:other.db' } })).status).toBe(400)
  })

  it('sees the queues, with nothing from outside in the page; nobody else does', async () => {
    const { status, body, headers } = await admin.get('/queues')
    expect(status).toBe(200)
    expect(String(body)).not.toMatch(/https?:\/\//)
    if (process.env['SHAOZI_TEST_QUEUE'] === 'redis') {
      expect(String(body)).toContain('__UI_CONFIG__')
      expect(headers.get('content-security-policy')).toContain("base-uri 'self'")
      const parts = [...String(body).matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, part]) => part)
      expect(parts.length).toBeGreaterThan(2)
      for (const part of parts) expect((await admin.get(`/queues/${part}`)).status, part).toBe(200)
      expect(JSON.stringify((await admin.get('/queues/api/queues')).body)).toContain('dispatch')
      expect((await admin.ask('PUT', '/queues/api/queues/dispatch/clean/failed', {})).status).toBe(403)
    } else expect(String(body)).toContain('现在没有用 Redis 队列')
    expect((await new Visitor(web).get('/queues')).status).toBe(401)
    const dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
    expect((await dispatcher.get('/queues')).status).toBe(403)
  })
})
