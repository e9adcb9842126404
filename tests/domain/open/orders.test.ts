import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../../config/township/load.ts'
import { openCase } from '../../../domain/case/open.ts'
import { hookEventOf } from '../../../domain/open/events.ts'
import { hooked } from '../../../domain/open/hooked.ts'
import { judgeOrder } from '../../../domain/open/judged.ts'
import { orderId, tied } from '../../../domain/open/order.ts'
import type { HandedIn } from '../../../domain/open/kinds.ts'
import { isSender, senderOf } from '../../../domain/open/sender.ts'
import { unheard } from '../../../domain/open/unheard.ts'
import { orderWords } from '../../../domain/open/wording-order.ts'
import type { OutboxRow } from '../../../domain/notice.ts'
import type { Hook } from '../../../domain/town.ts'
import type { World } from '../../../domain/world.ts'

const loaded = await loadTowns('config/town')
if (!loaded.ok) throw new Error('the sample is faulty')
const [sample] = loaded.towns
if (!sample) throw new Error('no township')

const HOOK: Hook = { id: 'county', url: 'https://example.org/', events: ['opened', 'dispatched'], secret: { env: 'X' } }
const town = { ...sample, hooks: [HOOK] }
const NOW = new Date('2026-11-24T02:00:00Z')
const world: World = { towns: [town], calendar: loaded.calendar, now: NOW, id: () => 'id-1' }

const ORDER: HandedIn = {
  system: '12345',
  no: 'RX-1',
  town: 'QS',
  text: '夜里机器响，吵得睡不着',
  place: '',
  spot: null,
  matter: '噪声',
  item: null,
  answerBy: '2026-11-25T02:00:00.000Z',
}
const judged = (change: Partial<HandedIn> = {}) => judgeOrder({ ...ORDER, ...change }, town, '2026-11-24', null).routed

const opened = (change: Partial<HandedIn> = {}) => {
  const order = { ...ORDER, ...change }
  return openCase(
    {
      town,
      place: null,
      text: order.text,
      reporter: { userid: 'c-1', chat: { type: 'single', id: 'c-1', via: 'open' } },
      ...judgeOrder(order, town, '2026-11-24', null),
      emergency: false,
      answerBy: order.answerBy,
      seq: 1,
      reply: null,
      attachments: [],
    },
    world,
  )
}

describe('an order', () => {
  it('goes to the unit of the item its system names, else where its words lead', () => {
    expect(judged({ item: 'CG001' })).toMatchObject({ kind: 'routed', lead: 'chengguan', duty: { code: 'CG001' } })
    expect(judged()).toMatchObject({ kind: 'routed', lead: 'huanbao' })
    expect(judged({ item: 'NONE' })).toMatchObject({ lead: 'huanbao' })
  })

  it('that tells of a danger goes where the danger leads, whatever its system says', () => {
    expect(judged({ item: 'CG001', text: '有人触电了' })).toMatchObject({ level: 'emergency' })
    expect(judged({ item: 'CG001', text: '有人触电了' })).not.toMatchObject({ lead: 'chengguan' })
  })

  it('has one id for one number of one system in one township', () => {
    expect(orderId(ORDER)).toBe('order 12345 QS RX-1')
    const all = [ORDER, { ...ORDER, town: 'BY' }, { ...ORDER, system: 'open311' as const }, { ...ORDER, no: 'RX-2' }]
    expect(new Set(all.map(orderId)).size).toBe(4)
  })

  it('is tied to its case in the same decision', () => {
    const { entries, events } = tied(opened(), ORDER, { year: 2026, seq: 1, no: 'QS-WD2026-0001' }, { world, town })
    expect(entries).toMatchObject([{ id: orderId(ORDER), kind: 'order', version: 0, data: { no: 'RX-1' } }])
    expect(events?.at(-1)).toMatchObject({ type: 'handed-in', data: { order: 'RX-1' } })
  })

  it.each([
    ['sooner than our own limit', '2026-11-25T02:00:00.000Z', '2026-11-25T02:00:00.000Z'],
    ['at night', '2026-11-25T15:59:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['before it even came', '2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'],
  ])('is due when an answer is wanted, %s', (_when, answerBy, due) => {
    expect(opened({ answerBy }).task?.due.finish?.toISOString()).toBe(due)
  })

  it.each([['2027-03-01T02:00:00.000Z'], [null]])('is due by our own limit where that is sooner: %s', (answerBy) => {
    const own = opened({ answerBy: null }).task?.due.finish?.toISOString()
    expect(opened({ answerBy }).task?.due.finish?.toISOString()).toBe(own)
  })

  it('says whose number it has, and until when, to the unit', () => {
    expect(orderWords(ORDER)).toBe('12345热线工单 RX-1（噪声），要求 11月25日 10:00 前答复')
    expect(orderWords({ ...ORDER, matter: null, answerBy: null })).toBe('12345热线工单 RX-1')
    expect(orderWords({ ...ORDER, system: 'open311' })).toBe('')
  })

  it('is from somebody who is one person by his phone, and else one for each order', () => {
    const from = (no: string, name: string, phone: string) => senderOf({ system: '12345', no }, { name, phone })
    expect(from('1', '刘桂兰', '138')).toBe(from('2', '刘桂兰', '138'))
    expect(from('1', '刘桂兰', '')).not.toBe(from('2', '刘桂兰', ''))
    expect(isSender(from('1', '', ''))).toBe(true)
    expect(isSender('u-zhangwei')).toBe(false)
  })
})

describe('a system that is called', () => {
  const calls = (decision = opened()) =>
    hooked(decision, [town]).notices?.filter(({ queue }) => queue === 'hooks') ?? []

  it('has a row for everything it wants to hear, in the very decision', () => {
    expect(calls().map(({ body }) => body.kind === 'hook' && body.event)).toEqual(['opened', 'dispatched'])
    expect(new Set(calls().map(({ key }) => key)).size).toBe(2)
    expect(JSON.stringify(calls())).not.toMatch(/机器|c-1|吵/)
  })

  it('has none of what is withheld, of what it does not want, or of another township', () => {
    expect(calls(opened({ text: '噪声太吵，请替我保密' }))).toEqual([])
    expect(hooked(opened(), [{ ...town, hooks: [{ ...HOOK, events: ['closed'] }] }])).toEqual(opened())
    expect(hooked(opened(), [{ ...town, code: 'BY' }])).toEqual(opened())
    expect(hooked({ timers: [] }, [town])).toEqual({ timers: [] })
  })

  it('never hears of the house’s own affairs', () => {
    for (const type of ['revealed', 'undelivered', 'supplement', 'conflict', 'handed-in', 'shielded'])
      expect(hookEventOf(type)).toBeNull()
  })

  it('that never answers is told to the admins, once a day', () => {
    const [call] = calls()
    if (call?.to.kind !== 'hook') throw new Error('nobody is called')
    const row: OutboxRow = { ...call, id: 'r', seq: 1, attempts: 7, createdAt: NOW }
    const { notices } = unheard(row, call.to, opened().task ?? null, world)
    expect(notices).toMatchObject([
      { to: { kind: 'person', userid: 'u-dingning' }, body: { kind: 'hook-parked', hook: 'county' } },
    ])
    const night = unheard(row, call.to, null, { ...world, now: new Date('2026-11-25T00:15:00+08:00') })
    expect(night.notices?.[0]?.notBefore).toEqual(new Date('2026-11-25T07:00:00+08:00'))
    const another = unheard({ ...row, id: 'r2' }, call.to, null, world)
    expect(another.notices?.[0]?.key).toBe(notices?.[0]?.key)
  })
})
