import { describe, expect, it } from 'vitest'
import { openInbox } from '../../store/beside.ts'
import type { RegisterQuery } from '../../store/store.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, event, inbound, task } from './samples.ts'

const ALL: RegisterQuery = { town: 'QS', order: 'oldest', skip: 0, limit: 10 }

onBothDatabases((place) => {
  describe('the register', () => {
    const three = [
      task(1, { shield: 'none', place: { code: 'QS01', name: 'x' } }),
      task(2, { shield: 'none', place: { code: 'QS01', name: 'y' }, stage: 'closed' }),
      task(3, { place: { code: 'QS01', name: 'z' }, item: 'D-002' }),
    ]

    it('keeps every case at its place, whatever becomes of it, and says when it last moved', () =>
      withStore(place, async ({ store }) => {
        for (const one of three) await store.commit({ task: one, events: [event(one, 'opened')] }, at(0))
        const [first] = three
        if (!first) return
        await store.commit({ events: [{ ...event(first, 'signed'), at: at(99) }] }, at(99))
        const numbers = async (query: Partial<RegisterQuery>) =>
          (await store.register({ ...ALL, ...query })).map((row) => row.task.seq)
        expect(await numbers({})).toEqual([1, 2, 3])
        expect(await numbers({ order: 'newest' })).toEqual([3, 2, 1])
        expect(await numbers({ skip: 1, limit: 1 })).toEqual([2])
        expect(await numbers({ stages: ['closed'] })).toEqual([2])
        expect(await numbers({ items: ['D-002'] })).toEqual([3])
        expect(await numbers({ since: at(2), before: at(3) })).toEqual([2])
        expect(await numbers({ caseNos: ['QS261123-0003', 'none'] })).toEqual([3])
        expect(await numbers({ town: 'BY' })).toEqual([])
        const [moved] = await store.register(ALL)
        expect(moved?.movedAt).toEqual(at(99))
        expect(moved?.task.reporters).toEqual([])
      }))

    it('counts what is alike in one village, but for what was told in confidence', () =>
      withStore(place, async ({ store }) => {
        for (const one of three) await store.commit({ task: one }, at(0))
        expect(await store.crowds({ town: 'QS' })).toEqual([{ place: 'QS01', item: 'D-001', count: 2 }])
        expect(await store.crowds({ town: 'QS', since: at(2) })).toEqual([{ place: 'QS01', item: 'D-001', count: 1 }])
        expect(await store.crowds({ town: 'BY' })).toEqual([])
      }))
  })

  describe('what is handed in beside the running program', () => {
    it('is found by it, once', () =>
      withStore(place, async ({ store, url }) => {
        const inbox = await openInbox(url)
        const first = await inbox.receive(inbound('order-1'), at(0))
        const again = await inbox.receive(inbound('order-1'), at(1))
        await inbox.close()
        expect([first.fresh, again.fresh]).toEqual([true, false])
        expect((await store.unhandled(10)).map(({ id }) => id)).toEqual([first.row.id])
      }))
  })
})
