import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kfChannel, type KfCustomer } from '../../bot/kf/channel.ts'
import { NothingDone, type Channel, type NoticeBody, type OutboxRow, type Sent } from '../../domain/notice.ts'
import type { Step } from '../../domain/facts.ts'
import { Rest } from './rest.ts'
import { ACCEPTED, CARD, CASE_NO, FACTS, NOW, row, TOWN } from './samples.ts'

const SEND = 'kf/send_msg'
const GREET = 'kf/send_msg_on_event'
const HOUR = 3_600_000
const to = { kind: 'chat', chat: { type: 'single', id: 'wm1', via: 'kf' } } as const
const ASK: NoticeBody = { kind: 'ask-solved', facts: { ...FACTS, result: '已清走' }, cardId: `${CASE_NO}_3` }
const GREETING: NoticeBody = { kind: 'greeting', staff: false }
const step = (step: Step, n = 7): NoticeBody => ({
  kind: 'progress',
  facts: { ...FACTS, caseNo: `QS261124-000${n}` },
  step,
  note: null,
})
const welcome = (ms = 15_000) =>
  ({ reqId: 'W', kind: 'welcome', via: 'kf', until: new Date(NOW.getTime() + ms) }) as const

let rest: Rest
let channel: Channel
let customer: KfCustomer

beforeEach(async () => {
  rest = await Rest.start()
  customer = { account: 'wk1', external: 'wm1', person: 'wm1', wroteAt: NOW, sent: 0 }
  channel = kfChannel({
    api: rest.api,
    account: 'wk1',
    book: {
      customerOf: async (id) => (id === customer.external || id === customer.person ? customer : null),
      take: async () => void (customer = { ...customer, sent: customer.sent + 1 }),
      shut: async () => void (customer = { ...customer, sent: 5 }),
    },
    towns: [TOWN],
    log: rest.log,
  })
})
afterEach(() => rest.close())

const send = (...rows: OutboxRow[]): Promise<Sent> => channel.send(rows, NOW)
const SENT = { outcome: 'sent', how: 'push' }

describe('a message to a customer', () => {
  it('in words carries the id of its row and no marks', async () => {
    const it_ = row(ACCEPTED, { to })
    expect(await send(it_)).toEqual(SENT)
    expect(rest.of(SEND)).toEqual([
      {
        touser: 'wm1',
        open_kfid: 'wk1',
        msgid: `${it_.id}-1`,
        msgtype: 'text',
        text: { content: expect.stringMatching(/^【已受理】QS261124-0007/) },
      },
    ])
    expect(customer.sent).toBe(1)
  })

  it('that can be answered by a button is a menu', async () => {
    await send(row(ASK, { to }))
    const [body] = rest.of(SEND)
    expect(body?.msgmenu).toEqual({
      head_content: expect.stringMatching(/办理结果：「已清走」\n问题解决了吗？请点下面的一行。$/),
      list: [
        { type: 'click', click: { id: `solved:${CASE_NO}`, content: '解决了' } },
        { type: 'click', click: { id: `unsolved:${CASE_NO}`, content: '没解决' } },
      ],
    })
  })

  it('as a menu the platform refuses goes as words, counted once', async () => {
    rest.react(SEND, 95030)
    expect(await send(row(ASK, { to }))).toEqual(SENT)
    expect(rest.of(SEND)[1]?.text.content).toContain('“解决了 0007”')
    expect(customer.sent).toBe(1)
  })

  it('is always one message, and says where the rest is', async () => {
    const long = { ...FACTS, text: '长'.repeat(3000), result: '果'.repeat(900) }
    await send(row({ kind: 'detail', facts: long, timeline: [], files: 0 }, { to }))
    await send(row({ kind: 'ask-solved', facts: long, cardId: 'x' }, { to }))
    const [words, menu] = rest.of(SEND)
    expect(words?.text.content).toMatch(/…回复“进度”看全部。$/)
    expect(menu?.msgmenu.head_content).toMatch(/…回复“进度”看全部。\n问题解决了吗？请点下面的一行。$/)
  })

  it('of several steps is one', async () => {
    expect(await send(row(step('signed', 1), { to }), row(step('arrived', 2), { to }))).toEqual(SENT)
    const [body] = rest.of(SEND)
    for (const words of ['2 条新进展', 'QS261124-0001', 'QS261124-0002', '已到场'])
      expect(body?.text.content).toContain(words)
    expect(customer.sent).toBe(1)
  })

  it.each([
    [{ kind: 'group', id: 'grp-chengguan' } as const],
    [{ kind: 'person', userid: 'u-other' } as const],
    [{ kind: 'chat', chat: { type: 'group', id: 'wm1' } } as const],
  ])('to %j has no way here', async (other) => {
    expect(await send(row(ACCEPTED, { to: other }))).toMatchObject({ outcome: 'refused', why: 'no-channel' })
  })

  it('of another account has no way here', async () => {
    customer = { ...customer, account: 'wk2' }
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'no-channel' })
  })

  it('to a member who is bound reaches him as a person', async () => {
    customer = { ...customer, person: 'u-ZhangWei' }
    expect(await send(row(CARD, { to: { kind: 'person', userid: 'u-ZhangWei' } }))).toEqual(SENT)
    expect(rest.of(SEND)[0]?.msgmenu.list.map(({ click }) => click.content)).toEqual(['签收', '退回', '详情'])
  })

  it('that changes a card is none: a menu stays as it is', async () => {
    const update: NoticeBody = { kind: 'card-update', facts: FACTS, cardId: 'x', view: 'reporter' }
    expect(await send(row(update, { to }))).toMatchObject({ outcome: 'refused' })
    expect(rest.calls).toEqual([])
  })
})

describe('the window of a customer', () => {
  it('takes five, the last of them no step on the way', async () => {
    for (let i = 0; i < 4; i += 1) expect(await send(row(step('signed'), { to }))).toEqual(SENT)
    expect(await send(row(step('arrived'), { to }))).toMatchObject({ outcome: 'held', shut: false })
    expect(await send(row(ASK, { to }))).toEqual(SENT)
    expect(await send(row(ASK, { to }))).toMatchObject({ outcome: 'held', shut: true })
    expect(rest.of(SEND)).toHaveLength(5)
  })

  it.each(['finished', 'closed'] as const)('takes %s last: that is the outcome', async (last) => {
    customer = { ...customer, sent: 4 }
    expect(await send(row(step(last), { to }))).toEqual(SENT)
  })

  it.each([
    ['48 hours after he wrote', new Date(NOW.getTime() - 48 * HOUR)],
    ['a little before, for messages that arrive late', new Date(NOW.getTime() - 48 * HOUR + 30_000)],
    ['before he ever wrote', null],
  ])('is shut %s', async (_what, wroteAt) => {
    customer = { ...customer, wroteAt }
    expect(await send(row(ASK, { to }))).toMatchObject({ outcome: 'held', shut: true })
    expect(rest.calls).toEqual([])
  })

  it.each([95001, 95002, 95013, 95031])('is shut when the platform answers %i', async (code) => {
    rest.react(SEND, code)
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'held', shut: true })
    expect(customer.sent).toBe(5)
  })

  it('waits while one of our servicers talks to him', async () => {
    rest.react(SEND, 95018)
    rest.react('kf/service_state/get', { service_state: 3 })
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({
      outcome: 'wait',
      until: new Date(NOW.getTime() + 600_000),
    })
    rest.react(SEND, 95018)
    rest.react('kf/service_state/get', { service_state: 4 })
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'held', shut: true })
  })

  it('counts a message once, however often it is tried', async () => {
    customer = { ...customer, sent: 4 }
    rest.react(SEND, -1, { status: 502 }, 'hang-up')
    const it_ = row(ASK, { to })
    await expect(send(it_)).rejects.toBeInstanceOf(NothingDone)
    await expect(send(it_)).rejects.toBeInstanceOf(NothingDone)
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    expect(await send(it_)).toEqual(SENT)
    expect(customer.sent).toBe(5)
    expect(new Set(rest.of(SEND).map((body) => body.msgid)).size).toBe(1)
  })
})

describe('a second try', () => {
  it('whose msgid was used did arrive the first time', async () => {
    const it_ = row(ASK, { to, attempts: 1, tried: { door: 'kf', skipped: [] } })
    rest.react(SEND, 40058)
    expect(await send(it_)).toEqual(SENT)
  })

  it('after a plain failure is refused as what it is', async () => {
    rest.react(SEND, 40058)
    expect(await send(row(ASK, { to, attempts: 1 }))).toMatchObject({ outcome: 'refused', why: 'refused' })
  })
})

describe('a greeting', () => {
  it('goes by its code, and is not counted', async () => {
    const it_ = row(GREETING, { to, reply: welcome() })
    expect(await send(it_)).toEqual({ outcome: 'sent', how: 'reply' })
    expect(rest.of(GREET)).toEqual([
      { code: 'W', msgid: `${it_.id}-1`, msgtype: 'text', text: { content: expect.stringContaining('您好') } },
    ])
    expect(customer.sent).toBe(0)
  })

  it.each([
    ['too late', welcome(0), 0],
    ['refused', welcome(), 41050],
  ])('%s goes as a message while he may be written to', async (_what, reply, code) => {
    rest.react(GREET, code)
    expect(await send(row(GREETING, { to, reply }))).toEqual(SENT)
    customer = { ...customer, wroteAt: null }
    rest.react(GREET, code)
    const late = { ...reply, reqId: 'W2' }
    expect(await send(row(GREETING, { to, reply: late }))).toMatchObject({ outcome: 'refused' })
  })

  it('refused on a second try had arrived', async () => {
    rest.react(GREET, 'hang-up', 41050)
    const it_ = row(GREETING, { to, reply: welcome() })
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    expect(await send({ ...it_, tried: { door: 'kf', skipped: [] } })).toEqual({ outcome: 'sent', how: 'reply' })
  })
})
