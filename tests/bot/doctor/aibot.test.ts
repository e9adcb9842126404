import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BOT, Platform } from '../platform.ts'
import { look, of } from './doors.ts'
import { platform as rest } from './platform.ts'

let wecom: Platform
beforeEach(async () => (wecom = await Platform.start()))
afterEach(() => wecom.close())

const bot = () => ({ ...BOT, wsUrl: wecom.url })
const ready = (up: boolean) => ({
  '/healthz': () => ({ alive: true }),
  '/readyz': () => ({ ok: up, channels: [{ name: 'aibot', up, detail: '' }] }),
})

it('the AI bot logs in and off again', async () => {
  const found = of(await look(await rest(), { aibot: bot() }), '智能机器人')
  expect(found).toMatchObject([{ ok: 'ok', cause: '登录成功，已退出' }])
  await vi.waitUntil(() => wecom.open === 0)
  expect(wecom.sockets).toBe(1)
})

it.each([853000, 93019])('a login that is refused with %i is named', async (code) => {
  wecom.login = code
  expect(of(await look(await rest(), { aibot: bot() }), '智能机器人')).toMatchObject([
    { ok: 'bad', cause: expect.stringContaining(`${code}`), mend: expect.stringContaining('Secret') },
  ])
})

it('a server that is not there is named', async () => {
  const found = await look(await rest(), { aibot: { ...bot(), wsUrl: 'ws://127.0.0.1:9' } })
  expect(found).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('ECONNREFUSED') }])
})

it('the bot that runs here is not thrown out', async () => {
  const here = await rest(ready(true))
  const found = await look(here, { aibot: bot(), port: here.port })
  expect(found).toMatchObject([{ ok: 'ok', cause: expect.stringContaining('没有再登录一次') }])
  expect(wecom.sockets).toBe(0)
})

it('a bot that runs here but is not logged in may be tried', async () => {
  const here = await rest(ready(false))
  expect(await look(here, { aibot: bot(), port: here.port })).toMatchObject([{ cause: '登录成功，已退出' }])
})

it('a demo has a WeCom of its own and is no reason not to try', async () => {
  const here = await rest({ ...ready(true), '/healthz': () => ({ alive: true, demo: true }) })
  expect(await look(here, { aibot: bot(), port: here.port })).toMatchObject([{ cause: '登录成功，已退出' }])
})
