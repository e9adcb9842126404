import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appChannel } from '../../bot/app/channel.ts'
import { enclosedIn, type Enclose } from '../../bot/door/enclosed.ts'
import { kfChannel, type KfCustomer } from '../../bot/kf/channel.ts'
import { makeLedger } from '../../bot/quota/ledger.ts'
import { webhookChannel } from '../../bot/webhook/channel.ts'
import { Rest } from './rest.ts'
import { NOW, row, TOWN } from './samples.ts'

const PAPER = { kind: 'file', sha256: 'a'.repeat(64), name: '关于夏季防汛的通知.pdf', mime: 'application/pdf' } as const
const enclose: Enclose = async (body) =>
  body.kind === 'file' ? { as: 'file', name: body.name, mime: body.mime, data: Buffer.from('%PDF-1.7 …') } : null
const robotTown = { ...TOWN, groups: TOWN.groups.map((group) => ({ ...group, webhookKey: 'KEY-1' })) }

let rest: Rest
beforeEach(async () => {
  rest = await Rest.start()
})
afterEach(() => rest.close())

const common = () => ({ api: rest.api, towns: [robotTown], log: rest.log, ledger: makeLedger(), enclose })
const customer: KfCustomer = { account: 'kf1', external: 'wm1', person: 'wm1', wroteAt: NOW, sent: 0 }
const doors = {
  app: () => appChannel({ ...common(), agentId: 1, interactive: true, member: () => true }),
  robot: () => webhookChannel(common()),
  'customer service': () =>
    kfChannel({
      ...common(),
      account: 'kf1',
      book: { customerOf: async () => customer, take: async () => undefined, shut: async () => undefined },
    }),
} as const
const SENT = { app: 'message/send', robot: 'webhook/send', 'customer service': 'kf/send_msg' } as const
const UPLOADED = { app: 'media/upload', robot: 'webhook/upload_media', 'customer service': 'media/upload' } as const
const group = { kind: 'group', id: TOWN.groups[0]?.id ?? '' } as const
const paperTo = (door: keyof typeof doors) =>
  row(PAPER, { to: door === 'robot' ? group : { kind: 'person', userid: 'u-zhangwei' } })

describe.each(['app', 'robot', 'customer service'] as const)('a file at the door of the %s', (door) => {
  it('is uploaded and sent as a file', async () => {
    rest.react(UPLOADED[door], { media_id: 'M-1', type: 'file' })
    expect(await doors[door]().send([paperTo(door)], NOW)).toMatchObject({ outcome: 'sent' })
    expect(rest.of(SENT[door])).toMatchObject([{ msgtype: 'file', file: { media_id: 'M-1' } }])
  })
})

describe.each(['app', 'robot', 'customer service'] as const)('a file the %s will not take', (door) => {
  it('is spoken of in words instead', async () => {
    rest.react(UPLOADED[door], 40058)
    expect(await doors[door]().send([paperTo(door)], NOW)).toMatchObject({ outcome: 'sent' })
    expect(rest.of(SENT[door])).toHaveLength(1)
    expect(JSON.stringify(rest.of(SENT[door]))).toContain(PAPER.name)
  })
})

describe('a picture for a robot', () => {
  const send = (bytes: number) => {
    const data = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(bytes)])
    const picture: Enclose = async () => ({ as: 'image', name: 'a.png', mime: 'image/png', data })
    return webhookChannel({ ...common(), enclose: picture }).send([row(PAPER, { to: group })], NOW)
  }

  it('is said in words where the platform refuses it', async () => {
    rest.react(SENT.robot, 40009)
    expect(await send(99)).toMatchObject({ outcome: 'sent' })
    expect(rest.of(SENT.robot).map(({ msgtype }) => msgtype)).toEqual(['image', 'markdown'])
  })

  it('is said in words where it is larger than a robot takes, and that is not even tried', async () => {
    expect(await send(2 * 1024 * 1024)).toMatchObject({ outcome: 'sent' })
    expect(rest.of(SENT.robot).map(({ msgtype }) => msgtype)).toEqual(['markdown'])
  })

  it('that may have arrived is not said again', async () => {
    rest.react(SENT.robot, 'hang-up')
    expect(await send(99)).toMatchObject({ outcome: 'unclear' })
    expect(rest.of(SENT.robot)).toHaveLength(1)
  })
})

describe('what a message encloses', () => {
  it.each([
    ['too small to be sent', Buffer.from('x')],
    ['too large to be sent', Buffer.alloc(20 * 1024 * 1024 + 1)],
  ])('is left out when it is %s', async (_why, data) => {
    const odd: Enclose = async () => ({ as: 'file', name: 'a.pdf', mime: 'application/pdf', data })
    expect(await enclosedIn([row(PAPER)], odd)).toBeNull()
  })

  it('keeps its ending when a long name is cut', async () => {
    const long: Enclose = async () => ({
      as: 'file',
      name: `${'很长的文件名'.repeat(20)}.docx`,
      mime: 'x',
      data: Buffer.alloc(9),
    })
    const found = await enclosedIn([row(PAPER)], long)
    expect(found?.name).toMatch(/…\.docx$/)
    expect([...(found?.name ?? '')].length).toBeLessThanOrEqual(60)
  })
})
