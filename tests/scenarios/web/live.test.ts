import type { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '../../../log.ts'
import { makeHub, type Change, type Hub } from '../../../web/live/hub.ts'
import { openStream } from '../../../web/live/stream.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, textOf, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

type Told = Readonly<{ id: string; event: string; data: string }>

/** What a browser hears, one after the other, and how it leaves. */
async function hears(web: Web, visitor: Visitor, address: string, headers: Record<string, string> = {}) {
  const left = new AbortController()
  const answer = await fetch(`${web.url}${address}`, {
    headers: { Cookie: visitor.cookie, ...headers },
    signal: left.signal,
  })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Told> => {
    for (;;) {
      const [block, ...rest] = text.split('\n\n')
      if (rest.length > 0 && block !== undefined) {
        text = rest.join('\n\n')
        const lines = new Map(
          block.split('\n').map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': ') + 2)]),
        )
        const [id, event, data] = ['id', 'event', 'data'].map((name) => lines.get(name))
        if (id && event && data) return { id, event, data }
        continue
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      text += value
    }
  }
  return { next, leave: () => left.abort() }
}

describe('what changes while somebody looks', () => {
  let house: House
  let web: Web
  let dispatcher: Visitor

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
    dispatcher = await new Visitor(web).signIn(house, 'u-zhouting')
  })

  afterAll(async () => {
    await web.close()
    house.readsAll()
    await house.close()
  })

  const report = async (text: string): Promise<string> => {
    await house.person('v-lihua').says(text)
    const no = /QS\d{6}-\d{4}/.exec(textOf(house.expects('v-lihua', 'QS')))?.[0] ?? ''
    house.readsAll()
    return no
  }

  it('is told at once, and after a break from where it broke off, by header and by address', async () => {
    const first = await hears(web, dispatcher, '/api/live')
    expect((await first.next()).event).toBe('ready')
    const one = await report('王家村村口有人占道摆摊')
    const told = await first.next()
    expect(JSON.parse(told.data)).toMatchObject({ no: one, row: { stage: 'dispatched' } })
    first.leave()
    const two = await report('东关市场有人卖过期的肉')
    for (const [address, headers] of [
      ['/api/live', { 'Last-Event-ID': told.id }],
      [`/api/live?after=${told.id}`, {}],
    ] as const) {
      const again = await hears(web, dispatcher, address, { ...headers })
      const missed = await again.next()
      expect(JSON.parse(missed.data)).toMatchObject({ no: two })
      expect((await again.next()).event).toBe('ready')
      again.leave()
    }
  })

  it('tells a unit nothing of the cases of another; of one that was taken from it, that it is gone, also after a break', async () => {
    const [officer, other] = await Promise.all(
      ['u-zhangwei', 'u-caili'].map((userid) => new Visitor(web).signIn(house, userid)),
    )
    const [mine, ear] = await Promise.all([officer!, other!].map((each) => hears(web, each, '/api/live')))
    for (const each of [mine!, ear!]) expect((await each.next()).event).toBe('ready')
    const no = await report('西关汽车站门口有人占道经营')
    const told = async (heard: typeof mine) => {
      for (;;) {
        const { id, data } = await heard!.next()
        const change = JSON.parse(data) as { no: string; gone?: true; row?: object }
        if (change.no === no) return { id, gone: change.gone, row: change.row }
      }
    }
    const first = await told(mine)
    expect(first.row).toBeDefined()
    mine!.leave()
    await house.person('u-zhangwei').says(`退回 ${no} 不归我们管，是市场里面的`)
    await house.person('u-zhouting').says(`裁定 ${no} 市场监管所`)
    house.readsAll()
    const again = await hears(web, officer!, '/api/live', { 'Last-Event-ID': first.id })
    while (!(await told(again)).gone);
    again.leave()
    const own = await report('石门村后山有人私自挖山采砂')
    expect(JSON.parse((await ear!.next()).data)).toMatchObject({ no: own, row: { lead: 'ziran' } })
    ear!.leave()
  })

  it('leaves nothing behind: when all have gone nobody listens any more', async () => {
    const hub = makeHub(house.core.web.desk, makeLog('error'))
    const streams = await Promise.all(
      Array.from({ length: 50 }, () =>
        openStream(
          hub,
          null,
          async () => true,
          ({ task }) => ({ no: task.caseNo }),
        ),
      ),
    )
    expect(hub.listeners()).toBe(50)
    await Promise.all(streams.map(gone))
    expect(hub.listeners()).toBe(0)
    hub.close()
  })

  it('lets go of a browser that does not read: it comes back by itself', async () => {
    const { hub, tell } = loudHub()
    const slow = await openStream(
      hub,
      null,
      async () => true,
      () => ({ text: 'x'.repeat(10_000) }),
    )
    const closed = new Promise((resolve) => slow.once('close', resolve))
    const task = (await house.core.ctx.store.tasks({ limit: 1 }))[0]!
    for (let seq = 1; seq <= 400 && !slow.destroyed; seq += 1) tell({ seq, task, units: [] })
    await closed
    expect(slow.destroyed).toBe(true)
    expect(hub.listeners()).toBe(0)
  })

  it('tells of a case by its last event and in their order, so that a break loses nothing', async () => {
    const ctx = house.core.ctx
    const [a, b] = await ctx.store.tasks({ limit: 2 })
    const events = [a, b, a].map((task, at) => ({ seq: at + 1, taskId: task!.id }))
    const store = { ...ctx.store, eventsAfter: async () => events }
    const hub = makeHub({ ctx: { ...ctx, store } }, makeLog('error'))
    expect((await hub.since(0))?.map(({ seq }) => seq)).toEqual([2, 3])
    hub.close()
  })
})

const gone = (stream: PassThrough): Promise<unknown> => {
  const closed = new Promise((resolve) => stream.once('close', resolve))
  stream.destroy()
  return closed
}

/** A hub that tells what the test says. */
function loudHub(): Readonly<{ hub: Hub; tell(change: Change): void }> {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell: (change) => listeners.forEach((listener) => listener(change)),
    hub: {
      listen(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      since: async () => [],
      newest: async () => 0,
      listeners: () => listeners.size,
      close: () => undefined,
    },
  }
}
