import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appchatChannel } from '../../bot/appchat/channel.ts'
import { makeLedger } from '../../bot/quota/ledger.ts'
import { webhookChannel } from '../../bot/webhook/channel.ts'
import { checkRobot } from '../../bot/webhook/check.ts'
import {
  newsNotice,
  robotFile,
  robotImage,
  robotMarkdown,
  robotTable,
  robotText,
  type RobotMessage,
} from '../../bot/webhook/messages.ts'
import { sendToRobot } from '../../bot/webhook/send.ts'
import { NothingDone, type Channel, type NoticeBody, type OutboxRow, type Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { Rest } from './rest.ts'
import { ACCEPTED, CARD, FACTS, NOW, row, TOWN } from './samples.ts'

const person = (userid: string, role: Town['people'][number]['roles'][number], mobile: string | null = null) =>
  ({ userid, name: userid, station: null, roles: [role], licence: null, licenceUntil: null, mobile }) as const
const group = (id: string, patch: object) => ({
  id,
  name: `${id}群`,
  aibotChatid: null,
  webhookKey: null,
  appchatId: null,
  ...patch,
})
const town: Town = {
  ...TOWN,
  people: [
    ...TOWN.people,
    person('u-diaodu', 'dispatcher', '13800000000'),
    person('u-diaodu2', 'dispatcher'),
    person('u-zhenzhang', 'leader'),
  ],
  groups: [
    group('grp-chengguan', { webhookKey: 'KEY', appchatId: 'CHAT1' }),
    group('grp-command', { webhookKey: 'KEY2', appchatId: 'CHAT2' }),
    group('grp-leaders', { webhookKey: 'KEY3' }),
    group('grp-other', { aibotChatid: 'wr1' }),
  ],
  commandRoom: 'grp-command',
  leaders: 'grp-leaders',
}
const of = (id: string) => ({ kind: 'group', id }) as const
const unit = of('grp-chengguan')
const EMERGENCY: NoticeBody = { kind: 'emergency', facts: { ...FACTS, level: 'emergency' } }
const overdue = (target: 'duty' | 'leaders'): NoticeBody => ({
  kind: 'overdue',
  facts: FACTS,
  clock: 'finish',
  dueAt: FACTS.finishBy!,
  target,
  repeat: 0,
})
const remind = (n: number): NoticeBody => ({
  kind: 'remind',
  facts: { ...FACTS, caseNo: `QS261124-${String(n).padStart(4, '0')}` },
  clock: 'sign',
  share: 0.5,
  dueAt: FACTS.signBy!,
})
const SEND = 'webhook/send'
const SENT = { outcome: 'sent', how: 'push' }

let rest: Rest
let channel: Channel

beforeEach(async () => {
  rest = await Rest.start()
})
afterEach(async () => {
  expect(rest.logged.filter((line) => line.startsWith('error'))).toEqual([])
  await rest.close()
})

const send = (...rows: OutboxRow[]): Promise<Sent> => channel.send(rows, NOW)

describe('a group robot', () => {
  beforeEach(() => {
    channel = webhookChannel({ api: rest.api, towns: [town], log: rest.log, ledger: makeLedger() })
  })

  it('calls who is on duty for what must be done now, and says where to answer', async () => {
    expect(await send(row(CARD, { to: unit }))).toEqual(SENT)
    expect(rest.calls[0]?.query).toEqual({ key: 'KEY' })
    const [body] = rest.of(SEND)
    expect(body).toMatchObject({ msgtype: 'text', text: { mentioned_list: ['u-zhangwei'] } })
    expect(body?.text.content).toContain('请在“哨子”机器人或应用里回复“签收 0007”')
    expect(body?.text.content).not.toContain('**')
  })

  it.each([EMERGENCY, overdue('duty')])('calls them for $kind', async (body) => {
    await send(row(body, { to: unit }))
    expect(rest.of(SEND)[0]?.text.mentioned_list).toEqual(['u-zhangwei'])
  })

  it('calls the dispatchers of the command room, by mobile where that is known', async () => {
    await send(row(EMERGENCY, { to: of('grp-command') }))
    expect(rest.of(SEND)[0]?.text).toMatchObject({
      mentioned_list: ['u-diaodu2'],
      mentioned_mobile_list: ['13800000000'],
    })
  })

  it('calls nobody for what can wait, in markdown', async () => {
    await send(row(remind(1), { to: unit }))
    expect(rest.of(SEND)).toMatchObject([{ msgtype: 'markdown', markdown: { content: expect.stringContaining('**') } }])
  })

  it('says several things as a table, and counts what does not fit', async () => {
    await send(...Array.from({ length: 57 }, (_, i) => row(remind(i + 1), { to: unit })))
    const [body] = rest.of(SEND)
    const { content } = body!.markdown_v2
    expect(content).toContain('| 编号 | 事项 | 情况 |\n| :--- | :--- | :--- |')
    expect(content).toContain('| QS261124-0001 | 王家村 占道经营 | 时限提醒：待签收·11月24日 周二 12:00前签收 |')
    expect(content).toMatch(/还有 \d+ 件\n这里不能回复/)
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096)
  })

  it('leads leaders to the page, where there is one', async () => {
    await send(row(overdue('leaders'), { to: of('grp-leaders') }))
    expect(rest.of(SEND)[0]?.text.mentioned_list).toEqual(['u-zhenzhang'])
    const publicUrl = 'https://shaozi.example.cn'
    channel = webhookChannel({ api: rest.api, towns: [town], log: rest.log, ledger: makeLedger(), publicUrl })
    await send(row(overdue('leaders'), { to: of('grp-leaders') }))
    expect(rest.of(SEND)[1]).toMatchObject({
      template_card: {
        card_type: 'text_notice',
        card_action: { type: 1, url: publicUrl },
        main_title: { title: expect.stringContaining('QS261124-0007'), desc: '应在 12月1日 周二 10:00 前办结' },
      },
    })
  })

  it.each([of('grp-other'), of('grp-unknown'), { kind: 'person', userid: 'u-1' } as const])(
    'has no way to %j',
    async (to) => {
      expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'no-channel' })
    },
  )

  it.each([
    [93000, 'refused'],
    [93004, 'refused'],
    [93008, 'refused'],
    [45009, 'wait'],
    ['hang-up', 'unclear'],
  ] as const)('answered with %s is %s', async (reaction, outcome) => {
    rest.react(SEND, reaction)
    const sent = await send(row(ACCEPTED, { to: unit }))
    expect(sent).toMatchObject({ outcome })
    expect(JSON.stringify(sent)).not.toMatch(/KEY|10\.0\.0\.1/)
    if (sent.outcome === 'wait') expect(sent.until).toEqual(new Date(NOW.getTime() + 60_000))
  })

  it.each([{ status: 500 }, -1])('that did nothing (%j) leaves it to any door', async (reaction) => {
    rest.react(SEND, reaction)
    await expect(send(row(ACCEPTED, { to: unit }))).rejects.toBeInstanceOf(NothingDone)
  })

  it('goes on with the part that failed', async () => {
    const it_ = row(
      { kind: 'detail', facts: { ...FACTS, text: '长'.repeat(2000) }, timeline: [], files: 0 },
      { to: unit },
    )
    rest.react(SEND, 0, { status: 500 })
    await expect(send(it_)).rejects.not.toBeInstanceOf(NothingDone)
    expect(await send({ ...it_, attempts: 1 })).toEqual(SENT)
    expect(rest.of(SEND).map(({ markdown }) => /第(\d)\/2条/.exec(markdown.content)?.[1])).toEqual(['1', '2', '2'])
  })

  it('keeps to fifteen a minute, eighteen for what is urgent', async () => {
    for (let i = 0; i < 15; i += 1) expect(await send(row(ACCEPTED, { to: unit }))).toEqual(SENT)
    const waits = { outcome: 'wait', until: new Date(NOW.getTime() + 62_000) }
    expect(await send(row(ACCEPTED, { to: unit }))).toMatchObject(waits)
    for (let i = 0; i < 3; i += 1) expect(await send(row(EMERGENCY, { to: unit, urgent: true }))).toEqual(SENT)
    expect(await send(row(EMERGENCY, { to: unit, urgent: true }))).toMatchObject(waits)
  })
})

describe('what a robot can say', () => {
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)])
  const news = { title: '今日', desc: '3 件', image: 'https://a/b.png', aspect: 1.5, url: 'https://a' }
  const nobody = { userids: [], mobiles: [] }

  it.each<[string, RobotMessage, string | null]>([
    ['text', robotText('长'.repeat(682), nobody), null],
    ['too long a text', robotText('长'.repeat(683), nobody), 'content'],
    ['no text', robotText(' ', nobody), 'content'],
    ['markdown', robotMarkdown('长'.repeat(1365)), null],
    ['too long markdown', robotMarkdown('长'.repeat(1366)), 'content'],
    ['too long a table', robotTable('长'.repeat(1366)), 'content'],
    ['a picture', robotImage(png), null],
    ['a picture of another kind', robotImage(Buffer.from('GIF89a')), 'JPG'],
    ['too large a picture', robotImage(Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])), 'large'],
    ['a file', robotFile('M'), null],
    ['no file', robotFile(''), 'media_id'],
    ['news', newsNotice(news), null],
    ['news without a picture', newsNotice({ ...news, image: '' }), 'card_image'],
    ['news of a narrow picture', newsNotice({ ...news, aspect: 1 }), 'card_image'],
    ['news that lead nowhere', newsNotice({ ...news, url: '' }), 'card_action'],
    ['news without a title', newsNotice({ ...news, title: '' }), 'title'],
    ['news with long words', newsNotice({ ...news, title: '长'.repeat(99), desc: '长'.repeat(99) }), null],
  ])('%s', (_what, message, fault) => {
    if (fault === null) expect(checkRobot(message)).toEqual([])
    else expect(checkRobot(message).join()).toContain(fault)
  })

  it('goes out as it is, a picture with its sum, and what is wrong does not', async () => {
    const door = { api: rest.api, ledger: makeLedger() }
    expect(await sendToRobot(door, 'KEY', robotImage(png), false, NOW)).toMatchObject({ kind: 'ok' })
    expect(rest.of(SEND)).toEqual([
      { msgtype: 'image', image: { base64: png.toString('base64'), md5: createHash('md5').update(png).digest('hex') } },
    ])
    expect(await sendToRobot(door, 'KEY', robotFile(''), false, NOW)).toEqual({
      kind: 'bad',
      faults: ['media_id is missing'],
    })
    expect(rest.calls).toHaveLength(1)
  })
})

describe('a group chat of the app', () => {
  const SEND = 'appchat/send'
  const MAKE = 'appchat/create'
  beforeEach(() => {
    channel = appchatChannel({ api: rest.api, towns: [town], log: rest.log, ledger: makeLedger() })
  })

  it('takes words, and calls who must act', async () => {
    expect(await send(row(CARD, { to: unit }))).toEqual(SENT)
    expect(rest.of(SEND)).toMatchObject([
      { chatid: 'CHAT1', msgtype: 'text', text: { mentioned_list: ['u-zhangwei'] } },
    ])
    expect(rest.of(SEND)[0]?.text.content).toContain('在“哨子”机器人或应用里回复“签收 0007”')
  })

  it.each([86001, 86003])('is made when the platform answers %i', async (code) => {
    rest.react(SEND, code)
    expect(await send(row(ACCEPTED, { to: of('grp-command') }))).toEqual(SENT)
    expect(rest.of(MAKE)).toEqual([{ name: 'grp-command群', chatid: 'CHAT2', userlist: ['u-diaodu', 'u-diaodu2'] }])
    expect(rest.of(SEND)).toHaveLength(2)
  })

  it('is made once: a chat that is not there then is not there', async () => {
    rest.react(SEND, 86003, 86003)
    expect(await send(row(ACCEPTED, { to: unit }))).toMatchObject({ outcome: 'refused', why: 'refused' })
    expect(rest.of(MAKE)).toMatchObject([{ userlist: ['u-liqiang', 'u-zhangwei'] }])
  })

  it('is not made of one person, nor under a name the platform does not take', async () => {
    rest.react(SEND, 86003, 86003)
    const alone: Town = { ...town, stations: [], people: [], commandRoom: null }
    channel = appchatChannel({ api: rest.api, towns: [alone], log: rest.log, ledger: makeLedger() })
    expect(await send(row(ACCEPTED, { to: unit }))).toMatchObject({ outcome: 'refused' })
    const odd: Town = { ...town, groups: [group('grp-chengguan', { appchatId: '城管' })] }
    channel = appchatChannel({ api: rest.api, towns: [odd], log: rest.log, ledger: makeLedger() })
    expect(await send(row(ACCEPTED, { to: unit }))).toMatchObject({ outcome: 'refused' })
    expect(rest.of(MAKE)).toEqual([])
  })

  it.each([
    [86008, 'refused'],
    [45009, 'wait'],
    [60020, 'wait'],
    ['hang-up', 'unclear'],
  ] as const)('answered with %s is %s', async (reaction, outcome) => {
    rest.react(SEND, reaction)
    expect(await send(row(ACCEPTED, { to: unit }))).toMatchObject({ outcome })
  })

  it('that may have been made is looked for again', async () => {
    rest.react(SEND, 86003)
    rest.react(MAKE, 'hang-up')
    await expect(send(row(ACCEPTED, { to: unit }))).rejects.not.toBeInstanceOf(NothingDone)
  })

  it.each([of('grp-leaders'), { kind: 'person', userid: 'u-1' } as const])('has no way to %j', async (to) => {
    expect(await send(row(ACCEPTED, { to }))).toMatchObject({ outcome: 'refused', why: 'no-channel' })
  })
})
