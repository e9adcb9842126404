import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { NewAttachment } from '../../domain/decision.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, event, inbound, notice, report, task } from './samples.ts'

const YEARS = 365 * 24 * 60
/** sealed, under this name */
const HE = 'r-he'
const chat = { type: 'single', id: HE } as const
const identity = { id: HE, lookup: 'l', keyId: 'k1', sealed: 's', createdAt: at(0) }

const photo = (id: string, taskId: string | null, change: Partial<NewAttachment> = {}): NewAttachment => ({
  id,
  taskId,
  sha256: `hash-${id}`,
  mime: 'image/png',
  bytes: 12,
  name: `李大明的${id}.png`,
  by: HE,
  at: at(0),
  fault: null,
  source: 'image',
  gps: '34.1,113.1',
  thumb: null,
  ...change,
})

const closed = task(1, {
  stage: 'closed',
  mergedInto: null,
  text: '李大明家门口有人占道',
  place: { code: 'QS01', name: '王家村李大明家门口' },
  result: '李大明说清走了',
})
const open = task(2, { mergedInto: null, text: '有人倒垃圾' })

onBothDatabases((place) => {
  const withCases = (work: (store: Parameters<Parameters<typeof withStore>[1]>[0]) => Promise<void>) =>
    withStore(place, async (opened) => {
      await opened.store.addIdentities([identity])
      for (const of of [closed, open])
        await opened.store.commit(
          {
            task: { ...of, reporters: [{ userid: HE, chat }] },
            reports: [report(of, { userid: HE, chat })],
            events: [event(of, 'opened')],
            attachments: [photo(`of-${of.seq}`, of.id)],
          },
          at(0),
        )
      await work(opened)
    })

  describe('a case that is over long enough', () => {
    it('loses its words, its place and its photos; that it was stays, and so does every open case', () =>
      withCases(async ({ store }) => {
        expect(await store.purge('closed', at(0), 9)).toBe(0)
        expect(await store.purge('closed', at(4 * YEARS), 9)).toBe(2)
        expect(await store.task(closed.id)).toMatchObject({ stage: 'closed', text: '', place: null, result: null })
        expect(await store.reports(closed.id)).toMatchObject([{ text: '' }])
        expect(await store.task(open.id)).toMatchObject({ text: open.text, place: open.place })
        expect(await store.reports(open.id)).toMatchObject([{ text: open.text }])
        const going = await store.filesToGo({ what: 'photos', before: at(4 * YEARS) }, 9)
        expect(going).toEqual({ ids: ['of-1'], files: ['hash-of-1'] })
        await store.commit({ filesGone: going.ids }, at(1))
        expect(await store.attachments(closed.id)).toMatchObject([
          { sha256: null, name: null, gps: null, fault: 'erased' },
        ])
        expect(await store.filesToGo({ what: 'photos', before: at(4 * YEARS) }, 9)).toEqual({ ids: [], files: [] })
        expect((await store.verify()).ok).toBe(true)
      }))

    it('counts from the last thing that happened to it', () =>
      withCases(async ({ store }) => {
        await store.commit({ events: [{ ...event(closed, 'satisfied'), at: at(2 * YEARS) }] }, at(2 * YEARS))
        expect(await store.purge('closed', at(YEARS), 9)).toBe(0)
        expect((await store.filesToGo({ what: 'photos', before: at(YEARS) }, 9)).ids).toEqual([])
        expect(await store.purge('closed', at(3 * YEARS), 9)).toBe(2)
      }))
  })

  describe('a photo', () => {
    it('stays on the disk while somebody else sent the same one', () =>
      withCases(async ({ store }) => {
        await store.commit({ attachments: [photo('same', open.id, { by: 'r-she', sha256: 'hash-of-1' })] }, at(1))
        expect(await store.filesToGo({ what: 'person', by: HE }, 9)).toEqual({ ids: ['of-1'], files: [] })
      }))

    it('of no case goes like a message', () =>
      withCases(async ({ store }) => {
        await store.commit({ attachments: [photo('loose', null, { thumb: 'small' })] }, at(1))
        expect(await store.filesToGo({ what: 'loose', before: at(0) }, 9)).toEqual({ ids: [], files: [] })
        const going = await store.filesToGo({ what: 'loose', before: at(2) }, 9)
        expect(going).toEqual({ ids: ['loose'], files: ['hash-loose', 'small'] })
      }))
  })

  describe('somebody who had himself deleted', () => {
    it('leaves his open case what it needs, without his name, and the rest goes when it is over', () =>
      withCases(async ({ store }) => {
        const [of] = await store.reports(open.id)
        await store.commit({ erase: [HE], reworded: [{ id: of?.id ?? '', text: '有人倒垃圾' }] }, at(1))
        expect(await store.reports(open.id)).toMatchObject([{ text: '有人倒垃圾' }])
        expect(await store.reports(closed.id)).toMatchObject([{ text: '' }])
        expect(await store.attachments(open.id)).toMatchObject([{ sha256: 'hash-of-2', name: null, gps: null }])
        await store.commit({ notices: [{ ...notice('later'), to: { kind: 'chat', chat } }] }, at(2))
        const [told] = await store.dueOutbox(at(9), 9)
        await store.settle([
          { id: told?.id ?? '', status: 'parked', attempt: true, reason: 'he was forgotten', at: at(2) },
        ])
        expect((await store.filesToGo({ what: 'forgotten', before: at(9) }, 9)).ids).toEqual(['of-1'])
        expect(await store.purge('erased', at(9), 9)).toBe(1)
        const now = await store.task(open.id)
        if (now) await store.commit({ task: { ...now, stage: 'closed' } }, at(3))
        expect(await store.purge('erased', at(9), 9)).toBe(1)
        expect((await store.filesToGo({ what: 'forgotten', before: at(9) }, 9)).ids).toEqual(['of-1', 'of-2'])
        expect(await store.reports(open.id)).toMatchObject([{ text: '' }])
      }))

    it('is in no byte of the database any more', () =>
      withCases(async ({ store, url }) => {
        if (place.provider !== 'sqlite') return
        const { row } = await store.receive({ ...inbound('k', '张翠花电话13900001111'), from: HE, chat }, at(0))
        const to = { kind: 'chat', chat } as const
        const body = { kind: 'ask-place', text: '张翠花电话13900001111', emergency: false } as const
        await store.commit(
          { inbox: { id: row.id, outcome: 'done', note: 'x' }, notices: [notice('n', { to, body })] },
          at(1),
        )
        const bytes = async () =>
          (await Promise.all(['', '-wal'].map((end) => readFile(`${url.replace('file:', '')}${end}`)))).join('')
        expect(await bytes()).toContain('张翠花')
        await store.commit({ erase: [HE], more: [{ task: { ...closed, version: 1, text: '' } }] }, at(2))
        for (const trace of ['张翠花', '13900001111', '李大明的of-1']) expect(await bytes()).not.toContain(trace)
      }))
  })
})
