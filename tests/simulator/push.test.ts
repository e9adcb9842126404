import { describe, expect, it } from 'vitest'
import { CARDS } from './cards.ts'
import { bot, reqIdOf } from './raw.ts'
import { GROUP, HEAD, OFFICER, rejection, sdk, town, VILLAGER } from './town.ts'

const MINUTE = 60_000
const say = { msgtype: 'markdown', markdown: { content: '提醒' } } as const

describe('a push', () => {
  it.each([
    ['to a person who wrote', { chatid: VILLAGER, chat_type: 1, ...say }, 0],
    ['without chat_type', { chatid: VILLAGER, ...say }, 0],
    ['to a group', { chatid: GROUP, chat_type: 2, ...say }, 0],
    ['to a group without chat_type', { chatid: GROUP, chat_type: 0, ...say }, 0],
    ['a card', { chatid: GROUP, msgtype: 'template_card', template_card: CARDS.button_interaction }, 0],
    ['to a person who never wrote', { chatid: HEAD, chat_type: 1, ...say }, 93006],
    ['to nobody', { chatid: 'v-nobody', chat_type: 1, ...say }, 93006],
    ['to a person as if he were a group', { chatid: VILLAGER, chat_type: 2, ...say }, 93006],
    ['to a group as if it were a person', { chatid: GROUP, chat_type: 1, ...say }, 93006],
    ['to a group in other letters', { chatid: GROUP.toLowerCase(), chat_type: 2, ...say }, 93006],
    ['to a person in other letters', { chatid: VILLAGER.toUpperCase(), chat_type: 1, ...say }, 93006],
    ['to no chat', { ...say }, 93006],
    ['with an unknown chat_type', { chatid: VILLAGER, chat_type: 3, ...say }, 40058],
    ['with chat_type as a word', { chatid: VILLAGER, chat_type: '1', ...say }, 40058],
    ['of text', { chatid: VILLAGER, msgtype: 'text', text: { content: '提醒' } }, 40008],
    ['of a stream', { chatid: VILLAGER, msgtype: 'stream', stream: { id: 's', content: '提醒' } }, 40008],
    ['of 20,481 bytes', { chatid: VILLAGER, msgtype: 'markdown', markdown: { content: 'a'.repeat(20_481) } }, 45002],
  ])('%s', async (_, body, code) => {
    const simulator = await town()
    const raw = await bot(simulator)
    await simulator.say(VILLAGER, '你好')
    expect(await raw.code('aibot_send_msg', { ...body })).toBe(code)
  })

  it('reaches strangers only where that is switched on', async () => {
    const simulator = await town({ pushNeedsContact: false })
    const client = await sdk(simulator)
    expect(await rejection(client.sendMessage(HEAD, { ...say }))).toBe(0)
  })

  it('reaches a group only once the bot was spoken to there, where that is switched on', async () => {
    const simulator = await town({ groupsNeedContact: true })
    const raw = await bot(simulator)
    const push = () => raw.code('aibot_send_msg', { chatid: GROUP, ...say })
    expect(await push()).toBe(93006)
    await simulator.say(OFFICER, '大家好', { chatid: GROUP })
    expect(await push()).toBe(93006)
    await simulator.say(OFFICER, '@哨子 值班', { chatid: GROUP })
    expect(await push()).toBe(0)
  })

  it('and an answer do not reach a group the bot was taken out of', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    const reqId = await reqIdOf(raw, await simulator.say(OFFICER, '@哨子 值班', { chatid: GROUP }))
    simulator.faults.botInGroup(GROUP, false)
    expect(await raw.code('aibot_send_msg', { chatid: GROUP, ...say })).toBe(93008)
    expect(await raw.code('aibot_respond_msg', { ...say }, reqId)).toBe(93008)
    expect((await simulator.say(OFFICER, '@哨子 在吗', { chatid: GROUP })).msgid).toBeNull()
    simulator.faults.botInGroup(GROUP, true)
    expect(await raw.code('aibot_send_msg', { chatid: GROUP, ...say })).toBe(0)
  })

  it('knows people by their encrypted ids where the bot sees those', async () => {
    const simulator = await town({ idStyle: 'encrypted' })
    const raw = await bot(simulator)
    const { msgid } = await simulator.say(VILLAGER, '你好')
    const told = await raw.frame((frame) => frame.body?.['msgid'] === msgid)
    const { userid } = told.body?.['from'] as { userid: string }
    expect(userid).not.toContain('lihua')
    expect(await raw.code('aibot_send_msg', { chatid: VILLAGER, chat_type: 1, ...say })).toBe(93006)
    expect(await raw.code('aibot_send_msg', { chatid: userid, chat_type: 1, ...say })).toBe(0)
    expect(simulator.chat(VILLAGER).at(-1)).toMatchObject({ from: 'bot', via: 'push' })
  })
})

describe('the rate of a chat', () => {
  it('is 30 a minute, answers and pushes together, each chat by itself', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    const reqId = await reqIdOf(raw, await simulator.say(VILLAGER, '你好'))
    for (let i = 0; i < 15; i += 1) expect(await raw.code('aibot_send_msg', { chatid: VILLAGER, ...say })).toBe(0)
    for (let i = 0; i < 15; i += 1) expect(await raw.code('aibot_respond_msg', { ...say }, reqId)).toBe(0)
    expect(await raw.code('aibot_send_msg', { chatid: VILLAGER, ...say })).toBe(45009)
    expect(await raw.code('aibot_respond_msg', { ...say }, reqId)).toBe(45009)
    expect(await raw.code('aibot_send_msg', { chatid: GROUP, ...say })).toBe(0)
    expect(simulator.ledger.recent(VILLAGER, MINUTE, simulator.now())).toBe(30)
    await simulator.advance(MINUTE)
    expect(await raw.code('aibot_send_msg', { chatid: VILLAGER, ...say })).toBe(0)
    expect(simulator.ledger.peak(MINUTE)).toBe(30)
  })

  it('is 1000 an hour', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    for (let minute = 0; minute < 34; minute += 1) {
      const thirty = Array.from({ length: 30 }, () => raw.code('aibot_send_msg', { chatid: GROUP, ...say }))
      await Promise.all(thirty)
      await simulator.advance(MINUTE)
    }
    expect(simulator.chat(GROUP)).toHaveLength(1000)
    expect(await raw.code('aibot_send_msg', { chatid: GROUP, ...say })).toBe(45009)
  })

  it('can swallow what is too much, as WeCom does elsewhere', async () => {
    const simulator = await town()
    simulator.faults.silentDrop(true)
    const raw = await bot(simulator)
    for (let i = 0; i < 35; i += 1) expect(await raw.code('aibot_send_msg', { chatid: GROUP, ...say })).toBe(0)
    expect(simulator.chat(GROUP)).toHaveLength(30)
    expect(simulator.ledger.dropped()).toBe(5)
  })
})
