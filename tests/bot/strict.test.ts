import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAibot, type Aibot } from '../../bot/aibot/aibot.ts'
import type { Inbound } from '../../domain/inbound.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import type { Simulator } from '../../simulator/port.ts'
import { everyBody } from './bodies.ts'
import { ACCEPTED, CARD, FACTS, NOW, row, TOWN } from './samples.ts'

const BOT = { id: 'aib-1', secret: 's', name: '哨子' }
const PHONES = ['u-ZhangWei', 'v-1'].map((userid) => ({ userid, name: userid, label: userid }))
let simulator: Simulator
let bot: Aibot
let now: Date
let events: EventEmitter
let warned: string[]

beforeEach(async () => {
  now = NOW
  events = new EventEmitter()
  warned = []
  const clock = { now: () => now, advance: async (ms: number) => (now = new Date(now.getTime() + ms)) }
  const groups = [{ chatid: 'wrCHENGGUAN', name: '城管中队群', members: ['u-ZhangWei'] }]
  simulator = await startSimulator({ bot: BOT, phones: PHONES, groups, clock })
  simulator.acquaint(['u-ZhangWei'])
  const note = (_fields: object, message: string) => void warned.push(message)
  bot = startAibot({
    ...BOT,
    wsUrl: simulator.wsUrl,
    towns: [TOWN],
    now: () => now,
    hasWritten: async () => false,
    onAlarm: () => undefined,
    log: { debug: () => undefined, info: () => undefined, warn: note, error: note },
    onInbound: async (message) => void events.emit('inbound', message),
  })
  await bot.whenUp()
})
afterEach(async () => {
  await bot.close()
  await simulator.close()
})

/** What the bot hears of something a person does. */
async function heard(act: () => Promise<unknown>): Promise<Inbound> {
  const [inbound] = await Promise.all([once(events, 'inbound'), act()])
  return inbound[0] as Inbound
}

const GROUP: Recipient = { kind: 'group', id: 'grp-chengguan' }
const PERSON: Recipient = { kind: 'person', userid: 'u-ZhangWei' }

/** Every card a card of its own: the platform takes an id once. */
function fresh(body: NoticeBody, i: number): NoticeBody {
  return 'cardId' in body ? { ...body, cardId: `${FACTS.caseNo}_${i}` } : body
}

describe('before the strict platform of the simulator', () => {
  it.each([
    ['a group', GROUP],
    ['a person', PERSON],
  ])('every notice is taken by %s as it is meant', async (_what, to) => {
    for (const [i, body] of everyBody().entries()) {
      now = new Date(now.getTime() + 5000)
      expect(await bot.channel.send([row(fresh(body, i), { to })], now), body.kind).toEqual({
        outcome: 'sent',
        how: 'push',
      })
    }
    expect(warned).toEqual([])
    const chat = to === GROUP ? 'wrCHENGGUAN' : 'u-ZhangWei'
    expect(simulator.chat(chat)).toHaveLength(everyBody().length)
  })

  it('a message is answered, a click changes the card, an entry is greeted', async () => {
    const said = await heard(() => simulator.say('v-1', '王家村着火了'))
    expect(
      await bot.channel.send([row(ACCEPTED, { to: { kind: 'chat', chat: said.chat }, reply: said.reply })], now),
    ).toEqual({ outcome: 'sent', how: 'reply' })
    await bot.channel.send([row(CARD, { to: GROUP })], now)
    const [card] = simulator.chat('wrCHENGGUAN')
    const click = await heard(() => simulator.click('u-ZhangWei', card!.id, `sign:${FACTS.caseNo}`))
    expect(click.content).toEqual({ kind: 'click', key: `sign:${FACTS.caseNo}`, cardId: `${FACTS.caseNo}_1` })
    const update: NoticeBody = {
      kind: 'card-update',
      facts: { ...FACTS, stage: 'signed', holder: '张伟' },
      cardId: `${FACTS.caseNo}_1`,
      view: 'unit',
    }
    expect(await bot.channel.send([row(update, { to: GROUP, reply: click.reply })], now)).toEqual({
      outcome: 'sent',
      how: 'reply',
    })
    expect(simulator.chat('wrCHENGGUAN')[0]).toMatchObject({ updated: true })
    const entry = await heard(() => simulator.enter('v-1'))
    expect(
      await bot.channel.send(
        [
          row(
            { kind: 'greeting', staff: false },
            { to: { kind: 'chat', chat: { type: 'single', id: 'v-1' } }, reply: entry.reply },
          ),
        ],
        now,
      ),
    ).toEqual({ outcome: 'sent', how: 'reply' })
    expect(simulator.chat('v-1').at(-1)?.via).toBe('welcome')
  })

  it('what came too late for an answer is pushed', async () => {
    const { chat, reply } = await heard(() => simulator.say('v-1', '王家村着火了'))
    now = new Date(now.getTime() + 25 * 3_600_000)
    expect(await bot.channel.send([row(ACCEPTED, { to: { kind: 'chat', chat }, reply })], now)).toEqual({
      outcome: 'sent',
      how: 'push',
    })
  })

  it('a person who never wrote cannot be reached', async () => {
    expect(await bot.channel.send([row(ACCEPTED, { to: { kind: 'person', userid: 'v-1' } })], now)).toMatchObject({
      outcome: 'refused',
      why: 'never-wrote',
    })
  })

  it('many messages to one chat never go over its limit', async () => {
    const outcomes: string[] = []
    for (let i = 0; i < 400; i += 1) {
      now = new Date(now.getTime() + 997)
      outcomes.push((await bot.channel.send([row(ACCEPTED, { to: GROUP, urgent: i % 3 === 0 })], now)).outcome)
    }
    expect(new Set(outcomes)).toEqual(new Set(['sent', 'wait']))
    expect(simulator.chat('wrCHENGGUAN')).toHaveLength(outcomes.filter((o) => o === 'sent').length)
  })
})
