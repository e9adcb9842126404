import { describe, expect, it } from 'vitest'
import { speller } from '../../bot/aibot/address.ts'
import { TEXT_BYTES, toInbound, type Reader } from '../../bot/aibot/inbound.ts'
import { Bench } from './bench.ts'
import { NOW, TOWN } from './samples.ts'

const reader: Reader = { id: 'aib-1', spell: speller([TOWN]) }
const read = (body: object, reqId: string | null = 'R-1') =>
  toInbound({ cmd: 'x', headers: { req_id: reqId }, body }, reader, NOW)
const message = (own: object) => ({
  msgid: 'M1',
  aibotid: 'aib-1',
  chattype: 'single',
  from: { userid: 'v-1' },
  ...own,
})
const inGroup = (own: object) => message({ chattype: 'group', chatid: 'wrG', ...own })
const text = (content: string) => ({ msgtype: 'text', text: { content } })
const click = {
  eventtype: 'template_card_event',
  template_card_event: { card_type: 'button_interaction', event_key: 'sign:QS261124-0007', task_id: 'QS261124-0007_1' },
}

describe('a message', () => {
  it('of text', () => {
    expect(read(message(text('王家村有人摆摊')))).toEqual({
      channel: 'aibot',
      dedupeKey: 'aibot:aib-1:v-1:M1',
      from: 'v-1',
      chat: { type: 'single', id: 'v-1' },
      content: { kind: 'text', text: '王家村有人摆摊', quote: null },
      reply: { reqId: 'R-1', kind: 'message', until: new Date(NOW.getTime() + 24 * 3_600_000) },
    })
  })

  it('of voice carries its transcript', () => {
    expect(read(message({ msgtype: 'voice', voice: { content: '村口着火了' } }))?.content).toEqual({
      kind: 'voice',
      text: '村口着火了',
      quote: null,
    })
  })

  it.each(['image', 'file', 'video'] as const)('of %s carries where to fetch it', (kind) => {
    const content = read(message({ msgtype: kind, [kind]: { url: 'https://x/1', aeskey: 'KEY' } }))?.content
    expect(content).toEqual({
      kind: 'media',
      text: '',
      media: [{ kind, url: 'https://x/1', aesKey: 'KEY' }],
      quote: null,
    })
  })

  it('of mixed parts carries words and pictures', () => {
    const msg_item = [
      { msgtype: 'text', text: { content: '@哨子 看' } },
      { msgtype: 'image', image: { url: 'https://x/1' } },
      { msgtype: 'text', text: { content: '这里' } },
      { msgtype: 'image', image: { url: 'https://x/2', aeskey: 'K' } },
      { msgtype: 'image', image: {} },
    ]
    expect(read(inGroup({ msgtype: 'mixed', mixed: { msg_item } }))?.content).toEqual({
      kind: 'media',
      text: '看\n这里',
      quote: null,
      media: [
        { kind: 'image', url: 'https://x/1', aesKey: null },
        { kind: 'image', url: 'https://x/2', aesKey: 'K' },
      ],
    })
  })

  it('of a kind we do not know is named', () => {
    expect(read(message({ msgtype: 'hologram', hologram: {} }))?.content).toEqual({ kind: 'unknown', type: 'hologram' })
    expect(read(message({}))?.content).toEqual({ kind: 'unknown', type: '' })
  })

  it('with fields of unexpected types loses only those', () => {
    expect(read(message({ ...text('好'), msgid: 17, quote: 'x', chatid: 5, create_time: {} }))).toMatchObject({
      dedupeKey: 'aibot:aib-1:v-1:17',
      content: { text: '好', quote: null },
    })
    expect(read(message({ msgtype: 'text', text: { content: 5 } }))?.content).toMatchObject({ kind: 'text', text: '' })
    expect(read(message({ msgtype: 'text', text: null }))?.content).toMatchObject({ text: '' })
  })

  it.each([{}, { from: {} }, { from: { userid: '' } }, { from: null }])("without a sender (%j) is nobody's", (body) => {
    expect(read({ ...message(text('好')), from: undefined, ...body })).toBeNull()
  })

  it.each([null, undefined, 5, 'x', [], {}])('that is %j is nothing', (frame) => {
    expect(toInbound(frame, reader, NOW)).toBeNull()
  })

  it('from a listed person has his userid as it is listed', () => {
    const inbound = read(message({ ...text('好'), from: { userid: 'U-ZHANGWEI' } }))
    expect(inbound).toMatchObject({
      from: 'u-ZhangWei',
      chat: { id: 'u-ZhangWei' },
      dedupeKey: 'aibot:aib-1:u-ZhangWei:M1',
    })
  })

  it('keeps at most a megabyte of text, on a whole character', () => {
    const kept = read(message(text('😀'.repeat(400_000))))?.content
    expect(kept).toMatchObject({ kind: 'text' })
    const said = kept && 'text' in kept ? kept.text : ''
    expect(Buffer.byteLength(said)).toBe(TEXT_BYTES)
    expect(said.endsWith('😀')).toBe(true)
  })
})

describe('a quote', () => {
  const quoting = (quote: object) => {
    const content = read(message({ ...text('签收'), quote }))?.content
    return content && 'quote' in content ? content.quote : undefined
  }

  it.each([
    [{ msgtype: 'text', text: { content: '工单 QS261124-0007' } }, '工单 QS261124-0007'],
    [{ msgtype: 'voice', voice: { content: '语音 0007' } }, '语音 0007'],
    [
      {
        msgtype: 'mixed',
        mixed: {
          msg_item: [
            { msgtype: 'text', text: { content: '一' } },
            { msgtype: 'image', image: { url: 'https://x' } },
            { msgtype: 'text', text: { content: '二' } },
          ],
        },
      },
      '一\n二',
    ],
    [{ msgtype: 'image', image: { url: 'https://x', aeskey: 'k' } }, null],
    [{ msgtype: 'stream', stream: { id: 's', content: '已受理 QS261124-0007' } }, '已受理 QS261124-0007'],
    [{ msgtype: 'markdown', markdown: { content: '**QS261124-0007**' } }, '**QS261124-0007**'],
  ])('%j says %j', (quote, said) => expect(quoting(quote)).toBe(said))

  it('of a card says whatever words arrive, its id too', () => {
    const quote = {
      msgtype: 'template_card',
      template_card: { card_type: 'button_interaction', main_title: { title: '占道经营' }, task_id: 'QS261124-0007_1' },
    }
    expect(quoting(quote)).toBe('占道经营\nQS261124-0007_1')
  })

  it('is kept to some thousand characters', () => {
    expect([...(quoting({ msgtype: 'text', text: { content: '长'.repeat(50_000) } }) ?? '')].length).toBe(4000)
  })
})

describe('an event', () => {
  const event = (own: object, more: object = {}) =>
    read(message({ msgtype: 'event', create_time: 1700000000, event: own, ...more }))

  it('of a click carries key and card, and five seconds to answer', () => {
    const inbound = event(click, { chattype: 'group', chatid: 'wrG' })
    expect(inbound).toMatchObject({
      dedupeKey: 'aibot:aib-1:v-1:M1:1700000000:template_card_event:sign:QS261124-0007:QS261124-0007_1',
      chat: { type: 'group', id: 'wrG' },
      content: { kind: 'click', key: 'sign:QS261124-0007', cardId: 'QS261124-0007_1' },
      reply: { kind: 'card', until: new Date(NOW.getTime() + 5000) },
    })
  })

  it('of a click is read too where the SDK says its details are', () => {
    const { template_card_event: detail } = click
    expect(event({ eventtype: 'template_card_event', ...detail })?.content).toEqual({
      kind: 'click',
      key: 'sign:QS261124-0007',
      cardId: 'QS261124-0007_1',
    })
  })

  it('of entering the chat may be welcomed', () => {
    expect(event({ eventtype: 'enter_chat' }, { chattype: undefined })).toMatchObject({
      chat: { type: 'single', id: 'v-1' },
      content: { kind: 'enter' },
      reply: { kind: 'welcome' },
    })
  })

  it.each([{ eventtype: 'feedback_event', feedback_event: { id: 'f' } }, { eventtype: 'template_card_event' }, {}])(
    '%j is unknown and may not be answered',
    (own) => {
      const inbound = event(own)
      expect(inbound?.content).toMatchObject({ kind: 'unknown', type: expect.stringMatching(/^event:/) })
      expect(inbound?.reply).toBeNull()
    },
  )
})

describe('what was received', () => {
  it('is handed over again until it is saved, in the order it came', async () => {
    let failures = 2
    const onInbound = async () => {
      if (failures > 0) {
        failures -= 1
        throw new Error('the database is locked')
      }
    }
    const bench = await Bench.up({ onInbound })
    bench.platform.push('aibot_msg_callback', message(text('一')))
    await bench.until(() => bench.inbound.length === 1)
    expect(bench.alarms).toEqual([])
    await bench.close()
  })

  it('and could not be saved raises an alarm without its words', async () => {
    const onInbound = async () => {
      throw new Error('the disk is full: 王家村')
    }
    const bench = await Bench.up({ onInbound })
    bench.platform.push('aibot_msg_callback', message(text('王家村')))
    await bench.until(() => bench.alarms.length === 1)
    expect(bench.alarms[0]?.kind).toBe('unsaved')
    expect(JSON.stringify([bench.alarms, bench.logged])).not.toContain('王家村')
    await bench.close()
  })
})
