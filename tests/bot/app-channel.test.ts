import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appChannel } from '../../bot/app/channel.ts'
import { makeLedger } from '../../bot/quota/ledger.ts'
import { NothingDone, type Channel, type NoticeBody, type OutboxRow, type Sent } from '../../domain/notice.ts'
import { Rest } from './rest.ts'
import { ACCEPTED, CARD, CASE_NO, FACTS, NOW, row, TOWN } from './samples.ts'

const UPDATE: NoticeBody = {
  kind: 'card-update',
  facts: { ...FACTS, stage: 'signed', holder: '张伟' },
  cardId: `${CASE_NO}_1`,
  view: 'unit',
}
const SEND = 'message/send'
const CHANGE = 'message/update_template_card'
const to = { kind: 'person', userid: 'u-ZhangWei' } as const
const clicked = (ms = 60_000) =>
  ({ reqId: 'RC', kind: 'card', via: 'app', until: new Date(NOW.getTime() + ms) }) as const
let rest: Rest
let channel: Channel

const open = (interactive = true) =>
  appChannel({
    api: rest.api,
    agentId: 1000002,
    interactive,
    towns: [TOWN],
    log: rest.log,
    ledger: makeLedger(),
    member: (userid) => userid.startsWith('u-'),
  })

beforeEach(async () => {
  rest = await Rest.start()
  channel = open()
})
afterEach(async () => {
  expect(rest.logged.filter((line) => line.startsWith('error'))).toEqual([])
  await rest.close()
})

const send = (...rows: OutboxRow[]): Promise<Sent> => channel.send(rows, NOW)

describe('a message of the app', () => {
  it('in words has no marks, and is not taken twice', async () => {
    expect(await send(row(ACCEPTED, { to }))).toEqual({ outcome: 'sent', how: 'push' })
    expect(rest.of(SEND)).toEqual([
      {
        touser: 'u-ZhangWei',
        agentid: 1000002,
        msgtype: 'text',
        text: { content: expect.stringMatching(/^【已受理】QS261124-0007/) },
        enable_duplicate_check: 1,
        duplicate_check_interval: 5,
      },
    ])
  })

  it('that is a card goes as a card', async () => {
    await send(row(CARD, { to }))
    expect(rest.of(SEND)).toMatchObject([{ msgtype: 'template_card', template_card: { task_id: `${CASE_NO}_1` } }])
  })

  it('tried again is known for the same as long as the platform can', async () => {
    rest.react(SEND, 'hang-up')
    const it_ = row(CARD, { to })
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    rest.react(SEND, 42014)
    expect(await send({ ...it_, attempts: 1 })).toEqual({ outcome: 'sent', how: 'push' })
    expect(rest.of(SEND).map((body) => body.duplicate_check_interval)).toEqual([5, 14_400])
  })

  it.each([
    [{ kind: 'group', id: 'grp-chengguan' } as const],
    [{ kind: 'person', userid: 'v-1' } as const],
    [{ kind: 'chat', chat: { type: 'single', id: 'wm1', via: 'kf' } } as const],
    [{ kind: 'chat', chat: { type: 'group', id: 'wrG' } } as const],
  ])('to %j has no way here', async (other) => {
    expect(await send(row(ACCEPTED, { to: other }))).toMatchObject({ outcome: 'refused', why: 'no-channel' })
    expect(rest.calls).toEqual([])
  })

  it.each([42031, 42045, 43012, 40058])('of a card refused with %i goes as words with the commands', async (code) => {
    rest.react(SEND, code)
    expect(await send(row(CARD, { to }))).toEqual({ outcome: 'sent', how: 'push' })
    expect(rest.of(SEND)[1]).toMatchObject({ text: { content: expect.stringContaining('“签收 0007”') } })
  })

  it.each([
    [60111, 'refused'],
    [81013, 'refused'],
    [40003, 'refused'],
    [60011, 'refused'],
    [40008, 'refused'],
    [45009, 'wait'],
    [45033, 'wait'],
    [60020, 'wait'],
    [48002, 'wait'],
  ])('answered with %i is %s', async (code, outcome) => {
    rest.react(SEND, code)
    const sent = await send(row(ACCEPTED, { to }))
    expect(sent).toMatchObject({ outcome, reason: expect.stringContaining(String(code)) })
    expect(JSON.stringify(sent)).not.toContain('10.0.0.1')
    if (sent.outcome === 'wait') expect(sent.down ?? false).toBe(code === 60020 || code === 48002)
    if (sent.outcome === 'wait') expect(sent.until.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + 60_000)
  })

  it.each([{ status: 502 }, -1, 77_777])('answered with %j did nothing, and any door may try', async (reaction) => {
    rest.react(SEND, reaction)
    await expect(send(row(ACCEPTED, { to }))).rejects.toBeInstanceOf(NothingDone)
  })

  it.each([{ invaliduser: 'u-other|u-zhangwei' }, { unlicenseduser: 'u-zhangwei' }])(
    'that left out its one recipient (%j) is refused',
    async (fields) => {
      rest.react(SEND, fields)
      expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'refused' })
    },
  )

  it('finds the door shut while there is no token', async () => {
    rest.react('gettoken', 40001)
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'wait', down: true })
    expect(rest.of(SEND)).toEqual([])
    expect(channel.state()).toMatchObject({ name: 'app', up: false })
  })

  it('keeps to the limit of a member, and leaves room for what is urgent', async () => {
    for (let i = 0; i < 24; i += 1) expect((await send(row(ACCEPTED, { to }))).outcome).toBe('sent')
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({
      outcome: 'wait',
      until: new Date(NOW.getTime() + 62_000),
    })
    expect((await send(row(ACCEPTED, { to, urgent: true }))).outcome).toBe('sent')
    expect((await send(row(ACCEPTED, { to: { kind: 'person', userid: 'u-2' } }))).outcome).toBe('sent')
  })

  it('too long for one goes in numbered parts, and goes on where it broke off, by this door', async () => {
    const it_ = row({ kind: 'detail', facts: { ...FACTS, text: '长'.repeat(1500) }, timeline: [], files: 0 }, { to })
    rest.react(SEND, 0, { status: 500 })
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    expect(await send({ ...it_, attempts: 1 })).toEqual({ outcome: 'sent', how: 'push' })
    const texts = rest.of(SEND).map((body) => body.text.content)
    expect(texts.map((content) => /第(\d)\/3条/.exec(content)?.[1])).toEqual(['1', '2', '2', '3'])
    for (const content of texts) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048)
  })
})

describe('the card somebody clicked', () => {
  it('is replaced, once, for him', async () => {
    expect(await send(row(UPDATE, { to, reply: clicked() }))).toEqual({ outcome: 'sent', how: 'reply' })
    expect(rest.of(CHANGE)).toMatchObject([
      { userids: ['u-ZhangWei'], agentid: 1000002, response_code: 'RC', template_card: { task_id: `${CASE_NO}_1` } },
    ])
    expect(await send(row(UPDATE, { to, reply: clicked() }))).toEqual({ outcome: 'sent', how: 'push' })
    expect(rest.of(CHANGE)).toHaveLength(1)
  })

  it.each([
    ['too late', clicked(0)],
    ['without a code', null],
    ['by another door', { ...clicked(), via: 'aibot' as const }],
  ])('%s is told as words', async (_what, reply) => {
    expect(await send(row(UPDATE, { to, reply }))).toEqual({ outcome: 'sent', how: 'push' })
    expect(rest.of(SEND)).toMatchObject([{ text: { content: expect.stringMatching(/QS261124-0007[^]*已签收/) } }])
  })

  it('refused is told as words; refused on a second try it had arrived', async () => {
    rest.react(CHANGE, 42016)
    expect(await send(row(UPDATE, { to, reply: clicked() }))).toEqual({ outcome: 'sent', how: 'push' })
    const it_ = row(UPDATE, { to, reply: { ...clicked(), reqId: 'RC2' } })
    rest.react(CHANGE, 'hang-up', 42016)
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    expect(await send({ ...it_, attempts: 1 })).toEqual({ outcome: 'sent', how: 'reply' })
  })
})

describe('an app nobody can answer', () => {
  it('says where to answer, and sends no buttons', async () => {
    channel = open(false)
    await send(row(CARD, { to }))
    const [body] = rest.of(SEND)
    expect(body?.msgtype).toBe('text')
    expect(body?.text.content).toContain('请在“哨子”机器人或应用里回复“签收 0007”')
  })
})
