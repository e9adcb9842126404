import { describe, expect, it } from 'vitest'
import type { Said } from '../../simulator/chat/say.ts'
import type { Simulator } from '../../simulator/port.ts'
import { CARDS } from './cards.ts'
import { bot, type Raw } from './raw.ts'
import { BOT, GROUP, heard, OFFICER, sdk, still, town, VILLAGER } from './town.ts'

const JPG = { name: '现场.jpg', data: Buffer.from('picture') }
const PDF = { name: '说明.pdf', data: Buffer.from('paper') }
const MP4 = { name: 'a.mp4', data: Buffer.from('film') }

async function scene(): Promise<Readonly<{ simulator: Simulator; raw: Raw }>> {
  const simulator = await town()
  return { simulator, raw: await bot(simulator) }
}
const told = async (raw: Raw, { msgids }: Said) =>
  Promise.all(msgids.map(async (id) => (await raw.frame((frame) => frame.body?.['msgid'] === id)).body))

describe('what the bot is told', () => {
  it('of a text to it alone', async () => {
    const { simulator, raw } = await scene()
    const [body] = await told(raw, await simulator.say(VILLAGER, '村口有人摆摊'))
    expect(body).toEqual({
      msgid: expect.any(String),
      aibotid: BOT.id,
      chattype: 'single',
      from: { userid: VILLAGER },
      msgtype: 'text',
      text: { content: '村口有人摆摊' },
    })
  })

  it('of a text in a group, where it is mentioned, with the mention', async () => {
    const { simulator, raw } = await scene()
    const [body] = await told(raw, await simulator.say(OFFICER, '@哨子 签收 0007', { chatid: GROUP }))
    expect(body).toMatchObject({ chatid: GROUP, chattype: 'group', text: { content: '@哨子 签收 0007' } })
  })

  it('of talk among people: nothing, though everybody sees it', async () => {
    const { simulator } = await scene()
    expect((await simulator.say(OFFICER, '中午吃什么', { chatid: GROUP })).msgid).toBeNull()
    expect(simulator.chat(GROUP)).toMatchObject([{ content: '中午吃什么', from: OFFICER, chatType: 'group' }])
    expect(simulator.ledger.frames.filter((frame) => frame.direction === 'out')).toEqual([])
  })

  it('of pictures, files and films: one message each', async () => {
    const { simulator, raw } = await scene()
    const bodies = await told(raw, await simulator.sendMedia(VILLAGER, [JPG, PDF, MP4]))
    const link = {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/media\//),
      aeskey: expect.stringMatching(/^.{43}=$/),
    }
    expect(bodies).toMatchObject([
      { msgtype: 'image', image: link },
      { msgtype: 'file', file: link },
      { msgtype: 'video', video: link },
    ])
    expect(simulator.chat(VILLAGER).map(({ kind, content }) => [kind, content])).toEqual([
      ['image', '现场.jpg'],
      ['file', '说明.pdf'],
      ['video', 'a.mp4'],
    ])
  })

  it('of voice: what was said', async () => {
    const { simulator, raw } = await scene()
    const [body] = await told(raw, await simulator.sendVoice(VILLAGER, '路灯坏了'))
    expect(body).toMatchObject({ msgtype: 'voice', voice: { content: '路灯坏了' } })
  })

  it('of words with pictures: one message with parts', async () => {
    const { simulator, raw } = await scene()
    const [body] = await told(raw, await simulator.sendMixed(OFFICER, '@哨子 反馈', [JPG, JPG], { chatid: GROUP }))
    const { mixed } = body as { mixed: { msg_item: { msgtype: string; image?: { aeskey: string } }[] } }
    expect(mixed.msg_item.map((item) => item.msgtype)).toEqual(['text', 'image', 'image'])
    expect(mixed.msg_item[1]?.image?.aeskey).not.toBe(mixed.msg_item[2]?.image?.aeskey)
  })

  it('of pictures and voice in a group: nothing', async () => {
    const { simulator } = await scene()
    expect((await simulator.sendMedia(OFFICER, [JPG], { chatid: GROUP })).msgids).toEqual([])
    expect((await simulator.sendVoice(OFFICER, '@哨子 值班', { chatid: GROUP })).msgids).toEqual([])
    expect(simulator.chat(GROUP)).toHaveLength(2)
  })

  it('of an entry: the first of a day in Shanghai, without a chat', async () => {
    const simulator = await town({ clock: still('2026-11-24T23:00:00+08:00') })
    const raw = await bot(simulator)
    const { msgid } = await simulator.enter(VILLAGER)
    const { body } = await raw.frame((frame) => frame.body?.['msgid'] === msgid)
    expect(body).toEqual({
      msgid,
      create_time: Date.parse('2026-11-24T15:00:00Z') / 1000,
      aibotid: BOT.id,
      from: { userid: VILLAGER },
      msgtype: 'event',
      event: { eventtype: 'enter_chat' },
    })
    expect((await simulator.enter(VILLAGER)).msgid).toBeNull()
    await simulator.advance(3600_000)
    expect((await simulator.enter(VILLAGER)).msgid).not.toBeNull()
  })

  it('of feedback, where the bot asked for it', async () => {
    const { simulator, raw } = await scene()
    const markdown = { content: '已受理', feedback: { id: 'F1' } }
    await raw.ask('aibot_send_msg', { chatid: GROUP, msgtype: 'markdown', markdown })
    const { msgid } = await simulator.feedback(OFFICER, simulator.chat(GROUP)[0]!.id, { type: 2, reasons: [3] })
    const { body, headers } = await raw.frame((frame) => frame.body?.['msgid'] === msgid)
    expect(body).toMatchObject({
      event: { eventtype: 'feedback_event', feedback_event: { id: 'F1', type: 2, inaccurate_reason_list: [3] } },
    })
    expect(await raw.code('aibot_respond_msg', { msgtype: 'markdown', markdown }, headers.req_id)).toBe(846605)
    const { bubbles } = await simulator.say(OFFICER, '好', { chatid: GROUP })
    await expect(simulator.feedback(OFFICER, bubbles[0]!.id, { type: 1 })).rejects.toThrow('不能评价')
  })

  it('while it is away: nothing, also not later', async () => {
    const simulator = await town()
    await simulator.say(VILLAGER, '有人吗')
    const raw = await bot(simulator)
    const [body] = await told(raw, await simulator.say(VILLAGER, '现在呢'))
    expect(body).toMatchObject({ text: { content: '现在呢' } })
    expect(raw.frames.filter((frame) => frame.cmd)).toHaveLength(1)
    expect(simulator.ledger.frames.filter((frame) => frame.lost)).toHaveLength(1)
  })

  it('through the SDK', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const mixed = heard(client, 'message.mixed')
    await simulator.sendMixed(VILLAGER, '看', [JPG])
    expect((await mixed).body.mixed.msg_item[0].text.content).toBe('看')
    const entered = heard(client, 'event.enter_chat')
    await simulator.enter(VILLAGER)
    expect((await entered).body.from.userid).toBe(VILLAGER)
  })
})

describe('a quote', () => {
  it('carries the content of a text and no id', async () => {
    const { simulator, raw } = await scene()
    const { bubbles } = await simulator.say(VILLAGER, '村口有人摆摊')
    const said = await simulator.say(VILLAGER, '补充：摊主又来了', { quote: bubbles[0]!.id })
    const [body] = await told(raw, said)
    expect(body?.['quote']).toEqual({ msgtype: 'text', text: { content: '村口有人摆摊' } })
    expect(said.bubbles[0]?.quote).toBe('村口有人摆摊')
  })

  it('of a card is what one reads on it', async () => {
    const { simulator, raw } = await scene()
    await raw.ask('aibot_send_msg', {
      chatid: GROUP,
      msgtype: 'template_card',
      template_card: CARDS.button_interaction,
    })
    const quote = simulator.chat(GROUP)[0]!.id
    const [body] = await told(raw, await simulator.say(OFFICER, '@哨子 签收', { chatid: GROUP, quote }))
    const { text } = body?.['quote'] as { text: { content: string } }
    expect(text.content.split('\n')).toEqual(
      expect.arrayContaining(['青石镇', '占道摆摊', '地点 王家村', '签收', '退回']),
    )
    expect(text.content).not.toContain('sign:1')
  })

  it('of a picture has a link of its own', async () => {
    const { simulator, raw } = await scene()
    const sent = await simulator.sendMedia(VILLAGER, [JPG])
    const [first] = await told(raw, sent)
    const [second] = await told(raw, await simulator.say(VILLAGER, '这个', { quote: sent.bubbles[0]!.id }))
    expect(second?.['quote']).toMatchObject({ msgtype: 'image', image: { url: expect.any(String) } })
    expect(second?.['quote']).not.toMatchObject({ image: first?.['image'] })
  })

  it('of voice and of mixed messages keeps their kind', async () => {
    const { simulator, raw } = await scene()
    const voice = await simulator.sendVoice(VILLAGER, '路灯坏了')
    const mixed = await simulator.sendMixed(VILLAGER, '看', [JPG])
    const [one] = await told(raw, await simulator.say(VILLAGER, '这个', { quote: voice.bubbles[0]!.id }))
    const [two] = await told(raw, await simulator.say(VILLAGER, '那个', { quote: mixed.bubbles[0]!.id }))
    expect(one?.['quote']).toEqual({ msgtype: 'voice', voice: { content: '路灯坏了' } })
    expect(two?.['quote']).toMatchObject({
      msgtype: 'mixed',
      mixed: { msg_item: [{ msgtype: 'text' }, { msgtype: 'image' }] },
    })
  })
})

describe('what a person cannot do', () => {
  it.each([
    ['be somebody unknown', (s: Simulator) => s.say('v-nobody', '你好')],
    ['write in a group he is not in', (s: Simulator) => s.say(VILLAGER, '你好', { chatid: GROUP })],
    ['write in a group that is none', (s: Simulator) => s.say(VILLAGER, '你好', { chatid: 'wrNONE' })],
    ['send nothing', (s: Simulator) => s.say(VILLAGER, '')],
    ['send no files', (s: Simulator) => s.sendMedia(VILLAGER, [])],
    ['quote what is not there', (s: Simulator) => s.say(VILLAGER, '你好', { quote: 'b99' })],
    [
      'send more than 100 MB',
      (s: Simulator) => s.sendMedia(VILLAGER, [{ name: 'a.mp4', data: Buffer.alloc(100 * 1024 * 1024 + 1) }]),
    ],
    ['enter as nobody', (s: Simulator) => s.enter('v-nobody')],
  ])('%s', async (_, act) => {
    const simulator = await town()
    await expect(act(simulator)).rejects.toMatchObject({ name: 'Impossible' })
    expect(simulator.bubbles).toEqual([])
  })

  it('quote another chat', async () => {
    const simulator = await town()
    const { bubbles } = await simulator.say(VILLAGER, '你好')
    await expect(simulator.say(OFFICER, '你好', { quote: bubbles[0]!.id })).rejects.toThrow('同一个聊天')
  })
})
