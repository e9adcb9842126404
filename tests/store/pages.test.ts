import { describe, expect, it } from 'vitest'
import type { NewAccess, NewAlias, NewLesson } from '../../domain/decision.ts'
import type { Settlement, Store } from '../../store/store.ts'
import { onBothDatabases, withStore, type Opened } from './databases.ts'
import { at, event, inbound, notice, report, task } from './samples.ts'

const open = { stage: 'dispatched', mergedInto: null } as const
/** Sorted by their bytes, by pinyin and by strokes these stand in three different orders. */
const NAMES = ['中队', '阿村', 'Z', 'a', '𬭎', '_', '%', '-'] as const

/** In an order that is the same everywhere, whatever the database had them in. */
const sorted = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted()

onBothDatabases((place) => {
  describe('how much is in hand', () => {
    it('is counted by unit and holder, late as the rules have it, and of one township', () =>
      withStore(place, async ({ store }) => {
        const of = (lead: string, holder: string | null = null) => ({ ...open, lead, holder })
        const cases = [
          task(1, { ...of('中队'), due: { sign: at(50), finish: at(900) } }),
          task(2, { ...of('中队'), due: { sign: at(500), finish: at(900) } }),
          task(3, { ...of('中队', 'u-张'), stage: 'signed', due: { sign: at(50), finish: at(900) } }),
          task(4, { ...of('中队', 'u-张'), stage: 'signed', due: { finish: at(99) } }),
          task(5, { ...of('中队', 'u-张'), stage: 'closed', finishedAt: at(80) }),
          task(6, { ...of('中队', 'u-张'), stage: 'closed', finishedAt: at(10) }),
          task(7, { ...of('_'), town: 'XX', caseNo: 'XX261123-0007' }),
          task(8, { ...open, lead: null, stage: 'triage', due: {} }),
        ]
        for (const each of cases) await store.commit({ task: each }, at(0))
        const none = { open: 0, overdue: 0, finished: 0 }
        expect(sorted(await store.loads('QS', at(100), at(60)))).toEqual(
          sorted([
            { lead: '中队', holder: null, open: 2, overdue: 1, finished: 0 },
            { lead: '中队', holder: 'u-张', open: 2, overdue: 1, finished: 0 },
            { ...none, lead: null, holder: null, open: 1 },
            { ...none, lead: '中队', holder: 'u-张', finished: 1 },
          ]),
        )
        expect(await store.loads('Q%', at(100), at(60))).toEqual([])
      }))
  })

  describe('what the pages follow', () => {
    it('is read on from where they were, and what happened to a case by its kind and day', () =>
      withStore(place, async ({ store }) => {
        expect(await store.newestEvent()).toBe(0)
        for (const [seq, type] of [
          [1, 'opened'],
          [2, 'opened'],
          [1, 'closed'],
        ] as const) {
          const one = task(seq)
          await store.commit({ events: [{ ...event(one, type), at: at(seq * 10) }] }, at(0))
        }
        expect(await store.newestEvent()).toBe(3)
        expect(await store.eventsAfter(1, 9)).toEqual([
          { seq: 2, taskId: 'task-2' },
          { seq: 3, taskId: 'task-1' },
        ])
        expect(await store.eventsAfter(0, 1)).toEqual([{ seq: 1, taskId: 'task-1' }])
        expect((await store.casesWith('opened', at(0), at(99))).toSorted()).toEqual(['task-1', 'task-2'])
        expect(await store.casesWith('opened', at(10), at(20))).toEqual(['task-1'])
        expect(await store.casesWith('open_d', at(0), at(99))).toEqual([])
      }))

    it('timers of one case, the first to come due first', () =>
      withStore(place, async ({ store }) => {
        const timer = (subject: string, kind: string, minute: number) => ({ subject, kind, dueAt: at(minute), step: 0 })
        const timers = [timer('task-1', 'finish', 30), timer('task-1', 'sign', 10), timer('task-10', 'sign', 5)]
        await store.commit({ timers }, at(0))
        expect((await store.timersOf('task-1')).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
          ['sign', at(10)],
          ['finish', at(30)],
        ])
        expect(await store.timersOf('task-_')).toEqual([])
      }))

    it('which cases share their last figures with another that goes on', () =>
      withStore(place, async ({ store }) => {
        const other = { ...open, id: 'other', day: '261124', caseNo: 'QS261124-0001' }
        const elsewhere = { ...open, id: 'elsewhere', town: 'XX', caseNo: 'XX261123-0002' }
        for (const each of [task(1, open), task(2, open), task(1, other), task(2, elsewhere)])
          await store.commit({ task: each }, at(0))
        expect(await store.twinsOf(['QS261123-0001', 'QS261123-0002', 'none'])).toEqual(['QS261123-0001'])
      }))
  })

  describe('what became of messages', () => {
    async function ended({ store, due }: Opened): Promise<void> {
      const notices = NAMES.map((name, n) => notice(`n${n}`, { dueAt: at(n), to: { kind: 'group', id: name } }))
      await store.commit({ notices }, at(0))
      const settled = due.map(({ id }, n): Settlement => {
        const given = { id, attempt: true, at: at(9), reason: n % 2 === 0 ? null : '没有写过' }
        return {
          ...given,
          status: n % 2 === 0 ? 'sent' : 'parked',
          ...(n === 0 ? { tried: { door: 'kf', skipped: [] } } : {}),
        }
      })
      await store.settle(settled)
    }

    it('is counted by how it ended, at which door and why', () =>
      withStore(place, async (opened) => {
        await ended(opened)
        expect(sorted(await opened.store.deliveries(at(0)))).toEqual(
          sorted([
            { status: 'sent', door: null, reason: null, count: 3 },
            { status: 'sent', door: 'kf', reason: null, count: 1 },
            { status: 'parked', door: null, reason: '没有写过', count: 4 },
          ]),
        )
        expect((await opened.store.deliveries(at(7))).map(({ count }) => count)).toEqual([1])
        const failed = await opened.store.failedSince(at(2), 2)
        expect(failed.map(({ to, dueAt, reason }) => [to, dueAt, reason])).toEqual([
          [{ kind: 'group', id: NAMES[7] }, at(7), '没有写过'],
          [{ kind: 'group', id: NAMES[5] }, at(5), '没有写过'],
        ])
      }))

    it('what was noted of received messages is counted by how it begins, % and _ and letters as they are', () =>
      withStore(place, async ({ store }) => {
        for (const note of [
          'told elsewhere QS 环保',
          'told elsewhere QS2 x',
          'Told elsewhere QS y',
          'told_elsewhere QS z',
        ]) {
          const { row } = await store.receive(inbound(note), at(0))
          await store.commit({ inbox: { id: row.id, outcome: 'done', note } }, at(1))
        }
        expect(await store.countNoted('told elsewhere QS ', at(0))).toBe(1)
        expect(await store.countNoted('told_elsewhere', at(0))).toBe(1)
        expect(await store.countNoted('%elsewhere', at(0))).toBe(0)
        expect(await store.countNoted('told elsewhere QS ', at(1))).toBe(0)
      }))
  })

  describe('what was taught', () => {
    it('comes oldest first, the newest of them; names of villages by what was decided of them', () =>
      withStore(place, async ({ store }) => {
        const lesson = (n: number): NewLesson => {
          const what = { text: `${NAMES[n]}'"`, item: null, lead: '中队', by: 'u-clerk' }
          const pair = { otherId: null, other: null, same: null, takenBy: null, takenAt: null }
          return { id: `l${n}`, taskId: 'task-1', town: 'QS', at: at(n === 3 ? 2 : n), ...what, ...pair }
        }
        const alias = (n: number, status: NewAlias['status']): NewAlias => {
          const what = { id: `a${n}`, town: 'QS', alias: NAMES[n] ?? '', village: 'QS01' }
          return { ...what, status, caseNo: null, by: 'u-clerk', at: at(5) }
        }
        await store.commit({ lessons: [3, 0, 2, 1].map(lesson) }, at(0))
        const statuses = ['approved', 'proposed', 'approved', 'refused', 'approved'] as const
        await store.commit({ aliases: statuses.map((status, n) => alias(n, status)) }, at(0))
        expect((await store.lessons(3)).map(({ id }) => id)).toEqual(['l1', 'l2', 'l3'])
        expect((await store.lessons(9))[0]?.text).toBe(`中队'"`)
        expect((await store.aliases(['approved'])).map(({ alias: name }) => name)).toEqual(['中队', 'Z', '𬭎'])
      }))
  })

  describe('who looked at what', () => {
    it('is found by person, and read on page by page also where many were at one instant', () =>
      withStore(place, async ({ store }) => {
        const line = (n: number): NewAccess => {
          const what = { kind: 'operation', second: null, caseNo: null, reason: '=查看' } as const
          return { id: `x${n}`, by: NAMES[n] ?? '', at: at(1), ...what }
        }
        await store.commit({ access: NAMES.map((_, n) => line(n)) }, at(1))
        const first = await store.accesses(3)
        expect(first.map(({ id }) => id)).toEqual(['x7', 'x6', 'x5'])
        const next = await store.accesses(9, { after: { at: at(1), id: 'x5' } })
        expect(next.map(({ id }) => id)).toEqual(['x4', 'x3', 'x2', 'x1', 'x0'])
        expect((await store.accesses(9, { by: ['_', 'A'] })).map(({ by }) => by)).toEqual(['_'])
      }))
  })

  describe('whatever is asked for', () => {
    const odd = ['\0', `Z\0`, '\ud83d', `'; --`, '%', '_', '\\'] as const
    const reads: Readonly<Record<string, (store: Store, text: string) => Promise<unknown>>> = {
      task: (store, text) => store.task(text),
      taskByCaseNo: (store, text) => store.taskByCaseNo(text),
      twinsOf: (store, text) => store.twinsOf([text]),
      entry: (store, text) => store.entry(text),
      entryByNo: (store, text) => store.entryByNo(text),
      entriesOf: (store, text) => store.entriesOf(text),
      'entries of an owner': (store, text) => store.entries({ owner: text, limit: 1 }),
      'a timeline': (store, text) => store.timeline(text),
      reports: (store, text) => store.reports(text),
      attachments: (store, text) => store.attachments(text),
      attachmentsBy: (store, text) => store.attachmentsBy([text]),
      admission: (store, text) => store.admission(text),
      timersOf: (store, text) => store.timersOf(text),
      note: (store, text) => store.note(text),
      takeNote: (store, text) => store.takeNote(text),
      messagesOf: (store, text) => store.messagesOf(text, 1),
      'accesses by somebody': (store, text) => store.accesses(1, { by: [text] }),
      'a register of numbers': (store, text) =>
        store.register({ town: 'QS', order: 'oldest', skip: 0, limit: 1, caseNos: [text] }),
      'a register of items': (store, text) =>
        store.register({ town: 'QS', order: 'oldest', skip: 0, limit: 1, items: [text] }),
      'a unit': (store, text) => store.search({ town: 'QS', limit: 1, offset: 0, station: text }),
      'a place': (store, text) => store.search({ town: 'QS', limit: 1, offset: 0, place: text }),
      customer: (store, text) => store.customer(text),
      identity: (store, text) => store.identity(text),
      policy: (store, text) => store.policy(text),
      outbox: (store, text) => store.anyOutbox(text),
    }
    const nothing = [null, undefined]

    it.each(Object.entries(reads))('%s is not there, and nothing breaks', (_name, read) =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(1), reports: [report(task(1))] }, at(0))
        for (const text of odd) {
          const found = await read(store, text)
          expect(Array.isArray(found) ? found : nothing.includes(found as null) ? [] : [found]).toEqual([])
        }
      }),
    )

    it('a number that is too large for the database is no case', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(1) }, at(0))
        expect(await store.tasksBySeq(99_999_999_999, 1)).toEqual([])
        expect(await store.search({ town: 'QS', limit: 1, offset: 0, seq: 99_999_999_999 })).toEqual([])
        expect(await store.entries({ seq: 99_999_999_999, limit: 1 })).toEqual([])
      }))

    it('a unit is itself, not one whose name looks alike', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(1, { lead: 'x', assist: ['s-1', 'SHICHANG'], understood: null }) }, at(0))
        for (const station of ['s_1', 's%', 'shichang'])
          expect(await store.search({ town: 'QS', limit: 1, offset: 0, station })).toEqual([])
        expect(await store.search({ town: 'QS', limit: 1, offset: 0, station: 's-1' })).toHaveLength(1)
      }))
  })
})
