import { expect, it, onTestFinished, vi } from 'vitest'
import { makeLog } from '../../log.ts'
import { startWeb, type Web } from '../../web/server.ts'
import type { Core } from '../../app.ts'
import { call, CALLBACK, CORP } from '../doors/wecom.ts'
import { isUp, openBotTown } from './bot.ts'

const MINUTE = 60_000

it('a secret of the bot that was changed: it says so, asks seldom, and with the new one says all that waited', async () => {
  const town = await openBotTown()
  const { simulator } = town
  const old = await town.start({ WECOM_AIBOT_SECRET: 'the-one-before' })
  const detail = () => old.ctx.channel.states()[0]?.detail ?? ''
  await vi.waitUntil(() => detail().includes('refuses'), { timeout: 20_000 })
  expect((await old.web.ready()).ok).toBe(false)
  const chat = { type: 'single', id: 'v-lihua' } as const
  const content = { kind: 'text', text: '王家村村口有人占道摆摊', quote: null } as const
  await old.receive({ channel: 'aibot', dedupeKey: 'm1', from: 'v-lihua', chat, content, reply: null })
  await old.idle()
  await town.forward(10 * MINUTE)
  expect(simulator.chat('u-zhangwei')).toEqual([])
  expect(town.lines.filter((line) => line.includes('the login was refused')).length).toBeLessThan(4)
  await town.stop()

  const core = await town.start()
  await vi.waitUntil(() => isUp(core), { timeout: 20_000 })
  await town.forward(MINUTE)
  for (const who of ['v-lihua', 'u-zhangwei'])
    expect(simulator.chat(who).filter((bubble) => bubble.from === 'bot').length, who).toBe(1)
  expect((await core.web.ready()).channels[0]).toMatchObject({ name: 'aibot', up: true })
  expect(town.errors).toEqual([])
  expect(town.lines.join('\n')).not.toContain('the-one-before')
})

it('token and key of the callback that were changed: the old ones open nothing, the new ones do, and what came is known', async () => {
  const town = await openBotTown()
  const next = { token: 'AnotherToken456', aesKey: `z${CALLBACK.aesKey.slice(1)}` }
  let web: Web | null = null
  onTestFinished(async () => void (await web?.close()))
  const open = async (seal: Readonly<{ token: string; aesKey: string }>): Promise<Core> => {
    await web?.close()
    await town.stop()
    const core = await town.start({
      ...{ WECOM_CORP_ID: CORP, WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'not-a-secret' },
      ...{ WECOM_API_BASE: 'http://127.0.0.1:9' },
      ...{ WECOM_CALLBACK_TOKEN: seal.token, WECOM_CALLBACK_AES_KEY: seal.aesKey },
    })
    const log = makeLog('error', (line) => void town.errors.push(line))
    web = await startWeb({ host: '127.0.0.1', port: 0, log, ...core.web, mounts: [] })
    return core
  }
  const text = { FromUserName: 'u-sunmei', MsgType: 'text', Content: '王家村村口有人占道摆摊', AgentID: 1000002 }
  const post = (MsgId: string, seal?: typeof next, more = {}) =>
    call(web?.url ?? '', { ...text, MsgId, ...more }, town.clock.now(), seal)

  await open(CALLBACK)
  expect(await post('901')).toBe(200)
  const core = await open(next)
  expect(await post('902')).toBe(403)
  expect(core.web.callback?.refused()).toEqual({ signature: 1 })
  expect(await post('901', next)).toBe(200)
  expect(await post('903', next, { Content: '石门村有人露天烧秸秆' })).toBe(200)
  await core.idle()
  const received = await core.ctx.store.tasks({ limit: 9 })
  expect(received.length, 'what WeCom sends again under the new key is not told twice').toBe(2)
})
