import { describe, expect, it } from 'vitest'
import { bot, dial } from './raw.ts'
import { BOT, GROUP, heard, sdk, town, VILLAGER } from './town.ts'

const LOGIN = { bot_id: BOT.id, secret: BOT.secret }

describe('logging in', () => {
  it.each([
    ['the right credentials', LOGIN, 0],
    ['with what the SDK may add', { ...LOGIN, scene: 1, plug_version: '2.0' }, 0],
    ['a wrong secret', { ...LOGIN, secret: 'guess' }, 853000],
    ['an unknown bot', { ...LOGIN, bot_id: 'aibOTHER' }, 853000],
    ['nothing', {}, 853000],
    ['numbers', { bot_id: 1, secret: 2 }, 853000],
  ])('%s', async (_, body, code) => {
    const raw = await dial(await town(), '/any/path?at=all')
    expect(await raw.code('aibot_subscribe', body)).toBe(code)
  })

  it('words a refusal as WeCom does', async () => {
    const raw = await dial(await town())
    const { errmsg, headers } = await raw.ask('aibot_subscribe', { bot_id: 'x', secret: 'y' }, 'aibot_subscribe_1')
    expect(headers.req_id).toBe('aibot_subscribe_1')
    expect(errmsg).toMatch(/^invalid bot_id or secret, hint: \[\d+\], from ip: .+e=853000$/)
  })

  it('is what every command but a heartbeat needs', async () => {
    const raw = await dial(await town())
    expect(await raw.code('ping')).toBe(0)
    for (const cmd of ['aibot_send_msg', 'aibot_respond_msg', 'aibot_upload_media_init', 'anything'])
      expect(await raw.code(cmd, { chatid: GROUP })).toBe(846609)
  })

  it('works with the official SDK, and a refusal makes it hang up', async () => {
    const simulator = await town()
    const refused = await dial(simulator)
    expect(await refused.code('aibot_subscribe', { bot_id: 'x', secret: 'y' })).toBe(853000)
    expect(simulator.connected).toBe(false)
    await sdk(simulator)
    expect(simulator.connected).toBe(true)
  })
})

describe('a second login', () => {
  it('tells the first, closes it and takes over', async () => {
    const simulator = await town()
    const first = await bot(simulator)
    const second = await bot(simulator)
    const told = await first.frame((frame) => frame.cmd === 'aibot_event_callback')
    expect(told.body).toMatchObject({ msgtype: 'event', aibotid: BOT.id, event: { eventtype: 'disconnected_event' } })
    expect(told.body).not.toHaveProperty('from')
    await first.closed
    await simulator.say(VILLAGER, '你好')
    expect(await second.frame((frame) => frame.cmd === 'aibot_msg_callback')).toBeTruthy()
    expect(simulator.connected).toBe(true)
  })

  it('may leave the first open: heartbeats go on, nothing else does', async () => {
    const simulator = await town()
    simulator.faults.leaveKickedOpen(true)
    const first = await bot(simulator)
    await bot(simulator)
    await first.frame((frame) => frame.cmd === 'aibot_event_callback')
    expect(await first.code('ping')).toBe(0)
    expect(await first.code('aibot_send_msg', { chatid: GROUP })).toBe(846609)
  })

  it('is understood by the SDK as the end', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const told = heard(client, 'event.disconnected_event')
    simulator.faults.kick()
    expect((await told).body.event.eventtype).toBe('disconnected_event')
    expect(simulator.connected).toBe(false)
  })
})

describe('the line', () => {
  it('acks heartbeats and protocol pings', async () => {
    const raw = await bot(await town())
    expect(await raw.ask('ping', undefined, 'ping_1')).toMatchObject({ errcode: 0, headers: { req_id: 'ping_1' } })
    const pong = new Promise((resolve) => raw.socket.once('pong', resolve))
    raw.socket.ping()
    await pong
  })

  it('is closed after a long silence', async () => {
    const raw = await bot(await town({ silenceMs: 30 }))
    await raw.closed
  })

  it('refuses commands nobody knows and survives what is no frame', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    for (const text of ['', 'null', '[]', '{"cmd":"ping"', '{"cmd":1,"headers":{"req_id":"a"}}', '{"headers":{}}'])
      raw.socket.send(text)
    expect(await raw.code('aibot_get_mcp_config', {})).toBe(40058)
    expect(simulator.ledger.frames.filter((frame) => frame.cmd === '(unreadable)')).toHaveLength(6)
  })

  it('gives callbacks ids that the SDK does not take for its own', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    for (let i = 0; i < 50; i += 1) await simulator.say(VILLAGER, `${i}`)
    await raw.frame((frame) => frame.body?.['text'] !== undefined && raw.frames.length > 50)
    expect(raw.frames.some((frame) => frame.cmd && /^(ping|aibot_subscribe)/.test(frame.headers.req_id))).toBe(false)
  })
})
