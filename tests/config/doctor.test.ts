import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Check, doctor, exitCode, printChecks } from '../../config/doctor.ts'
import { checkNode } from '../../config/doctor/machine.ts'
import type { RawEnv } from '../../config/env.ts'
import { change, emptyFolder, SAMPLE, sampleLine, township } from './folder.ts'

const NOW = new Date('2026-06-01T02:00:00Z')

/** A machine where all is well, but for what the test changes. */
async function examined(raw: RawEnv = {}, probes: Parameters<typeof doctor>[0]['probes'] = []): Promise<Check[]> {
  const cwd = await emptyFolder()
  return doctor({
    cwd,
    processEnv: { PORT: '0', DATA_DIR: join(cwd, 'data'), TOWN_CONFIG: SAMPLE, REDIS_URL: 'none', ...raw },
    now: NOW,
    probes,
  })
}

const of = (checks: readonly Check[], name: string): Check[] => checks.filter((check) => check.name === name)
const notFine = (checks: readonly Check[]): Check[] => checks.filter(({ ok }) => ok !== 'ok')

async function takenPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is wrong', async () => {
    const checks = await examined()
    expect(notFine(checks)).toEqual([])
    expect(exitCode(checks)).toBe(0)
    expect(checks.map(({ name }) => name)).toEqual([
      'Node 版本',
      '环境变量',
      '乡镇配置',
      '节假日',
      '数据文件夹',
      '磁盘空间',
      '企业微信通道',
      '数据库',
      'Redis',
      '端口',
    ])
  })

  it('says which Node is needed', () => {
    expect(checkNode('20.19.0').ok).toBe('ok')
    expect(checkNode('22.1.0').ok).toBe('ok')
    expect(checkNode('20.18.3')).toMatchObject({ ok: 'bad', mend: expect.stringContaining('20.19') })
  })

  it('names every faulty variable without its value, and still looks at the folders', async () => {
    const checks = await examined({ PORT: 'p0rt', WECOM_AIBOT_SECRET: 's3cret' })
    expect(of(checks, '环境变量')).toHaveLength(2)
    expect(of(checks, '乡镇配置')).toMatchObject([{ ok: 'ok' }])
    expect(printChecks(checks, true)).not.toMatch(/p0rt|s3cret/u)
    expect(exitCode(checks)).toBe(1)
  })

  it('names file, line, field and mend of every fault of the township folder', async () => {
    const dir = await township({
      'duties.csv': change('own,chengguan,paichu', 'own,nobody,paichu'),
      'clocks.yaml': change('sign: 15m', 'sign: soon'),
    })
    const checks = of(await examined({ TOWN_CONFIG: dir }), '乡镇配置')
    expect(checks.map(({ ok }) => ok)).toEqual(['bad', 'bad'])
    const line = await sampleLine('clocks.yaml', 'sign: 15m')
    expect(checks[0]?.cause).toContain(`${dir}/clocks.yaml 第 ${line} 行 levels.emergency.sign`)
    expect(checks[1]?.cause).toContain(`${dir}/duties.csv 第 2 行 lead`)
  })

  it('warns of what the township folder lacks', async () => {
    const dir = await township({ 'holidays/2026.yaml': null })
    const checks = await examined({ TOWN_CONFIG: dir })
    expect(notFine(checks).map(({ name, ok }) => [name, ok])).toEqual([
      ['节假日', 'warn'],
      ['乡镇配置', 'warn'],
    ])
    expect(exitCode(checks)).toBe(0)
  })

  it('finds a data folder that is a file', async () => {
    const file = join(await emptyFolder(), 'data')
    await writeFile(file, '')
    expect(of(await examined({ DATA_DIR: file }), '数据文件夹')).toMatchObject([{ ok: 'bad' }])
  })

  it('finds a database that is a folder', async () => {
    const folder = join(await emptyFolder(), 'shaozi.db')
    await mkdir(folder)
    expect(of(await examined({ DATABASE_URL: `file:${folder}` }), '数据库')).toMatchObject([{ ok: 'bad' }])
  })

  it('finds a port that is taken, which may be Shaozi itself', async () => {
    expect(of(await examined({ PORT: String(await takenPort()) }), '端口')).toMatchObject([{ ok: 'warn' }])
    expect(of(await examined({ HOST: '203.0.113.7' }), '端口')).toMatchObject([{ ok: 'bad' }])
  })

  it('says what happens behind a proxy nobody told it of', async () => {
    const proxy = async (raw: RawEnv) => of(await examined(raw), '反向代理')
    expect(await proxy({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toEqual([])
    const [unset] = await proxy({ PUBLIC_URL: 'https://shaozi.example.gov.cn' })
    expect(unset).toMatchObject({ ok: 'warn', cause: expect.stringContaining('同一个地址') })
    expect(unset?.mend).toContain('TRUSTED_PROXY=127.0.0.1')
    const set = { PUBLIC_URL: 'https://shaozi.example.gov.cn', TRUSTED_PROXY: '127.0.0.1' }
    expect(await proxy(set)).toMatchObject([{ ok: 'ok' }])
  })

  it('says where the queue will live, without the password', async () => {
    const redis = async (raw: RawEnv) => of(await examined(raw), 'Redis')[0]
    const bin = await emptyFolder()
    await writeFile(join(bin, 'valkey-server'), '#!/bin/sh\n')
    await chmod(join(bin, 'valkey-server'), 0o755)
    expect(await redis({ REDIS_URL: 'redis://:hunter2@10.0.0.1:6379/1' })).toMatchObject({
      ok: 'ok',
      cause: expect.stringContaining('redis://10.0.0.1:6379/1'),
    })
    expect(await redis({ REDIS_URL: '', PATH: bin })).toMatchObject({
      ok: 'ok',
      cause: expect.stringContaining('valkey-server'),
    })
    expect(await redis({ REDIS_URL: '', PATH: await emptyFolder() })).toMatchObject({ ok: 'warn' })
  })

  it('finds that no channel is left to receive anything', async () => {
    const app = { WECOM_CORP_ID: 'ww', WECOM_AGENT_ID: '1', WECOM_APP_SECRET: 's' }
    expect(of(await examined(app), '企业微信通道')).toMatchObject([
      { ok: 'bad', mend: expect.stringContaining('WECOM_CALLBACK_TOKEN') },
    ])
    expect(of(await examined({ WECOM_API_BASE: 'http://x' }), '企业微信通道')).toMatchObject([{ ok: 'bad' }])
    expect(of(await examined({ ...app, WECOM_KF_OPEN_KFID: 'wk' }), '企业微信通道')).toMatchObject([
      { ok: 'ok', cause: '收得到消息：微信客服' },
    ])
  })

  it('warns of groups into which no configured channel can write', async () => {
    const app = { WECOM_CORP_ID: 'ww', WECOM_AGENT_ID: '1', WECOM_APP_SECRET: 's', WECOM_KF_OPEN_KFID: 'wk' }
    const mute = (checks: readonly Check[]) => checks.filter(({ cause }) => cause.includes('消息发不进去'))
    expect(mute(await examined(app))).toMatchObject([{ ok: 'warn', cause: expect.stringContaining('镇领导督办群') }])
    expect(mute(await examined({ WECOM_AIBOT_ID: 'b', WECOM_AIBOT_SECRET: 's' }))).toEqual([])
    expect(mute(await examined())).toEqual([])
  })

  it('warns of a token that is easily guessed', async () => {
    expect(of(await examined({ METRICS_TOKEN: '123456' }), '监控口令')).toMatchObject([{ ok: 'warn' }])
  })

  it('runs the looks handed in, and survives one that breaks', async () => {
    const broken = { name: '机器人', look: () => Promise.reject(new Error('no network')) }
    const good = { name: '日志', look: () => [{ name: '日志', ok: 'ok' as const, cause: 'WAL', mend: '' }] }
    const checks = await examined({}, [broken, good])
    expect(checks.slice(-2)).toMatchObject([
      { name: '机器人', ok: 'bad', cause: expect.stringContaining('no network') },
      { name: '日志', ok: 'ok' },
    ])
  })

  it('prints for people and for programs', async () => {
    const checks = await examined({ METRICS_TOKEN: '123456' })
    expect(printChecks(checks, false)).toMatch(/\[注意\] 监控口令.*\n\s+→ /u)
    expect(JSON.parse(printChecks(checks, true))).toMatchObject({
      ok: true,
      checks: expect.arrayContaining([expect.objectContaining({ name: '监控口令', ok: 'warn' })]),
    })
  })
})
