import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/port.ts'
import { CARDS } from './cards.ts'
import { bot, reqIdOf, type Raw } from './raw.ts'
import { GROUP, OFFICER, rejection, sdk, town, VILLAGER } from './town.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const markdown = (content: unknown) => ({ msgtype: 'markdown', markdown: { content } })
const stream = (fields: object) => ({ msgtype: 'stream', stream: { id: 's1', finish: true, content: '好', ...fields } })
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const image = (data: Buffer, md5 = createHash('md5').update(data).digest('hex')) => ({
  msgtype: 'image',
  image: { base64: data.toString('base64'), md5 },
})

type Scene = Readonly<{ simulator: Simulator; raw: Raw; reqId: string }>
async function asked(options = {}): Promise<Scene> {
  const simulator = await town(options)
  const raw = await bot(simulator)
  return { simulator, raw, reqId: await reqIdOf(raw, await simulator.say(VILLAGER, '村口有人摆摊')) }
}
const respond = ({ raw, reqId }: Scene, body: object) => raw.code('aibot_respond_msg', { ...body }, reqId)

describe('an answer to a message', () => {
  it.each([
    ['markdown', markdown('受理了'), 0],
    ['a stream in one go', stream({}), 0],
    ['a stream without content yet', stream({ finish: false, content: undefined }), 0],
    ['a card', { msgtype: 'template_card', template_card: CARDS.button_interaction }, 0],
    ['pictures with the end of a stream', stream({ msg_item: [image(PNG)] }), 0],
    ['20,480 bytes', markdown('好'.repeat(6826) + 'ab'), 0],
    ['20,481 bytes', markdown('好'.repeat(6826) + 'abc'), 45002],
    ['20,481 bytes in a stream', stream({ content: 'a'.repeat(20_481) }), 45002],
    ['text', { msgtype: 'text', text: { content: '受理了' } }, 40008],
    ['no type', { markdown: { content: '受理了' } }, 40008],
    ['an unknown type', { msgtype: 'news', news: {} }, 40008],
    ['a stream with a card', { ...stream({}), msgtype: 'stream_with_template_card' }, 40008],
    ['empty markdown', markdown(' '), 44004],
    ['markdown that is no text', markdown(7), 40058],
    ['no markdown', { msgtype: 'markdown' }, 40058],
    ['no stream', { msgtype: 'stream' }, 40058],
    ['a stream without id', stream({ id: '' }), 40058],
    ['a stream whose finish is a word', stream({ finish: 'yes' }), 40058],
    ['pictures before the end', stream({ finish: false, msg_item: [image(PNG)] }), 40058],
    ['eleven pictures', stream({ msg_item: Array.from({ length: 11 }, () => image(PNG)) }), 40058],
    ['a picture that is none', stream({ msg_item: [image(Buffer.from('hello'))] }), 40058],
    ['a picture with a wrong md5', stream({ msg_item: [image(PNG, 'ffff')] }), 301019],
    ['a feedback id of 256 bytes', stream({ feedback: { id: 'f'.repeat(256) } }), 0],
    ['a feedback id of 257 bytes', stream({ feedback: { id: 'f'.repeat(257) } }), 40058],
    ['a picture nobody uploaded', { msgtype: 'image', image: { media_id: 'M' } }, 40007],
    ['a picture without media_id', { msgtype: 'image', image: {} }, 40007],
  ])('%s', async (_, body, code) => {
    expect(await respond(await asked(), body)).toBe(code)
  })

  it('may come 24 hours later and no later', async () => {
    const scene = await asked()
    await scene.simulator.advance(24 * HOUR)
    expect(await respond(scene, markdown('一天'))).toBe(0)
    await scene.simulator.advance(1)
    expect(await respond(scene, markdown('太晚'))).toBe(846605)
  })

  it('needs a req_id of a message', async () => {
    const { simulator, raw } = await asked()
    expect(await raw.code('aibot_respond_msg', markdown('?'), 'made-up')).toBe(846605)
    const entered = await reqIdOf(raw, await simulator.enter(VILLAGER))
    expect(await raw.code('aibot_respond_msg', markdown('?'), entered)).toBe(846605)
  })

  it('holds one card', async () => {
    const scene = await asked()
    const card = (task_id: string) => ({
      msgtype: 'template_card',
      template_card: { ...CARDS.button_interaction, task_id },
    })
    expect(await respond(scene, card('a'))).toBe(0)
    expect(await respond(scene, card('b'))).toBe(40058)
  })

  it('that was refused shows nothing', async () => {
    const scene = await asked()
    await respond(scene, { msgtype: 'text', text: { content: '受理了' } })
    expect(scene.simulator.chat(VILLAGER).filter((bubble) => bubble.from === 'bot')).toEqual([])
  })

  it('in a group goes to the group', async () => {
    const { simulator, raw } = await asked()
    const reqId = await reqIdOf(raw, await simulator.say(OFFICER, '@哨子 值班', { chatid: GROUP }))
    expect(await raw.code('aibot_respond_msg', markdown('今天张伟'), reqId)).toBe(0)
    expect(simulator.chat(GROUP).at(-1)).toMatchObject({ from: 'bot', via: 'reply', content: '今天张伟' })
  })
})

describe('a stream', () => {
  it('replaces its content until it is finished', async () => {
    const scene = await asked()
    expect(await respond(scene, stream({ finish: false, content: '1' }))).toBe(0)
    expect(scene.simulator.chat(VILLAGER).at(-1)).toMatchObject({ content: '1', finished: false })
    expect(await respond(scene, stream({ content: '123' }))).toBe(0)
    expect(scene.simulator.chat(VILLAGER).at(-1)).toMatchObject({ kind: 'stream', content: '123', finished: true })
    expect(await respond(scene, stream({ content: '1234' }))).toBe(846608)
    expect(scene.simulator.chat(VILLAGER)).toHaveLength(2)
  })

  it('may change for six minutes', async () => {
    const scene = await asked()
    await respond(scene, stream({ finish: false }))
    await scene.simulator.advance(360 * SECOND)
    expect(await respond(scene, stream({ finish: false }))).toBe(0)
    await scene.simulator.advance(1)
    expect(await respond(scene, stream({}))).toBe(846608)
  })

  it('may change for longer where that is set', async () => {
    const scene = await asked({ streamMinutes: 10 })
    await respond(scene, stream({ finish: false }))
    await scene.simulator.advance(9 * 60 * SECOND)
    expect(await respond(scene, stream({}))).toBe(0)
  })

  it('counts as one message however many chunks it has', async () => {
    const scene = await asked()
    for (let i = 0; i < 40; i += 1) expect(await respond(scene, stream({ finish: false, content: `${i}` }))).toBe(0)
  })

  it('may carry a card where that is allowed, once', async () => {
    const scene = await asked({ streamWithCard: true })
    const both = {
      ...stream({ finish: false }),
      msgtype: 'stream_with_template_card',
      template_card: CARDS.vote_interaction,
    }
    expect(await respond(scene, both)).toBe(0)
    expect(await respond(scene, { ...both, template_card: CARDS.button_interaction })).toBe(40058)
    expect(scene.simulator.chat(VILLAGER).map((bubble) => bubble.kind)).toEqual(['text', 'stream', 'template_card'])
  })
})

describe('a welcome', () => {
  const hello = { msgtype: 'text', text: { content: '您好' } }
  it.each([
    ['text', hello, 0],
    ['a card', { msgtype: 'template_card', template_card: CARDS.text_notice }, 0],
    ['markdown', markdown('您好'), 40008],
    ['a stream', stream({}), 40008],
    ['empty text', { msgtype: 'text', text: { content: '' } }, 44004],
  ])('%s', async (_, body, code) => {
    const simulator = await town()
    const raw = await bot(simulator)
    const reqId = await reqIdOf(raw, await simulator.enter(VILLAGER))
    expect(await raw.code('aibot_respond_welcome_msg', { ...body }, reqId)).toBe(code)
  })

  it('is given once, within five seconds, to an entry only', async () => {
    const { simulator, raw, reqId } = await asked()
    expect(await raw.code('aibot_respond_welcome_msg', hello, reqId)).toBe(846605)
    const first = await reqIdOf(raw, await simulator.enter(VILLAGER))
    expect(await raw.code('aibot_respond_welcome_msg', hello, first)).toBe(0)
    expect(await raw.code('aibot_respond_welcome_msg', hello, first)).toBe(846605)
    const late = await reqIdOf(raw, await simulator.enter(OFFICER))
    await simulator.advance(5001)
    expect(await raw.code('aibot_respond_welcome_msg', hello, late)).toBe(846605)
  })
})

describe('the SDK', () => {
  it('rejects with the frame of a refusal', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const message = new Promise<{ headers: { req_id: string } }>((resolve) => client.once('message', resolve))
    await simulator.say(VILLAGER, '你好')
    const frame = await message
    expect(await rejection(client.reply(frame, { msgtype: 'text', text: { content: '你好' } }))).toBe(40008)
    expect(await rejection(client.replyStream(frame, 's1', '您好', true))).toBe(0)
    expect(await rejection(client.replyStream(frame, 's1', '您好！', true))).toBe(846608)
  })
})
