import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kfInbound } from '../../bot/kf/inbound.ts'
import { msgidOf } from '../../bot/kf/msgid.ts'
import { villageOf } from '../../bot/kf/scene.ts'

const AT = 1795459648
const ROW = '01JDEXAMPLE000000000000000'
const read = (own: object) =>
  kfInbound({ msgid: 'M1', open_kfid: 'wk1', external_userid: 'wm1', send_time: AT, origin: 3, ...own }, 'wk1')
/** Events carry no address at the top, as recorded. */
const event = (own: object) =>
  kfInbound(
    {
      msgid: 'M2',
      send_time: AT,
      origin: 4,
      msgtype: 'event',
      event: { open_kfid: 'wk1', external_userid: 'wm1', ...own },
    },
    'wk1',
  )

type Case = readonly [own: object, content: object]

describe('a message of a customer', () => {
  it('of text', () => {
    expect(read({ msgtype: 'text', text: { content: ' 村口着火了 ' } })).toEqual({
      channel: 'kf',
      account: 'wk1',
      dedupeKey: 'kf:wk1:wm1:M1',
      from: 'wm1',
      chat: { type: 'single', id: 'wm1', via: 'kf' },
      content: { kind: 'text', text: '村口着火了', quote: null },
      reply: null,
      sentAt: new Date(AT * 1000),
    })
  })

  it.each(['image', 'voice', 'video', 'file'] as const)('of %s carries where to fetch it', (kind) => {
    expect(read({ msgtype: kind, [kind]: { media_id: 'M' } })?.content).toEqual({
      kind: 'media',
      text: '',
      media: [{ kind, url: 'media:M', aesKey: null }],
      quote: null,
    })
  })

  it.each([
    [
      { msgtype: 'text', text: { content: '解决了', menu_id: 'solved:QS261124-0007' } },
      { kind: 'click', key: 'solved:QS261124-0007', cardId: '' },
    ],
    [
      { msgtype: 'location', location: { latitude: 34.8, longitude: 113.4, name: '王家村', address: '青石镇' } },
      { kind: 'location', lat: 34.8, lng: 113.4, label: '青石镇 王家村' },
    ],
    [
      { msgtype: 'location', location: { latitude: 34.8, longitude: 113.4, name: '王家村', address: '青石镇王家村' } },
      { kind: 'location', lat: 34.8, lng: 113.4, label: '青石镇王家村' },
    ],
    [
      { msgtype: 'location', location: {} },
      { kind: 'unknown', type: 'location' },
    ],
    [
      { msgtype: 'link', link: { title: '通知', desc: '长', url: 'https://a/b' } },
      { kind: 'text', text: '通知\nhttps://a/b', quote: null },
    ],
    [
      { msgtype: 'image', image: {} },
      { kind: 'unknown', type: 'image' },
    ],
    ...['business_card', 'miniprogram', 'msgmenu', 'merged_msg', 'channels', 'note', 'meeting', 'schedule'].map(
      (type) =>
        [
          { msgtype: type, [type]: {} },
          { kind: 'unknown', type },
        ] as const,
    ),
  ] as readonly Case[])('%j is %j', (own, content) => expect(read(own)?.content).toEqual(content))

  it.each([
    ['of one of our own servicers', { origin: 5, msgtype: 'text', text: { content: 'x' } }],
    ['of nobody', { external_userid: undefined, msgtype: 'text', text: { content: 'x' } }],
  ])('%s is none', (_what, own) => expect(read(own)).toBeNull())
})

describe('an event', () => {
  it('of coming in by one of our codes carries the village, and a greeting for 20 seconds', () => {
    const enter = { event_type: 'enter_session', scene: 'shaozi', scene_param: 'village%3DQS01', welcome_code: 'W' }
    expect(event(enter)).toMatchObject({
      dedupeKey: 'kf:wk1:wm1:M2',
      from: 'wm1',
      content: { kind: 'enter', scene: 'QS01' },
      reply: { kind: 'welcome', via: 'kf', reqId: 'W', until: new Date((AT + 20) * 1000) },
    })
    expect(event({ ...enter, welcome_code: undefined })?.reply).toBeNull()
  })

  it.each([
    [
      { event_type: 'user_recall_msg', recall_msgid: 'M1' },
      { kind: 'recall', dedupeKey: 'kf:wk1:wm1:M1' },
    ],
    ...[
      [4, 'window'],
      [6, 'window'],
      [0, 'refused'],
      [10, 'refused'],
      [13, 'refused'],
    ].map(([code, why]): Case => [
      { event_type: 'msg_send_fail', fail_msgid: msgidOf(ROW), fail_type: code },
      { kind: 'send-failed', rowId: ROW, why, code },
    ]),
    [
      { event_type: 'msg_send_fail', fail_msgid: 'other', fail_type: 4 },
      { kind: 'unknown', type: 'event:msg_send_fail' },
    ],
    [{ event_type: 'session_status_change' }, { kind: 'unknown', type: 'event:session_status_change' }],
    [{}, { kind: 'unknown', type: 'event:' }],
  ] as readonly Case[])('%j is %j', (own, content) => expect(event(own)).toMatchObject({ content, reply: null }))

  it('about a servicer is nobody’s', () => {
    expect(event({ external_userid: undefined, event_type: 'servicer_status_change' })).toBeNull()
  })
})

describe('the village of a code', () => {
  it.each([
    ['shaozi', 'village%3DQS01', 'QS01'],
    ['shaozi', 'village=QS01', 'QS01'],
    ['shaozi', encodeURIComponent('village=王家村'), '王家村'],
    ['shaozi', 'village%3', null],
    ['shaozi', '%E0%A4%A', null],
    ['shaozi', 'village=', null],
    ['shaozi', undefined, null],
    ['other', 'village%3DQS01', null],
    [undefined, 'village%3DQS01', null],
  ])('%s %s is %s', (scene, param, village) => expect(villageOf(scene, param)).toBe(village))
})

describe('an item', () => {
  it('of any shape throws nothing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.string(), (any, inner, type) => {
        kfInbound(any, 'wk1')
        expect(read({ msgtype: type, [type]: inner })?.dedupeKey ?? 'kf:wk1:').toContain('kf:wk1:')
        event({ event_type: type, scene: 'shaozi', scene_param: type, fail_msgid: type })
      }),
    )
  })

  it('without a msgid is told apart by its second and kind', () => {
    expect(read({ msgid: undefined, msgtype: 'text', text: { content: 'a' } })?.dedupeKey).toBe(`kf:wk1:wm1:${AT} text`)
  })
})
