import { describe, expect, it } from 'vitest'
import { sayWhy } from '../../web/wording/logs.ts'
import { refuses, TROUBLES } from './trouble.ts'
import { openFaultyTown } from './town.ts'

const STALL = '王家村村口有人占道摆摊，还乱倒垃圾'
const SEND = 'message/send'
const NO = 'QS261124-0001'
const MINUTE = 60_000

describe('a platform that answers', () => {
  it.each(Object.entries(TROUBLES))('%s: everybody is told all the same, and nobody twice', async (_what, trouble) => {
    const town = await openFaultyTown()
    town.wecom.fails(SEND, trouble, trouble)
    await town.tells(STALL)
    await town.core.idle()
    await town.forward()
    // whom the answer was kept from is told anew: the platform itself leaves out what it showed already
    for (const userid of ['v-lihua', 'u-zhangwei', 'u-wangfang']) expect(town.shown(userid, NO).length, userid).toBe(1)
    expect(new Set(town.outbox().map(({ status }) => status))).toEqual(new Set(['sent']))
    const again = town.outbox().filter(({ attempts }) => attempts > 1)
    expect(again.length, 'the failed calls were tries').toBe(2)
  })

  it('with a cut line again and again, though it did what was asked: shown once, however long it goes on', async () => {
    const town = await openFaultyTown()
    const cut = TROUBLES['a good deed and a cut line']
    if (cut) town.wecom.fails(SEND, ...Array<typeof cut>(9).fill(cut))
    await town.tells(STALL)
    await town.core.idle()
    await town.forward(5 * MINUTE)
    for (const userid of ['v-lihua', 'u-zhangwei', 'u-wangfang']) expect(town.shown(userid, NO).length, userid).toBe(1)
    expect(Math.max(...town.outbox().map(({ attempts }) => attempts))).toBeGreaterThan(2)
  })

  it('nothing where a group robot was asked is not asked again: the command room is told that it may be missing', async () => {
    const town = await openFaultyTown()
    const silence = TROUBLES['a good deed and silence']
    if (silence) town.wecom.fails('webhook/send', silence)
    await town.tells(STALL)
    await town.core.idle()
    await town.forward()
    expect(town.outbox().filter(({ status }) => status === 'parked')).toMatchObject([
      { reason: expect.stringMatching(/^unclear/) },
    ])
    expect(town.wecom.sent.filter(({ text }) => text.includes('未送达'))).toHaveLength(1)
  })

  it('nothing holds up no page, and no other report', async () => {
    const town = await openFaultyTown()
    const silence = TROUBLES['silence']
    if (silence) town.wecom.fails(SEND, silence, silence, silence)
    await town.tells(STALL)
    const asked = town.wecom.asked.length
    await town.tells('石门村有人露天烧秸秆', 'v-zhaomin')
    expect((await fetch(`${town.web.url}/healthz`)).status).toBe(200)
    await expect.poll(async () => (await town.core.ctx.store.tasks({ limit: 9 })).length).toBe(2)
    expect(town.wecom.asked.length).toBeGreaterThanOrEqual(asked)
    await town.core.idle()
    await town.forward()
    expect(town.shown('v-zhaomin', 'QS261124-0002')).toHaveLength(1)
  })

  it('nothing but faults is left alone, and gets everything once it is back', async () => {
    const town = await openFaultyTown()
    const fault = TROUBLES['a status of 500']
    if (fault)
      for (const path of [SEND, 'webhook/send']) town.wecom.fails(path, ...Array<typeof fault>(200).fill(fault))
    for (const from of ['v-a', 'v-b', 'v-c', 'v-d', 'v-e', 'v-f', 'v-g', 'v-h']) await town.tells(STALL, from)
    await town.core.idle()
    const asked = town.wecom.asked.length
    expect(asked, 'five failures, and no more').toBeLessThan(15)
    expect(town.api.state()).toMatchObject({ up: false })
    await town.forward(3 * MINUTE)
    expect(town.wecom.asked.length - asked, 'a call now and then').toBeLessThan(30)
    town.wecom.mend()
    await town.forward(15 * MINUTE)
    expect(town.shown('v-a', NO).length).toBeGreaterThan(0)
    expect(town.outbox().filter(({ status }) => status !== 'sent' && status !== 'skipped')).toEqual([])
  })
})

describe('a platform that says', () => {
  it.each([60020, 48002, 50003, 40001])(
    '%i to everything keeps what is to be said until it is mended',
    async (code) => {
      const town = await openFaultyTown()
      town.wecom.fails(SEND, ...Array.from({ length: 60 }, () => refuses(code)))
      await town.tells(STALL)
      await town.core.idle()
      const asked = town.wecom.asked.length
      await town.forward(4 * MINUTE)
      expect(town.wecom.asked.length - asked, 'not asked again before five minutes are over').toBe(0)
      town.wecom.mend()
      await town.forward(6 * MINUTE)
      expect(town.shown('u-zhangwei', NO)).toHaveLength(1)
      expect(town.outbox().filter(({ status }) => status === 'parked')).toEqual([])
    },
  )

  it.each([
    [81013, '核对 town.yaml'],
    [60111, '可见范围'],
    [45002, '反馈'],
  ])('%i parks the message, says how to mend it, and the command room hears of it', async (code, mend) => {
    const town = await openFaultyTown()
    await town.tells(STALL)
    await town.core.idle()
    town.wecom.fails(SEND, refuses(code))
    await town.core.receive({
      ...{ channel: 'app', dedupeKey: `sign${code}`, from: 'u-zhangwei' },
      chat: { type: 'single', id: 'u-zhangwei', via: 'app' },
      content: { kind: 'text', text: '签收 0001', quote: null },
      reply: null,
    })
    await town.core.idle()
    await town.forward()
    const parked = town.outbox().filter(({ status }) => status === 'parked')
    expect(parked).toHaveLength(1)
    expect(parked[0]?.reason).toContain(`errcode ${code}`)
    const { explainCode } = town.core.web.desk
    expect(sayWhy(parked[0]?.reason ?? null, explainCode)).toMatch(new RegExp(`${code}.*怎么办.*${mend}`, 'u'))
    expect(town.wecom.sent.some(({ path, text }) => path === 'webhook/send' && text.includes('未送达'))).toBe(true)
  })

  it('45009 to one robot stops that robot for a minute, and no other', async () => {
    const town = await openFaultyTown()
    town.wecom.fails('webhook/send', refuses(45009))
    await town.tells(STALL)
    await town.core.idle()
    const before = town.wecom.sent.filter(({ path }) => path === 'webhook/send').length
    expect(before, 'the other groups heard of it').toBeGreaterThan(0)
    await town.forward(2 * MINUTE)
    expect(town.wecom.sent.filter(({ path }) => path === 'webhook/send').length).toBe(before + 1)
  })
})
