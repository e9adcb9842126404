import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../store/open.ts'
import { ensureRedis } from '../services/redis.ts'
import { place, spoil, type Place } from './place.ts'
import { run, type Setting } from './program.ts'

const doctor = ({ cwd, env }: Place, args: readonly string[] = [], more: Setting = {}) =>
  run(['doctor', ...args], { cwd, env: { ...env, ...more } })

it('finds a start that will work: 0, in words and as JSON', async () => {
  const here = await place()
  const said = await doctor(here)
  expect(said.stdout).toContain('[正常]')
  expect(said.stdout).not.toContain('[有误]')
  expect(said).toMatchObject({ code: 0, stderr: '' })
  const json = await doctor(here, ['--json'])
  expect(json).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: true,
    checks: expect.arrayContaining([expect.objectContaining({ ok: 'ok' })]),
  })
})

it('finds everything that is wrong at once: 1, with file, line, field and mend', async () => {
  const here = await place()
  const line = await spoil(join(here.town, 'town.yaml'), 'head: u-liqiang', 'head: u-nobody')
  const bad = { PORT: 'many', WECOM_AIBOT_SECRET: 'secret without id' }
  const said = await doctor(here, [], bad)
  for (const words of [
    /\[有误\].*PORT/,
    /\[有误\].*WECOM_AIBOT_ID/,
    new RegExp(`\\[有误\\].*town\\.yaml 第 ${line} 行`),
    /→ \S+/,
  ])
    expect(said.stdout).toMatch(words)
  expect(said.stdout).not.toContain('secret without id')
  expect(said.code).toBe(1)
  const json = await doctor(here, ['--json'], bad)
  expect(json.code).toBe(1)
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false })
})

it('finds what a start would refuse', async () => {
  const here = await place()
  const app = { WECOM_CORP_ID: 'wwcorp', WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'app-password' }
  const deaf = await doctor(here, ['--offline'], app)
  expect(deaf.stdout).toMatch(/\[有误\] 企业微信通道.*收不到消息/)
  expect(deaf.code).toBe(1)
  await writeFile(join(here.cwd, 'file'), 'not a folder')
  const nowhere = await doctor(here, [], { DATA_DIR: join(here.cwd, 'file', 'data') })
  expect(nowhere.stdout).toMatch(/\[有误\] 数据文件夹/)
  expect(nowhere.code).toBe(1)
})

it('finds a Redis that would throw entries away, and one that does not answer, with what to do', async () => {
  const here = await place()
  const redis = await ensureRedis(undefined, '--maxmemory-policy', 'allkeys-lru')
  onTestFinished(() => redis.stop())
  const lossy = await doctor(here, ['--offline'], { REDIS_URL: redis.url })
  expect(lossy.stdout).toMatch(/\[有误\] 队列：.*\n\s+→ .*noeviction/u)
  expect(lossy.code).toBe(1)
  await redis.stop()
  const away = await doctor(here, ['--offline'], { REDIS_URL: redis.url })
  expect(away.stdout).toMatch(/\[注意\] 队列：.*没有应答/u)
  expect(away.code).toBe(0)
})

it('names a group that spoke to the bot and that no township knows', async () => {
  const here = await place()
  await hears(here, 'wrLEADERS', 'wrNEWCOMER')
  const said = await doctor(here, ['--offline'])
  expect(said.stdout).toMatch(/\[注意\] 新的群：.*wrNEWCOMER（最近一次 .*\n\s+→ .*aibot_chatid/u)
  expect(said.stdout).not.toContain('wrLEADERS')
  expect(said.code).toBe(0)
})

/** What the bot would have received in these groups. */
async function hears({ dataDir }: Place, ...groups: readonly string[]): Promise<void> {
  await mkdir(dataDir)
  const quiet = { warn: () => undefined, error: () => undefined }
  const store = await openStore({ url: `file:${join(dataDir, 'demo.db')}`, log: quiet })
  for (const id of groups) {
    const content = { kind: 'text', text: '你好', quote: null } as const
    const chat = { type: 'group', id } as const
    await store.receive({ channel: 'aibot', dedupeKey: id, from: 'u-a', chat, content, reply: null }, new Date())
  }
  await store.close()
}

it('as JSON says nothing that must not stand in an issue', async () => {
  const here = await place()
  const robot = '693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa'
  await spoil(join(here.town, 'town.yaml'), 'webhook_key: ""', `webhook_key: ${robot}`)
  await spoil(join(here.town, 'town.yaml'), 'head: u-zhaolei', 'head: u-nobody')
  await hears(here, 'wrNEWCOMER')
  const stuffed = {
    WECOM_AIBOT_ID: 'aibSTUFFED',
    WECOM_AIBOT_SECRET: 'bot-secret-0001',
    WECOM_CORP_ID: 'ww1234567890abcdef',
    WECOM_AGENT_ID: '1000002',
    WECOM_APP_SECRET: 'app-secret-0002',
    WECOM_CALLBACK_TOKEN: 'callbackToken3',
    WECOM_CALLBACK_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    WECOM_KF_OPEN_KFID: 'wkSTUFFED0004',
    METRICS_TOKEN: 'short05',
    LLM_URL: 'http://model:llm-pass-6@127.0.0.1:1/v1',
    LLM_MODEL: 'm',
    LLM_API_KEY: 'llm-key-0007',
    REDIS_URL: 'redis://queue:redis-pass-8@127.0.0.1:1/0',
    DATABASE_URL: `file:${here.dataDir}/demo.db`,
    DATA_DIR: join(here.dataDir, '13800138000'),
  }
  const inWords = await doctor(here, ['--offline'], stuffed)
  expect(inWords.stdout).toContain('wrNEWCOMER')
  for (const more of [{}, { PORT: 'wrong' }]) {
    const json = await doctor(here, ['--json', '--offline'], { ...stuffed, ...more })
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false })
    const secrets = Object.entries(stuffed).filter(
      ([name]) => !/^(DATABASE_URL|DATA_DIR|LLM_URL|LLM_MODEL|REDIS_URL)$/.test(name),
    )
    for (const secret of [
      ...secrets.map(([, value]) => value),
      'llm-pass-6',
      'redis-pass-8',
      '13800138000',
      robot,
      'wrNEWCOMER',
      'u-nobody',
      'u-liqiang',
    ])
      expect(json.stdout).not.toContain(secret)
  }
})
