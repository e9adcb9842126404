import { describe, expect, it } from 'vitest'
import type { Inbound } from '../../domain/inbound.ts'
import type { Store } from '../../store/store.ts'
import { bed } from './bed.ts'

const inbound = (dedupeKey: string): Inbound => ({
  channel: 'aibot',
  dedupeKey,
  from: 'villager',
  chat: { type: 'single', id: 'villager' },
  content: { kind: 'text', text: 'x', quote: null },
  reply: null,
})
const settle = (store: Store, id: string, now: Date) =>
  store.commit({ inbox: { id, outcome: 'done', note: 'test' } }, now)

describe('a received message', () => {
  it('that was left unhandled by a crash is handled at the start, in the order it came', async () => {
    const handled: string[] = []
    const b = await bed({
      before: async (store, now) => {
        for (const key of ['one', 'two', 'three']) await store.receive(inbound(key), now)
      },
      onInbox: async (row, store, now) => {
        handled.push(row.dedupeKey)
        await settle(store, row.id, now)
      },
    })
    expect(handled).toEqual(['one', 'two', 'three'])
    expect(await b.store.unhandled(10)).toEqual([])
  })

  it('whose handler failed is tried again', async () => {
    const b = await bed()
    let tries = 0
    b.onInbox = async (row) => {
      if (++tries === 1) throw new Error('the handler failed')
      await settle(b.store, row.id, b.ctx.now())
    }
    await b.store.receive(inbound('again'), b.ctx.now())
    await b.until('it is settled', async () => (await b.store.unhandled(1)).length === 0, 25_000)
    expect(tries).toBe(2)
  })

  it('that somebody is working on just now is left to him, also when the clock is put forward', async () => {
    const b = await bed()
    let tries = 0
    b.onInbox = () => Promise.resolve(void tries++)
    await b.store.receive(inbound('busy'), b.ctx.now())
    b.move(3_600_000)
    await b.jobs.sweep()
    expect(tries).toBe(0)
  })
})
