import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoticeBody, OutboxRow, Sent } from '../../domain/notice.ts'
import { Bench } from './bench.ts'
import { ACCEPTED, CARD, CASE_NO, chat, FACTS, NOW, reply, row } from './samples.ts'

const UPDATE: NoticeBody = {
  kind: 'card-update',
  facts: { ...FACTS, stage: 'signed', holder: '张伟' },
  cardId: `${CASE_NO}_1`,
  view: 'unit',
}
const written = new Set<string>()
let bench: Bench

beforeEach(async () => {
  written.clear()
  bench = await Bench.up({ hasWritten: async (userid) => written.has(userid) })
})
afterEach(async () => {
  expect(bench.platform.faults).toEqual([])
  expect(bench.logged.filter((l) => l.startsWith('error'))).toEqual([])
  await bench.close()
})

const send = (...rows: OutboxRow[]): Promise<Sent> => bench.bot.channel.send(rows, NOW)
const pushed = () => bench.platform.frame('aibot_send_msg')

describe('an answer', () => {
  it('to a message is a finished stream with the id of the row', async () => {
    const it_ = row(ACCEPTED, { to: chat('v-1'), reply: reply('message', 'R-7') })
    expect(await send(it_)).toEqual({ outcome: 'sent', how: 'reply' })
    const frame = await bench.platform.frame('aibot_respond_msg')
    expect(frame.headers.req_id).toBe('R-7')
    expect(frame.body).toMatchObject({
      msgtype: 'stream',
      stream: { id: it_.id, finish: true, content: expect.stringContaining(CASE_NO) },
    })
  })

  it('that is a card goes as a card', async () => {
    await send(row(CARD, { reply: reply('message') }))
    expect((await bench.platform.frame('aibot_respond_msg')).body).toMatchObject({
      msgtype: 'template_card',
      template_card: { task_id: `${CASE_NO}_1` },
    })
  })

  it('to a click replaces the card for everybody', async () => {
    expect(await send(row(UPDATE, { to: chat('wrG', 'group'), reply: reply('card') }))).toEqual({
      outcome: 'sent',
      how: 'reply',
    })
    const { body } = await bench.platform.frame('aibot_respond_update_msg')
    expect(body).toMatchObject({
      response_type: 'update_template_card',
      template_card: { task_id: `${CASE_NO}_1`, card_type: 'button_interaction' },
    })
    expect(body).not.toHaveProperty('userids')
  })

  it('to an entry is plain text', async () => {
    await send(row({ kind: 'greeting', staff: false }, { to: chat('v-1'), reply: reply('welcome') }))
    const { body } = await bench.platform.frame('aibot_respond_welcome_msg')
    expect(body).toMatchObject({ msgtype: 'text', text: { content: expect.not.stringContaining('**') } })
  })

  it('is given once: the second notice of a callback is pushed', async () => {
    await send(row(ACCEPTED, { to: chat('v-1'), reply: reply('message') }))
    expect(await send(row(ACCEPTED, { to: chat('v-1'), reply: reply('message') }))).toEqual({
      outcome: 'sent',
      how: 'push',
    })
  })

  it('in words to a click is pushed', async () => {
    expect(await send(row(ACCEPTED, { to: chat('v-1'), reply: reply('card') }))).toEqual({
      outcome: 'sent',
      how: 'push',
    })
  })

  it.each([
    ['expired', -1],
    ['expiring this instant', 0],
  ])('%s becomes a push', async (_what, ms) => {
    expect(await send(row(ACCEPTED, { to: chat('v-1'), reply: reply('message', 'R', ms) }))).toEqual({
      outcome: 'sent',
      how: 'push',
    })
  })

  it('too late for a card becomes words about the case', async () => {
    expect(await send(row(UPDATE, { to: chat('wrG', 'group'), reply: reply('card', 'R', -1) }))).toEqual({
      outcome: 'sent',
      how: 'push',
    })
    expect((await pushed()).body).toMatchObject({
      chatid: 'wrG',
      chat_type: 2,
      msgtype: 'markdown',
      markdown: { content: expect.stringMatching(/QS261124-0007[^]*已签收/) },
    })
  })

  it.each([846605, 846608, 40058, 99999])('refused with %i becomes a push', async (code) => {
    written.add('v-1')
    bench.platform.reactions.push(code)
    expect(await send(row(ACCEPTED, { to: chat('v-1'), reply: reply('message') }))).toEqual({
      outcome: 'sent',
      how: 'push',
    })
  })

  it('tried again and refused as finished had arrived the first time', async () => {
    const it_ = row(ACCEPTED, { to: chat('v-1'), reply: reply('message') })
    bench.platform.reactions.push('hang-up', 846608)
    await expect(send(it_)).rejects.toThrow(/may have arrived/)
    await bench.bot.whenUp()
    expect(await send({ ...it_, attempts: 1 })).toEqual({ outcome: 'sent', how: 'reply' })
    expect(bench.platform.unread('aibot_send_msg')).toBe(0)
    const [first, second] = [
      await bench.platform.frame('aibot_respond_msg'),
      await bench.platform.frame('aibot_respond_msg'),
    ]
    expect(second.body).toEqual(first.body)
  })

  it('that nobody confirms in time may be tried again with the same stream', async () => {
    const it_ = row(ACCEPTED, { to: chat('v-1'), reply: reply('message') })
    bench.platform.reactions.push('late')
    await expect(send(it_)).rejects.toThrow(/may have arrived/)
    expect(await send({ ...it_, attempts: 1 })).toEqual({ outcome: 'sent', how: 'reply' })
  })
})

describe('a push', () => {
  it.each([
    [{ kind: 'person', userid: 'u-1' }, 'u-1', 1],
    [chat('v-1'), 'v-1', 1],
    [chat('wrX', 'group'), 'wrX', 2],
    [{ kind: 'group', id: 'grp-chengguan' }, 'wrCHENGGUAN', 2],
  ] as const)('to %j goes to %s with chat_type %i', async (to, chatid, type) => {
    expect(await send(row(ACCEPTED, { to }))).toEqual({ outcome: 'sent', how: 'push' })
    expect((await pushed()).body).toMatchObject({ chatid, chat_type: type, msgtype: 'markdown' })
  })

  it.each(['grp-deaf', 'grp-unknown'])('to the group %s has no way', async (id) => {
    expect(await send(row(ACCEPTED, { to: { kind: 'group', id } }))).toMatchObject({
      outcome: 'refused',
      why: 'no-channel',
    })
  })

  it('of a card the platform dislikes goes as words with the commands', async () => {
    bench.platform.reactions.push(42045)
    expect(await send(row(CARD))).toEqual({ outcome: 'sent', how: 'push' })
    expect((await pushed()).body).toHaveProperty('template_card')
    expect((await pushed()).body).toMatchObject({ markdown: { content: expect.stringContaining('“签收 0007”') } })
  })

  it.each([
    [93006, 'refused'],
    [93008, 'refused'],
    [93001, 'refused'],
    [40003, 'refused'],
    [60111, 'refused'],
    [81013, 'refused'],
    [40008, 'refused'],
    [45009, 'wait'],
    [45033, 'wait'],
    [846609, 'wait'],
  ])('answered with %i is %s', async (code, outcome) => {
    written.add('u-1')
    bench.platform.reactions.push(code)
    const sent = await send(row(ACCEPTED, { to: { kind: 'person', userid: 'u-1' } }))
    expect(sent).toMatchObject({ outcome, reason: expect.not.stringContaining('10.0.0.1') })
    if (sent.outcome === 'refused') expect(sent.why).toBe('refused')
    if (sent.outcome === 'wait') expect(sent.until.getTime()).toBeGreaterThan(NOW.getTime())
  })

  it.each([45009, 45033])(
    'answered with %i lets that chat rest for a minute, whatever waits for it, and no other',
    async (code) => {
      const [busy, other] = [chat('wrBUSY', 'group'), chat('wrOTHER', 'group')]
      bench.platform.reactions.push(code)
      const until = new Date(NOW.getTime() + 60_000)
      expect(await send(row(ACCEPTED, { to: busy }))).toMatchObject({ outcome: 'wait', until })
      expect(await send(row(ACCEPTED, { to: busy, urgent: true }))).toMatchObject({ outcome: 'wait', until })
      expect(bench.platform.frames.filter(({ cmd }) => cmd === 'aibot_send_msg')).toHaveLength(1)
      expect((await send(row(ACCEPTED, { to: other }))).outcome).toBe('sent')
      expect((await bench.bot.channel.send([row(ACCEPTED, { to: busy })], until)).outcome).toBe('sent')
    },
  )

  it.each([-1, 40201, 77777])('answered with %i is tried again', async (code) => {
    written.add('u-1')
    bench.platform.reactions.push(code)
    await expect(send(row(ACCEPTED, { to: { kind: 'person', userid: 'u-1' } }))).rejects.toThrow(String(code))
  })

  it('on a line that lost its login gets a new line', async () => {
    await bench.platform.frame('aibot_subscribe')
    bench.platform.reactions.push(846609)
    await send(row(ACCEPTED))
    await bench.platform.frame('aibot_subscribe')
    await bench.bot.whenUp()
    expect(bench.platform.open).toBe(1)
  })

  it('whose line broke may have arrived: it is tried again', async () => {
    bench.platform.reactions.push('hang-up')
    await expect(send(row(ACCEPTED))).rejects.toThrow(/may have arrived/)
  })

  it('waits while there is no line', async () => {
    bench.platform.kick()
    await bench.until(() => bench.alarms.length > 0)
    expect(await send(row(ACCEPTED, { reply: reply('message') }))).toMatchObject({
      outcome: 'wait',
      until: new Date(NOW.getTime() + 15_000),
    })
  })

  it('keeps to the limit of a chat, and leaves room for what is urgent', async () => {
    const to = chat('wrBUSY', 'group')
    for (let i = 0; i < 24; i += 1) expect((await send(row(ACCEPTED, { to }))).outcome).toBe('sent')
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({
      outcome: 'wait',
      until: new Date(NOW.getTime() + 62_000),
    })
    expect((await send(row(ACCEPTED, { to, urgent: true }))).outcome).toBe('sent')
    expect((await send(row(ACCEPTED))).outcome).toBe('sent')
  })

  it('of several alerts is one message', async () => {
    const rows = [1, 2, 3].map((n) =>
      row({
        kind: 'remind',
        facts: { ...FACTS, caseNo: `QS261124-000${n}` },
        clock: 'sign',
        share: 0.5,
        dueAt: FACTS.signBy!,
      }),
    )
    await send(...rows)
    const { body } = await pushed()
    for (const n of [1, 2, 3]) expect(JSON.stringify(body)).toContain(`QS261124-000${n}`)
    expect(bench.platform.unread('aibot_send_msg')).toBe(0)
  })

  it('too long for one message goes in numbered parts, and goes on where it broke off', async () => {
    const timeline = Array.from({ length: 40 }, (_, i) => ({
      at: NOW.toISOString(),
      type: 'feedback',
      by: '张伟',
      note: `第${i}步${'很长的说明'.repeat(60)}`,
    }))
    const it_ = row({
      kind: 'detail',
      facts: { ...FACTS, text: '长'.repeat(2000), result: '果'.repeat(900), legalBasis: '据'.repeat(300) },
      timeline,
      files: 0,
    })
    bench.platform.reactions.push(0, 'silence')
    const first = send(it_)
    await pushed()
    await pushed()
    bench.platform.hangUp()
    await expect(first).rejects.toThrow(/may have arrived/)
    await bench.bot.whenUp()
    expect((await send({ ...it_, attempts: 1 })).outcome).toBe('sent')
    expect((await pushed()).body).toMatchObject({ markdown: { content: expect.stringMatching(/^（第2\/2条）/) } })
    expect(bench.platform.unread('aibot_send_msg')).toBe(0)
  })
})

describe('a person who never wrote', () => {
  const to = { kind: 'person', userid: 'u-new' } as const

  it.each([93006, 77777])('is tried, and told apart when the platform refuses with %i', async (code) => {
    bench.platform.reactions.push(code)
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'never-wrote' })
  })

  it('is reached where the platform allows it', async () => {
    expect(await send(row(ACCEPTED, { to }))).toEqual({ outcome: 'sent', how: 'push' })
  })

  it('is not tried again for ten minutes, unless he writes', async () => {
    bench.platform.reactions.push(93006)
    await send(row(ACCEPTED, { to }))
    await pushed()
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ why: 'never-wrote' })
    expect(bench.platform.unread('aibot_send_msg')).toBe(0)
    written.add('u-new')
    expect((await send(row(ACCEPTED, { to }))).outcome).toBe('sent')
    written.clear()
    expect((await bench.bot.channel.send([row(ACCEPTED, { to })], new Date(NOW.getTime() + 11 * 60_000))).outcome).toBe(
      'sent',
    )
  })

  it('does not exist: that is said instead', async () => {
    bench.platform.reactions.push(60111)
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'refused' })
  })
})
