import { describe, expect, it } from 'vitest'
import type { Content, Inbound } from '../../domain/inbound.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, notice, report, task } from './samples.ts'

const kf = { type: 'single', id: 'wm-lihua', via: 'kf' } as const
const said = (
  msgid: string,
  minutes: number,
  content: Content = { kind: 'text', text: '路灯坏了', quote: null },
): Inbound => ({
  channel: 'kf',
  account: 'wk-town',
  dedupeKey: `kf:wk-town:wm-lihua:${msgid}`,
  from: 'wm-lihua',
  chat: kf,
  content,
  reply: null,
  sentAt: at(minutes),
})
const cursor = (value: string) => ({ key: 'kf cursor wk-town', value, until: null })

onBothDatabases((place) => {
  describe('a page of customer service', () => {
    it('is kept with its cursor, and what came before is recognised', () =>
      withStore(place, async ({ store }) => {
        const first = await store.receivePage([said('m1', 0), said('m2', 1)], cursor('c1'), at(1))
        expect(first.map(({ fresh }) => fresh)).toEqual([true, true])
        const again = await store.receivePage([said('m2', 1), said('m3', 2), said('m3', 2)], cursor('c2'), at(2))
        expect(again.map(({ fresh }) => fresh).filter(Boolean)).toHaveLength(1)
        expect(again[0]?.row.id).toBe(first[1]?.row.id)
        expect((await store.note('kf cursor wk-town'))?.value).toBe('c2')
        expect(await store.unhandled(10)).toHaveLength(3)
      }))

    it('without a message moves the cursor all the same', () =>
      withStore(place, async ({ store }) => {
        expect(await store.receivePage([], cursor('c9'), at(0))).toEqual([])
        expect((await store.note('kf cursor wk-town'))?.value).toBe('c9')
      }))

    it('reads back with its instants', () =>
      withStore(place, async ({ store }) => {
        const [received] = await store.receivePage([said('m1', 3)], cursor('c1'), at(4))
        const row = await store.received(received?.row.id ?? '')
        expect([row?.sentAt, row?.chat, row?.account]).toEqual([at(3), kf, 'wk-town'])
      }))
  })

  describe('the window of a customer', () => {
    it('opens with what he says, counts what is sent, and opens anew with a newer message only', () =>
      withStore(place, async ({ store }) => {
        await store.receivePage([said('m1', 5)], cursor('c1'), at(5))
        await store.countSent('wk-town/wm-lihua', 1)
        await store.countSent('wk-town/wm-lihua', 1)
        expect(await store.customer('wm-lihua')).toMatchObject({ sent: 2, wroteAt: at(5), person: 'wm-lihua' })
        await store.receivePage([said('late', 4)], cursor('c2'), at(6))
        expect(await store.customer('wm-lihua')).toMatchObject({ sent: 2, wroteAt: at(5) })
        await store.receivePage([said('m2', 7)], cursor('c3'), at(7))
        expect(await store.customer('wm-lihua')).toMatchObject({ sent: 0, wroteAt: at(7) })
        await store.countSent('wk-town/wm-lihua', 'used')
        expect((await store.customer('wm-lihua'))?.sent).toBe(5)
      }))

    it('is not opened by looking in, which remembers the QR code', () =>
      withStore(place, async ({ store }) => {
        await store.receivePage([said('e1', 0, { kind: 'enter', scene: 'QS01' })], cursor('c1'), at(0))
        expect(await store.customer('wm-lihua')).toMatchObject({ wroteAt: null, village: 'QS01', villageAt: at(0) })
        await store.receivePage([said('m1', 1)], cursor('c2'), at(1))
        expect(await store.customer('wm-lihua')).toMatchObject({ wroteAt: at(1), village: 'QS01' })
      }))

    it('wakes what waited for him when he writes', () =>
      withStore(place, async ({ store, due }) => {
        await store.commit({ notices: [notice('n1', { to: { kind: 'chat', chat: kf } }), notice('n2')] }, at(0))
        const [waits, other] = due.splice(0).map(({ id }) => id)
        for (const id of [waits, other])
          await store.settle([{ id: id ?? '', status: 'waiting', attempt: false, reason: 'window', at: at(1) }])
        expect([await store.nextDue(), await store.dueOutbox(at(99), 9), await store.oldestUnsent(at(99))]).toEqual([
          null,
          [],
          null,
        ])
        await store.receivePage([said('m1', 60)], cursor('c1'), at(60))
        expect(due).toEqual([{ kind: 'outbox', id: waits, queue: 'replies', urgent: false, dueAt: at(60) }])
        expect((await store.dueOutbox(at(60), 9)).map(({ id }) => id)).toEqual([waits])
      }))
  })

  it('binding makes his reports those of the member', () =>
    withStore(place, async ({ store }) => {
      await store.receivePage([said('m1', 0)], cursor('c1'), at(0))
      const own = task(1, { reporters: [{ userid: 'wm-lihua', chat: kf }] })
      await store.commit({ task: own, reports: [report(own, { userid: 'wm-lihua', chat: kf })] }, at(1))
      await store.commit({ bind: { external: 'wm-lihua', person: 'u-lihua' } }, at(2))
      expect((await store.customer('u-lihua'))?.external).toBe('wm-lihua')
      expect((await store.tasks({ reporter: 'u-lihua', limit: 5 })).map(({ caseNo }) => caseNo)).toEqual([own.caseNo])
      expect((await store.task(own.id))?.reporters).toEqual([{ userid: 'u-lihua', chat: kf }])
    }))
})
