import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { place, privateRedisOf, spoil, type Place } from './place.ts'
import { run, start, type Ended } from './program.ts'

const REAL = {
  WECOM_AIBOT_ID: 'aib-real',
  WECOM_AIBOT_SECRET: 'aibot-password',
  WECOM_AIBOT_WS_URL: 'ws://127.0.0.1:9',
}

/** Cause and mend in Chinese on standard error, nothing on standard output, no stack, exit code 1. */
function expectRefused(ended: Ended, ...words: readonly (string | RegExp)[]): void {
  expect(ended.stderr).toContain('哨子没有启动')
  for (const word of words) expect(ended.stderr).toMatch(word)
  expect(ended.stderr).toMatch(/怎么办：\S+/)
  expect(ended.stderr).not.toMatch(/\n\s+at /)
  expect(ended.stderr).not.toContain('没有预料到')
  expect(ended).toMatchObject({ code: 1, stdout: '' })
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

const startIn = ({ cwd, env }: Place, more: Readonly<Record<string, string>> = {}) =>
  run(['start'], { cwd, env: { ...env, ...more } })

it('a port that is in use is named, with another one to try, and nothing is left running', async () => {
  const here = await place()
  const port = await takenPort()
  const { REDIS_URL: _none, ...env } = here.env
  const ended = await run(['start'], { cwd: here.cwd, env: { ...env, PORT: `${port}` } })
  expectRefused(ended, `端口 ${port} 已被`, `PORT=${port + 1}`)
  expect(await privateRedisOf(here), 'the private Redis has ended too').toBeNull()
  expectRefused(await startIn(here, { ...REAL, PORT: `${port}` }), `端口 ${port} 已被`)
})

it('all bad variables are named at once, and no value is repeated', async () => {
  const here = await place()
  const ended = await startIn(here, {
    PORT: 'three-thousand',
    LOG_LEVEL: 'chatty',
    WECOM_CALLBACK_AES_KEY: 'secret-but-too-short',
    METRICS_TOKEN: 'open sesame',
  })
  expectRefused(ended, 'PORT', 'LOG_LEVEL', 'WECOM_CALLBACK_AES_KEY', 'METRICS_TOKEN')
  for (const value of ['three-thousand', 'chatty', 'secret-but-too-short', 'sesame'])
    expect(ended.stderr).not.toContain(value)
})

it('a fault in .env is named with its line', async () => {
  const here = await place()
  await writeFile(join(here.cwd, '.env'), 'LOG_LEVEL=info\nROLE=boss\n')
  expectRefused(await startIn(here), /\.env:2 \[ROLE\]/)
})

it('a broken township folder: file, line, field and mend of every fault', async () => {
  const here = await place()
  const line = await spoil(join(here.town, 'town.yaml'), 'head: u-liqiang', 'head: u-nobody')
  await spoil(join(here.town, 'clocks.yaml'), 'sign: 15m', 'sign: soon')
  expectRefused(
    await startIn(here),
    new RegExp(`town\\.yaml:${line} \\[.*head.*\\].*u-nobody`),
    /clocks\.yaml:\d+ \[.*sign.*\]/,
  )
})

it('a township folder that is not there', async () => {
  const here = await place()
  expectRefused(await startIn(here, { TOWN_CONFIG: join(here.cwd, 'nowhere') }), 'nowhere')
})

it.each([
  ['demo', {}],
  ['real bot', REAL],
])('a data folder that cannot be made (%s)', async (_kind, more) => {
  const here = await place()
  await writeFile(join(here.cwd, 'file'), 'not a folder')
  expectRefused(await startIn(here, { ...more, DATA_DIR: join(here.cwd, 'file', 'data') }), /数据文件夹/)
  expectRefused(await startIn(here, { ...more, DATA_DIR: join(here.cwd, 'file') }), /数据文件夹/)
  expectRefused(await startIn(here, { ...more, DATA_DIR: '/proc/shaozi' }), /数据文件夹/)
})

it('a data folder that may not be written', async () => {
  const here = await place()
  await mkdir(here.dataDir, { mode: 0o555 })
  // root may write everywhere, unless it gives that right away
  const prefix = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : []
  expectRefused(await run(['start'], { cwd: here.cwd, env: here.env, prefix }), /数据文件夹.*EACCES/)
})

it('a database in a folder that cannot be made', async () => {
  const here = await place()
  expectRefused(await startIn(here, { DATABASE_URL: 'file:/proc/shaozi/shaozi.db' }), '数据库打不开')
})

it('half-configured credentials', async () => {
  const here = await place()
  expectRefused(await startIn(here, { WECOM_AIBOT_ID: 'aib-half' }), 'WECOM_AIBOT_SECRET')
})

it('an app that only speaks: it does not run deaf', async () => {
  const here = await place()
  const app = { WECOM_CORP_ID: 'wwcorp', WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'app-password' }
  const ended = await startIn(here, app)
  expectRefused(ended, '收不到消息', 'WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY')
  expect(ended.stderr).not.toContain('app-password')
  const { WECOM_AGENT_ID: _none, ...half } = app
  expectRefused(await startIn(here, half), 'WECOM_AGENT_ID')
})

it('a database of a newer version, untouched', async () => {
  const here = await place()
  const file = await usedDatabase(here)
  const db = new Database(file)
  db.prepare('INSERT INTO migration (name, checksum, appliedAt) VALUES (?, ?, ?)').run('9999_from_tomorrow', 'x', 1)
  db.close()
  const before = await readFile(file)
  expectRefused(await startIn(here), '更新版本', '升级')
  expect((await readFile(file)).equals(before)).toBe(true)
})

it('a file that is no database, untouched', async () => {
  const here = await place()
  const file = join(here.cwd, 'letter.txt')
  await writeFile(file, '亲爱的妈妈：'.repeat(1000))
  expectRefused(await startIn(here, { DATABASE_URL: `file:${file}` }), '不是数据库')
  expect(await readFile(file, 'utf8')).toBe('亲爱的妈妈：'.repeat(1000))
})

it('the database of another program, untouched', async () => {
  const here = await place()
  const file = join(here.cwd, 'shop.db')
  const db = new Database(file)
  db.exec('CREATE TABLE goods (name TEXT)')
  db.close()
  const before = await readFile(file)
  expectRefused(await startIn(here, { DATABASE_URL: `file:${file}` }), '不是哨子建的')
  expect((await readFile(file)).equals(before)).toBe(true)
})

it('a PostgreSQL that is not there, without its password', async () => {
  const here = await place()
  const ended = await startIn(here, { ...REAL, DATABASE_URL: 'postgresql://shaozi:pg-password@127.0.0.1:9/shaozi' })
  expectRefused(ended, '连不上数据库')
  expect(ended.stderr).not.toContain('pg-password')
})

it('a second start on the same SQLite database', async () => {
  const here = await place()
  const first = start(['start'], { cwd: here.cwd, env: here.env })
  await first.says(/http:\S+/)
  expectRefused(await startIn(here), '另一个哨子')
  expect(await first.kill('SIGTERM')).toMatchObject({ code: 0 })
})

async function usedDatabase(here: Place): Promise<string> {
  const program = start(['start'], { cwd: here.cwd, env: here.env })
  await program.says(/http:\S+/)
  await program.kill('SIGTERM')
  return join(here.dataDir, 'demo.db')
}
