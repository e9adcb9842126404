import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speller } from '../../bot/aibot/address.ts'
import { appInbound } from '../../bot/app/inbound.ts'
import { NOW, TOWN } from './samples.ts'

const reader = { corpId: 'ww1', agentId: 1000002, spell: speller([TOWN]) }
const COMMON = { ToUserName: 'ww1', FromUserName: 'u-zhangwei', CreateTime: '1583995625', AgentID: '1000002' }
const read = (own: object) => appInbound({ ...COMMON, ...own }, reader, NOW)
const message = (own: object) => read({ MsgId: '77', ...own })
const event = (own: object) => read({ MsgType: 'event', ...own })

type Case = readonly [own: object, content: object]

describe('a message to the app', () => {
  it('of text', () => {
    expect(message({ MsgType: 'text', Content: ' 签收 0007\u202E ' })).toEqual({
      channel: 'app',
      dedupeKey: 'app:1000002:u-ZhangWei:77',
      from: 'u-ZhangWei',
      chat: { type: 'single', id: 'u-ZhangWei', via: 'app' },
      content: { kind: 'text', text: '签收 0007', quote: null },
      reply: null,
    })
  })

  it.each([
    [{ MsgType: 'image', MediaId: 'M', PicUrl: 'https://x' }, 'image'],
    [{ MsgType: 'voice', MediaId: 'M', Format: 'amr' }, 'voice'],
    [{ MsgType: 'video', MediaId: 'M', ThumbMediaId: 'T' }, 'video'],
    [{ MsgType: 'file', MediaId: 'M' }, 'file'],
  ])('%j carries where to fetch it', (own, kind) => {
    expect(message(own)?.content).toEqual({
      kind: 'media',
      text: '',
      media: [{ kind, url: 'media:M', aesKey: null }],
      quote: null,
    })
  })

  it.each([
    [
      { MsgType: 'voice', MediaId: 'M', Recognition: '村口着火了。' },
      { kind: 'voice', text: '村口着火了。', quote: null },
    ],
    [
      { MsgType: 'location', Location_X: '34.812', Location_Y: '113.407', Label: '王家村村口', AppType: 'wxwork' },
      { kind: 'location', lat: 34.812, lng: 113.407, label: '王家村村口' },
    ],
    [
      { MsgType: 'link', Title: '通知', Description: '长', Url: 'https://a/b' },
      { kind: 'text', text: '通知\nhttps://a/b', quote: null },
    ],
    [
      { MsgType: 'location', Location_X: '', Location_Y: 'x' },
      { kind: 'unknown', type: 'location' },
    ],
    [{ MsgType: 'image' }, { kind: 'unknown', type: 'image' }],
    [{ MsgType: 'hologram' }, { kind: 'unknown', type: 'hologram' }],
    [{}, { kind: 'unknown', type: '' }],
  ] as readonly Case[])('%j is %j', (own, content) => expect(message(own)?.content).toEqual(content))
})

describe('an event of the app', () => {
  it('of a card is a click, which its code can answer once in three days', () => {
    const click = {
      Event: 'template_card_event',
      EventKey: 'sign:QS261124-0007',
      TaskId: 'QS261124-0007_1',
      CardType: 'button_interaction',
      ResponseCode: 'RC',
    }
    expect(event(click)).toMatchObject({
      dedupeKey: 'app:1000002:u-ZhangWei:1583995625:template_card_event:sign:QS261124-0007:QS261124-0007_1:RC',
      content: { kind: 'click', key: 'sign:QS261124-0007', cardId: 'QS261124-0007_1' },
      reply: { kind: 'card', via: 'app', reqId: 'RC', until: new Date(NOW.getTime() + 72 * 3_600_000) },
    })
    expect(event({ ...click, Event: 'template_card_menu_event' })?.content.kind).toBe('click')
    expect(event({ ...click, ResponseCode: undefined })?.reply).toBeNull()
  })

  it.each([
    [{ Event: 'enter_agent', EventKey: '' }, { kind: 'enter' }],
    [
      { Event: 'click', EventKey: '我的任务' },
      { kind: 'text', text: '我的任务', quote: null },
    ],
    [
      { Event: 'click', EventKey: 'V1001_MUSIC' },
      { kind: 'unknown', type: 'event:click' },
    ],
    [
      { Event: 'change_contact', ChangeType: 'delete_user', UserID: 'U-ZHANGWEI' },
      { kind: 'left', userid: 'u-ZhangWei' },
    ],
    [
      { Event: 'change_contact', ChangeType: 'update_user', UserID: 'u-1', Status: '5' },
      { kind: 'left', userid: 'u-1' },
    ],
    [
      { Event: 'change_contact', ChangeType: 'update_user', UserID: 'u-1', Status: '1' },
      { kind: 'unknown', type: 'event:change_contact' },
    ],
    [
      { Event: 'change_contact', ChangeType: 'create_party', Id: '2' },
      { kind: 'unknown', type: 'event:change_contact' },
    ],
    [{ Event: 'template_card_event' }, { kind: 'unknown', type: 'event:template_card_event' }],
    [{}, { kind: 'unknown', type: 'event:' }],
    ...['subscribe', 'unsubscribe', 'view', 'LOCATION', 'batch_job_result', 'scancode_push'].map(
      (type) =>
        [
          { Event: type, EventKey: 'x' },
          { kind: 'unknown', type: `event:${type}` },
        ] as const,
    ),
  ] as readonly Case[])('%j is %j', (own, content) => {
    expect(event(own)).toMatchObject({ content, reply: null })
  })

  it('about two members in one second is two events', () => {
    const left = (UserID: string) =>
      event({ FromUserName: 'sys', AgentID: undefined, Event: 'change_contact', ChangeType: 'delete_user', UserID })
    expect(left('u-1')).toMatchObject({ from: 'sys', content: { kind: 'left', userid: 'u-1' } })
    expect(left('u-1')?.dedupeKey).not.toBe(left('u-2')?.dedupeKey)
  })
})

describe('a callback', () => {
  it.each([
    ['of another corp', { ToUserName: 'ww2' }],
    ['of another app', { AgentID: '1000003' }],
    ['of nobody', { FromUserName: '' }],
    ['without a sender', { FromUserName: undefined }],
  ])('%s is not for us', (_what, own) => {
    expect(message({ MsgType: 'text', Content: 'x', ...own })).toBeNull()
  })

  it('of any shape throws nothing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.constantFrom(...FIELDS), fc.anything()), (any, fields) => {
        appInbound(any, reader, NOW)
        const read_ = read(fields)
        if (read_) expect(read_.dedupeKey.startsWith('app:')).toBe(true)
      }),
    )
  })
})

const FIELDS = ['MsgType', 'Event', 'Content', 'EventKey', 'MediaId', 'Location_X', 'UserID', 'ChangeType', 'MsgId']
