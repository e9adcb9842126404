import { describe, expect, it } from 'vitest'
import { newEntry, noOf, type Entry, type Kind } from '../../domain/book/entry.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, event, inbound, task } from './samples.ts'

const YEARS = 365 * 24 * 60
const over = task(1, { stage: 'closed', mergedInto: null })
const open = task(2, { mergedInto: null })
const maker = { world: { id: () => 'never', now: at(0) }, town: { code: 'QS' } }

function entry<K extends Kind>(
  kind: K,
  seq: number,
  taskId: string | null,
  own: Pick<Entry<K>, 'state' | 'data'>,
): Entry<K> {
  const number = { year: 2026, seq, no: noOf('QS', kind, 2026, seq) }
  return newEntry(maker, kind, number, { ...own, id: `${kind}-${seq}`, taskId } as Parameters<typeof newEntry<K>>[3])
}

const outside = (seq: number, taskId: string, answer: string | null) =>
  entry('outside', seq, taskId, {
    state: 'over',
    data: {
      name: '市生态环境局',
      phone: '12369',
      contact: { name: '赵科长', phone: '13900001111' },
      by: 'u-1',
      lead: null,
      asked: 1,
      answer: answer === null ? null : { at: at(0).toISOString(), by: 'u-1', text: answer },
    },
  })

const whistle = (seq: number, taskId: string | null) =>
  entry('whistle', seq, taskId, {
    state: 'ended',
    data: {
      sort: 'daily',
      place: { code: null, name: '李大明家门口' },
      reason: '李大明家门口堆料',
      caseNo: null,
      called: [{ station: 'chengguan', seen: null, came: [], cannot: null, score: null }],
      endedAt: at(1).toISOString(),
    },
  })

const RECORD = {
  caseNo: over.caseNo,
  unit: 'chengguan',
  by: 'u-1',
  when: '九点',
  place: '李大明店',
  whom: '李大明',
  seen: '占道',
  signature: '已签',
  second: 'u-2',
  files: [],
  of: null,
  text: '李大明占道',
  digest: 'd',
  confirmedAt: at(1).toISOString(),
  returned: null,
} as const

onBothDatabases((place) => {
  const withBook = (work: Parameters<typeof withStore>[1]) =>
    withStore(place, async (opened) => {
      const { store } = opened
      for (const of of [over, open]) await store.commit({ task: of, events: [event(of, 'opened')] }, at(0))
      const book = [
        outside(1, over.id, '李大明的事我们管'),
        outside(2, over.id, null),
        outside(3, open.id, '在办'),
        whistle(1, null),
        whistle(2, open.id),
        entry('record', 1, over.id, { state: 'confirmed', data: RECORD }),
      ]
      await store.commit({ entries: book }, at(0))
      await work(opened)
    })

  describe('the book beside a case that is over long enough', () => {
    it('loses what people wrote and whom they named; what was done, and the archives, stay', () =>
      withBook(async ({ store }) => {
        expect(await store.purge('book', at(-1), 9)).toBe(0)
        expect(await store.purge('book', at(4 * YEARS), 9)).toBe(3)
        expect(await store.purge('book', at(4 * YEARS), 9), 'once is enough').toBe(0)
        const kept = await store.entriesOf(over.id)
        const [answered, silent] = kept.filter(({ kind }) => kind === 'outside')
        expect(answered?.data).toMatchObject({ name: '市生态环境局', contact: null, answer: { by: 'u-1', text: '' } })
        expect(silent?.data).toMatchObject({ contact: null, answer: null })
        expect(kept.find(({ kind }) => kind === 'record')?.data, 'a record is an archive').toEqual(RECORD)
        expect(await store.entryByNo('QS-SH2026-0001')).toMatchObject({
          data: { reason: '', place: null, sort: 'daily' },
        })
        for (const still of await store.entriesOf(open.id)) expect(JSON.stringify(still.data)).toMatch(/赵科长|李大明/)
      }))
  })

  describe('somebody who had himself deleted', () => {
    it('is struck out of what those who work on his case wrote, and of nothing else', () =>
      withBook(async ({ store, url }) => {
        const said = { ...inbound('k', '李大明在'), from: 'u-1' } as const
        const others = { ...inbound('other', '李大明在'), from: 'u-9' } as const
        const rows = await Promise.all([said, others].map((one) => store.receive(one, at(0))))
        for (const { row } of rows) await store.commit({ inbox: { id: row.id, outcome: 'done', note: 'x' } }, at(1))
        await store.commit({ events: [{ ...event(over, 'signed'), by: 'u-1' }] }, at(1))
        await store.commit({ traces: [{ taskId: over.id, text: '李大明' }] }, at(2))
        const left = await place.raw(url, 'SELECT "userid", "payload" FROM "inbox"')
        expect(JSON.stringify(left.find(({ userid }) => userid === 'u-1'))).not.toContain('李大明')
        expect(JSON.stringify(left.find(({ userid }) => userid === 'u-9'))).toContain('李大明')
        const kept = await store.entriesOf(over.id)
        expect(kept.find(({ no }) => no === 'QS-ZC2026-0001')?.data).toMatchObject({
          answer: { text: '***的事我们管' },
        })
        expect(kept.find(({ kind }) => kind === 'record')?.data, 'a record is an archive').toEqual(RECORD)
        expect(JSON.stringify(await store.entriesOf(open.id))).toContain('李大明')
      }))
  })
})
