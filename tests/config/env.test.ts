import { describe, expect, it } from 'vitest'
import { type RawEnv, readEnv } from '../../config/env.ts'

function envOf(raw: RawEnv) {
  const read = readEnv(raw)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.env
}

const faultsOf = (raw: RawEnv) => {
  const read = readEnv(raw)
  return read.ok ? [] : read.faults
}

describe('the environment', () => {
  it('is the demo with nothing set, with the defaults of the contract', () => {
    expect(envOf({ PATH: '/usr/bin' })).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      trustedProxy: [],
      databaseUrl: 'file:./data/demo.db',
      redisUrl: null,
      dataDir: './data',
      identityKeysFile: 'data/identity-keys-demo.json',
      townConfig: './config/town',
      role: 'all',
      aibot: null,
      app: null,
      kf: null,
      apiBase: 'https://qyapi.weixin.qq.com',
      metricsToken: null,
      open: null,
      backup: { folder: 'data/backups', key: null, keyFile: null, at: 210 },
      llm: null,
      logLevel: 'info',
      demo: true,
      demoStory: true,
    })
  })

  it('is the real thing with an AI bot, with a database of its own', () => {
    const env = envOf({ WECOM_AIBOT_ID: 'bot', WECOM_AIBOT_SECRET: 'secret' })
    expect(env).toMatchObject({ demo: false, databaseUrl: 'file:./data/shaozi.db' })
    expect(env.aibot).toEqual({ id: 'bot', secret: 'secret', wsUrl: 'wss://openws.work.weixin.qq.com' })
  })

  it('keeps its database in the data folder, unless told otherwise', () => {
    expect(envOf({ DATA_DIR: '/srv/shaozi' }).databaseUrl).toBe('file:/srv/shaozi/demo.db')
    expect(envOf({ DATABASE_URL: 'file:x.db' }).databaseUrl).toBe('file:x.db')
    expect(envOf({ DATABASE_URL: 'postgresql://u:p@h/d' }).databaseUrl).toBe('postgresql://u:p@h/d')
  })

  it('takes a variable that is set to nothing as not set', () => {
    expect(envOf({ PORT: '', WECOM_AIBOT_ID: ' ', REDIS_URL: '', LOG_LEVEL: '' })).toMatchObject({
      port: 3000,
      demo: true,
      redisUrl: null,
    })
  })

  it('reads the variables of the other channels', () => {
    const env = envOf({
      WECOM_CORP_ID: 'ww1',
      WECOM_AGENT_ID: '1000002',
      WECOM_APP_SECRET: 's',
      WECOM_CALLBACK_TOKEN: 'Token1',
      WECOM_CALLBACK_AES_KEY: 'a'.repeat(43),
      WECOM_KF_OPEN_KFID: 'wk1',
      WECOM_API_BASE: 'http://127.0.0.1:8080/',
    })
    expect(env.app).toEqual({
      corpId: 'ww1',
      agentId: 1000002,
      secret: 's',
      callbackToken: 'Token1',
      callbackAesKey: 'a'.repeat(43),
    })
    expect(env).toMatchObject({ kf: { openKfid: 'wk1' }, apiBase: 'http://127.0.0.1:8080', demo: false, aibot: null })
  })

  it('reads which proxies are believed, with commas of either kind or blanks between them', () => {
    expect(envOf({ TRUSTED_PROXY: ' 127.0.0.1，172.18.0.0/16 ::1, fd00::/8 ' }).trustedProxy).toEqual([
      '127.0.0.1',
      '172.18.0.0/16',
      '::1',
      'fd00::/8',
    ])
  })

  it.each([
    ['TRUSTED_PROXY', 'nginx'],
    ['TRUSTED_PROXY', '127.0.0.1, 10.0.0.300'],
    ['TRUSTED_PROXY', '172.18.0.0/33'],
    ['TRUSTED_PROXY', '0.0.0.0/0'],
    ['TRUSTED_PROXY', '::/0'],
    ['TRUSTED_PROXY', 'true'],
    ['TRUSTED_PROXY', ','],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'shaozi.example'],
    ['DATABASE_URL', 'mysql://root@localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['ROLE', 'server'],
    ['LOG_LEVEL', 'loud'],
    ['WECOM_AGENT_ID', 'abc'],
    ['WECOM_CALLBACK_AES_KEY', 'short'],
    ['WECOM_API_BASE', 'ftp://x'],
  ])('refuses %s=%s with a mend', (name, value) => {
    const fault = faultsOf({
      WECOM_CORP_ID: 'ww1',
      WECOM_AGENT_ID: '1000002',
      WECOM_APP_SECRET: 's',
      WECOM_CALLBACK_TOKEN: 't',
      WECOM_CALLBACK_AES_KEY: 'a'.repeat(43),
      [name]: value,
    })
    expect(fault).toMatchObject([{ field: name }])
    expect(fault[0]?.mend).not.toBe('')
  })

  it('wants ws:// or wss:// for the bot', () => {
    const bot = { WECOM_AIBOT_ID: 'b', WECOM_AIBOT_SECRET: 's' }
    expect(faultsOf({ ...bot, WECOM_AIBOT_WS_URL: 'https://x' })).toMatchObject([{ field: 'WECOM_AIBOT_WS_URL' }])
    expect(faultsOf({ ...bot, WECOM_AIBOT_WS_URL: 'ws://127.0.0.1:1' })).toEqual([])
    expect(faultsOf({ ...bot, WECOM_AIBOT_WS_URL: 'wss://x/y' })).toEqual([])
  })

  it.each([
    [{ WECOM_AIBOT_ID: 'b' }, ['WECOM_AIBOT_SECRET']],
    [{ WECOM_AIBOT_SECRET: 's' }, ['WECOM_AIBOT_ID']],
    [{ WECOM_AIBOT_WS_URL: 'wss://x' }, ['WECOM_AIBOT_ID', 'WECOM_AIBOT_SECRET']],
    [{ WECOM_CORP_ID: 'ww' }, ['WECOM_APP_SECRET', 'WECOM_AGENT_ID']],
    [{ WECOM_CORP_ID: 'ww', WECOM_APP_SECRET: 's' }, ['WECOM_AGENT_ID']],
    [{ WECOM_KF_OPEN_KFID: 'wk' }, ['WECOM_CORP_ID', 'WECOM_APP_SECRET']],
    [{ WECOM_CALLBACK_TOKEN: 't' }, ['WECOM_CORP_ID', 'WECOM_APP_SECRET', 'WECOM_AGENT_ID', 'WECOM_CALLBACK_AES_KEY']],
  ])('refuses a half-configured channel %j', (raw, fields) => {
    expect(faultsOf(raw).map(({ field }) => field)).toEqual(fields)
  })

  it('needs no AgentId where the app serves nothing but 微信客服', () => {
    const kf = { WECOM_CORP_ID: 'ww', WECOM_APP_SECRET: 's', WECOM_KF_OPEN_KFID: 'wk' }
    expect(envOf(kf)).toMatchObject({ app: { agentId: null }, kf: { openKfid: 'wk' } })
  })

  it('catches a misspelt WECOM_ variable, and leaves those of other programs alone', () => {
    expect(faultsOf({ WECOM_AIBOTID: 'b' })).toMatchObject([
      { field: 'WECOM_AIBOTID', mend: expect.stringContaining('WECOM_AIBOT_ID') },
    ])
    expect(envOf({ WECOM_SOMETHING_ELSE_ALTOGETHER: 'x' }).demo).toBe(true)
  })

  it('tells of all faults at once and echoes no value', () => {
    const faults = faultsOf({
      PORT: 'p0rt',
      ROLE: 'r0le',
      DATABASE_URL: 'p4ssword',
      WECOM_AIBOT_SECRET: 's3cret',
      WECOM_CALLBACK_AES_KEY: 'k3y',
      METRICS_TOKEN: 't0ken with spaces',
    })
    expect(faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'PORT',
        'ROLE',
        'DATABASE_URL',
        'WECOM_AIBOT_ID',
        'WECOM_CALLBACK_AES_KEY',
        'METRICS_TOKEN',
      ]),
    )
    expect(JSON.stringify(faults)).not.toMatch(/p0rt|r0le|p4ssword|s3cret|k3y|t0ken/u)
  })

  it('of one of several processes is not the demo, which is one', () => {
    expect(readEnv({ ROLE: 'web' })).toMatchObject({ ok: false, faults: [{ field: 'ROLE' }] })
    const bot = { WECOM_AIBOT_ID: 'aib1', WECOM_AIBOT_SECRET: 's' }
    expect(readEnv({ ROLE: 'web', ...bot })).toMatchObject({ ok: false, faults: [{ field: 'ROLE' }] })
    expect(readEnv({ ROLE: 'web', ...bot, DATABASE_URL: 'postgresql://h/d' })).toMatchObject({ ok: true })
  })
})
