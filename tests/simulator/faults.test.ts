import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { bot, dial, type Frame } from './raw.ts'
import { BOT, GROUP, sdk, town, VILLAGER } from './town.ts'

const push = { chatid: GROUP, msgtype: 'markdown', markdown: { content: '提醒' } }
const messages = (frames: readonly Frame[]) => frames.filter((frame) => frame.cmd === 'aibot_msg_callback')
const texts = (frames: readonly Frame[]) =>
  messages(frames).map((frame) => (frame.body?.['text'] as { content: string }).content)

describe('callbacks', () => {
  it('come several times with one msgid; the answer counts for all of them', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.duplicate(3)
    const { msgid } = await simulator.say(VILLAGER, '你好')
    await raw.ask('ping')
    const got = messages(raw.frames)
    expect(got.map((frame) => frame.body?.['msgid'])).toEqual([msgid, msgid, msgid])
    expect(new Set(got.map((frame) => frame.headers.req_id)).size).toBe(3)
    const stream = { msgtype: 'stream', stream: { id: 's', finish: true, content: '好' } }
    expect(await raw.code('aibot_respond_msg', stream, got[0]!.headers.req_id)).toBe(0)
    expect(await raw.code('aibot_respond_msg', stream, got[2]!.headers.req_id)).toBe(846608)
  })

  it('come again much later, also over another connection', async () => {
    const simulator = await town()
    const first = await bot(simulator)
    const { msgid } = await simulator.say(VILLAGER, '你好')
    first.socket.close()
    await first.closed
    const second = await bot(simulator)
    await simulator.advance(30 * 60_000)
    expect(simulator.faults.redeliver(msgid!)).toBe(true)
    expect(simulator.faults.redeliver('unknown')).toBe(false)
    await second.ask('ping')
    expect(texts(second.frames)).toEqual(['你好'])
  })

  it.each([
    ['in order', 'in-order', ['一', '二', '三']],
    ['reversed', 'reversed', ['三', '二', '一']],
  ] as const)('are held back and released %s', async (_, order, expected) => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.hold()
    for (const text of ['一', '二', '三']) await simulator.say(VILLAGER, text)
    await raw.ask('ping')
    expect(texts(raw.frames)).toEqual([])
    simulator.faults.release(order)
    await raw.ask('ping')
    expect(texts(raw.frames)).toEqual(expected)
  })
})

describe('acks', () => {
  it('are lost: what was asked for happened all the same', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.loseAcks(1)
    const lost = raw.ask('aibot_send_msg', push, 'lost')
    expect(await raw.code('ping')).toBe(0)
    expect(await raw.code('aibot_send_msg', push)).toBe(0)
    expect(raw.frames.some((frame) => frame.headers.req_id === 'lost')).toBe(false)
    expect(simulator.chat(GROUP)).toHaveLength(2)
    lost.catch(() => undefined)
  })

  it('come late', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.delayAcks(30)
    const sentAt = performance.now()
    expect(await raw.code('aibot_send_msg', push)).toBe(0)
    expect(performance.now() - sentAt).toBeGreaterThan(25)
  })

  it('refuse the next frames of a command with a code', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.reject(2, -1, 'aibot_send_msg')
    expect(await raw.code('aibot_upload_media_finish', { upload_id: 'x' })).toBe(40058)
    expect(await raw.code('aibot_send_msg', push)).toBe(-1)
    expect(await raw.code('aibot_send_msg', push)).toBe(-1)
    expect(await raw.code('aibot_send_msg', push)).toBe(0)
    simulator.faults.reject(1, 93019, 'aibot_subscribe')
    expect(await (await dial(simulator)).code('aibot_subscribe', { bot_id: BOT.id, secret: BOT.secret })).toBe(93019)
  })

  it('are missing where the frame never arrived: nothing happened', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.loseFrames(1, 'aibot_send_msg')
    raw.socket.send(JSON.stringify({ cmd: 'aibot_send_msg', headers: { req_id: 'lost' }, body: push }))
    expect(await raw.code('ping')).toBe(0)
    expect(simulator.chat(GROUP)).toEqual([])
    expect(simulator.ledger.frames.at(-2)).toMatchObject({
      cmd: 'aibot_send_msg',
      reqId: 'lost',
      chat: GROUP,
      lost: true,
    })
  })
})

describe('connections', () => {
  it('stay open and dead', async () => {
    const simulator = await town()
    const dead = await bot(simulator)
    simulator.faults.halfOpen()
    dead.socket.send(JSON.stringify({ cmd: 'ping', headers: { req_id: 'p' } }))
    await simulator.say(VILLAGER, '你好')
    const alive = await bot(simulator)
    await simulator.say(VILLAGER, '还在吗')
    await alive.frame((frame) => frame.cmd === 'aibot_msg_callback')
    expect(texts(alive.frames)).toEqual(['还在吗'])
    expect(dead.frames).toHaveLength(1)
  })

  it('are closed in order or cut off', async () => {
    const simulator = await town()
    const first = await bot(simulator)
    const link = simulator.next((event) => event.type === 'link' && !event.connected)
    simulator.faults.close()
    expect(await first.closed).toBe(1001)
    await link
    const second = await bot(simulator)
    simulator.faults.terminate()
    expect(await second.closed).toBe(1006)
  })

  it('are refused during an outage', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    simulator.faults.outage(true)
    await raw.closed
    const refused = new WebSocket(simulator.wsUrl)
    expect(await new Promise((resolve) => refused.once('error', () => resolve('refused')))).toBe('refused')
    simulator.faults.outage(false)
    await sdk(simulator)
    expect(simulator.connected).toBe(true)
  })

  it('come back after an outage of some milliseconds', async () => {
    const simulator = await town()
    simulator.faults.outage(20)
    const attempt = async (): Promise<void> => {
      const socket = new WebSocket(simulator.wsUrl)
      const opened = await new Promise((resolve) =>
        socket.once('open', () => resolve(true)).once('error', () => resolve(false)),
      )
      socket.terminate()
      return opened ? undefined : attempt()
    }
    await attempt()
  })

  it('hear whatever WeCom may send one day', async () => {
    const simulator = await town()
    expect(simulator.sendRaw({ cmd: 'aibot_new_thing' })).toBe(false)
    const raw = await bot(simulator)
    expect(simulator.sendRaw({ cmd: 'aibot_new_thing', headers: { req_id: 'n' }, body: {} })).toBe(true)
    expect(await raw.frame((frame) => frame.cmd === 'aibot_new_thing')).toBeTruthy()
  })
})

describe('waiting for an event', () => {
  it('ends when one fits, when the time is over, and when the simulator closes', async () => {
    const simulator = await town()
    const said = simulator.next((event) => event.type === 'bubble' && event.bubble.content === '二')
    await simulator.say(VILLAGER, '一')
    await simulator.say(VILLAGER, '二')
    expect(await said).toMatchObject({ bubble: { content: '二' } })
    await expect(simulator.next(() => false, { within: 10 })).rejects.toThrow(/10 ms/)
    const never = simulator.next(() => false)
    await simulator.close()
    await expect(never).rejects.toThrow(/closed/)
  })

  it('tells listeners of one kind until they stop', async () => {
    const simulator = await town()
    const seen: string[] = []
    const stop = simulator.on('bubble', ({ bubble }) => seen.push(bubble.content))
    await simulator.say(VILLAGER, '一')
    stop()
    await simulator.say(VILLAGER, '二')
    expect(seen).toEqual(['一'])
  })
})

describe('all is well again', () => {
  it('after the faults are cleared; what was held is delivered', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    const { faults } = simulator
    faults.duplicate(5)
    faults.reject(9, -1)
    faults.loseAcks(9)
    faults.loseFrames(9)
    faults.delayAcks(5000)
    faults.hold()
    await simulator.say(VILLAGER, '你好')
    faults.clear()
    expect(await raw.code('aibot_send_msg', push)).toBe(0)
    expect(texts(raw.frames)).toEqual(['你好'])
  })
})
