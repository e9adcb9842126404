import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from '../../../simulator/simulator.ts'
import type { Simulator } from '../../../simulator/port.ts'
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

  const save = async (steps: readonly string[], values: object) =>
    findings((await admin.post('/api/setup', { steps, values })).body)

  it('says what is missing of an empty step, by the name on the screen', async () => {
    const [missing] = await check({})
    expect(missing).toMatchObject({ name: '智能机器人', ok: 'bad', cause: '还没有填：Bot ID、Secret。' })
    const [half] = await check({ WECOM_AIBOT_ID: BOT.id })
    expect(half?.cause).toBe('还没有填：Secret。')
    const said = await admin.post('/api/setup/check', { step: 'aibot', values: { WECOM_AIBOT_ID: '有 空格' } })
    expect([said.status, JSON.stringify(said.body)]).toEqual([400, expect.stringContaining('“Bot ID”填得不对')])
    expect(JSON.stringify(said.body)).not.toContain('WECOM')
  })

  it('saves nothing that did not pass its test with exactly these values', async () => {
    await check({ ...right, WECOM_AIBOT_SECRET: 'not-the-secret' })
    for (const values of [right, { ...right, WECOM_AIBOT_SECRET: 'not-the-secret' }])
      expect((await save(['aibot'], values))[0]?.cause).toContain('还没有用现在的值测试通过')
    await check(right)
    expect((await save(['aibot'], { ...right, WECOM_AIBOT_SECRET: 'another' }))[0]?.ok).toBe('bad')
    expect((await save(['aibot', 'kf'], right)).map(({ name }) => name)).toEqual(['微信客服'])
    expect((await save([], {}))[0]?.cause).toContain('一个通道都没有选')
    expect(await readFile(file, 'utf8')).not.toContain('AIBOT_ID')
  })

  it('saves into .env: the rest stays, nobody else may read it, and no page ever shows a secret', async () => {
    await check(right)
    expect(await save(['aibot'], right)).toEqual([])
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
    const [half] = await save(['aibot', 'app'], { WECOM_CORP_ID: 'ww1' })
    expect(half, 'half a channel would stop the next start').toMatchObject({
      ok: 'bad',
      cause: '还没有填：AgentId、应用 Secret。',
    })
    const app = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: 'many', WECOM_APP_SECRET: 'x' }
    const [bad] = findings((await admin.post('/api/setup/check', { step: 'app', values: app })).body)
    expect(bad).toMatchObject({ name: 'AgentId', ok: 'bad', cause: expect.stringContaining('“AgentId” 的值不对') })
    expect(await readFile(file, 'utf8')).toBe(before)
    const refused = async (values: object) => (await admin.post('/api/setup', { steps: ['aibot'], values })).status
    expect(await refused({ PUBLIC_URL: 'https://a.example\nADMIN=1' })).toBe(400)
    expect(await refused({ DATABASE_URL: 'file:other.db' })).toBe(400)
  })

  it('takes a channel that is not wanted any more out of .env, and leaves the rest', async () => {
    await writeFile(file, `${await readFile(file, 'utf8')}WECOM_KF_OPEN_KFID=wkOLD\nPUBLIC_URL=https://town.example\n`)
    await check({})
    expect(await save(['aibot'], {})).toEqual([])
    const text = await readFile(file, 'utf8')
    expect(text).not.toContain('wkOLD')
    for (const kept of ['# 不要动这一行', 'PUBLIC_URL=https://town.example', `WECOM_AIBOT_SECRET=${BOT.secret}`])
      expect(text).toContain(kept)
  })

  it('sees the queues, with nothing from outside in the page; nobody else does', async () => {
    const { status, body, headers } = await admin.get('/queues')
    expect(status).toBe(200)
    expect(String(body)).not.toMatch(/https?:\/\//)
    if (process.env['SHAOZI_TEST_QUEUE'] !== 'local') {
      expect(String(body)).toContain('__UI_CONFIG__')
      expect(headers.get('content-security-policy')).toContain("base-uri 'self'")
      const parts = [...String(body).matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, part]) => part)
      expect(parts.length).toBeGreaterThan(2)
      for (const part of parts) expect((await admin.get(`/queues/${part}`)).status, part).toBe(200)
      for (const words of ['哨子的队列', '回到工作台', 'zh-CN']) expect(String(body)).toContain(words)
      const queues = JSON.stringify((await admin.get('/queues/api/queues')).body)
      for (const words of ['派单 dispatch', '等着发出去', '计时 scheduled']) expect(queues).toContain(words)
      expect((await admin.ask('PUT', '/queues/api/queues/dispatch/clean/failed', {})).status).toBe(403)
    } else expect(String(body)).toContain('现在没有用 Redis 队列')
    expect((await new Visitor(web).get('/queues')).status).toBe(401)
    const dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
    expect((await dispatcher.get('/queues')).status).toBe(403)
  })
})
