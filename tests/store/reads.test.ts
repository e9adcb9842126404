import { describe, expect, it } from 'vitest'
import type { Notice } from '../../domain/notice.ts'
import type { Settlement } from '../../store/store.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, chat, event, notice, report, task } from './samples.ts'

const settlement = (id: string, change: Partial<Settlement> = {}): Settlement => ({
  id,
  status: 'sent',
  attempt: true,
  reason: null,
  at: at(9),
  ...change,
})

onBothDatabases((place) => {
  describe('messages to be sent', () => {
    it('come emergencies first, then oldest, once they are due', () =>
      withStore(place, async ({ store }) => {
        const notices = [
          notice('late', { dueAt: at(3) }),
          notice('early', { dueAt: at(1) }),
          notice('fire', { dueAt: at(4), urgent: true }),
          notice('future', { dueAt: at(99) }),
        ]
        await store.commit({ notices }, at(0))
        expect((await store.dueOutbox(at(5), 10)).map(({ key }) => key)).toEqual(['fire', 'early', 'late'])
        expect((await store.dueOutbox(at(5), 2)).map(({ key }) => key)).toEqual(['fire', 'early'])
      }))

    it('read back as they were decided', () =>
      withStore(place, async ({ store, due }) => {
        const full = notice('full', {
          to: { kind: 'chat', chat },
          reply: { reqId: 'r', kind: 'card', until: at(8) },
          fallback: { kind: 'group', id: 'g' },
          dueAt: at(2),
        })
        await store.commit({ notices: [full, notice('plain')] }, at(1))
        const rows = await Promise.all(due.map(({ id }) => store.outbox(id)))
        expect(rows.map((row) => row?.reply)).toEqual([full.reply, null])
        expect(rows[0]).toEqual({ ...full, id: due[0]?.id, seq: rows[0]?.seq, attempts: 0, createdAt: at(1) })
      }))

    it('end as sent, skipped or parked, or are tried again; a settled one stays settled', () =>
      withStore(place, async ({ store, due }) => {
        await store.commit({ notices: ['a', 'b', 'c'].map((key) => notice(key)) }, at(0))
        const [a = '', b = '', c = ''] = due.map(({ id }) => id)
        await Promise.all([
          store.settle([settlement(a), settlement(b, { status: 'parked', reason: 'never-wrote' })]),
          store.settle([settlement(c, { status: 'pending', dueAt: at(30), reason: '45009' })]),
        ])
        expect([await store.outbox(a), await store.outbox(b)]).toEqual([null, null])
        expect(await store.outbox(c)).toMatchObject({ attempts: 1, dueAt: at(30) })
        expect(await store.parked(5)).toEqual([{ id: b, key: 'b', reason: 'never-wrote' }])
        await store.settle([
          settlement(c, { status: 'pending', attempt: false, dueAt: at(40) }),
          settlement(a, { status: 'pending', dueAt: at(1) }),
        ])
        expect(await store.outbox(c)).toMatchObject({ attempts: 1, dueAt: at(40) })
        expect(await store.outbox(a)).toBeNull()
        await store.settle([])
      }))

    it('alerts to one recipient are found together, quiet hours over', () =>
      withStore(place, async ({ store, due }) => {
        const group = { kind: 'group', id: 'g' } as const
        const alert = (key: string, change = {}) =>
          notice(key, { queue: 'alerts', to: group, notBefore: at(1), dueAt: at(2), ...change })
        await store.commit(
          {
            notices: [
              alert('one'),
              alert('two'),
              alert('night', { notBefore: at(500) }),
              alert('card', { queue: 'dispatch' }),
              alert('other', { to: { kind: 'group', id: 'h' } }),
            ],
          },
          at(0),
        )
        const row = await store.outbox(due[0]?.id ?? '')
        expect(row && (await store.mergeable(row, at(1))).map(({ key }) => key)).toEqual(['one', 'two'])
      }))

    it('messages with alerts that were sent are counted once each; emergencies, cards and what went with them are none', () =>
      withStore(place, async ({ store, due }) => {
        const alert = (key: string, minute: number, change: Partial<Notice> = {}) =>
          notice(key, { queue: 'alerts', to: { kind: 'group', id: 'g' }, dueAt: at(minute), ...change })
        const brief = {
          town: '',
          readers: 'leaders',
          edition: 'morning',
          day: '',
          needs: [],
          hints: [],
          alone: 0,
          late: 0,
        } as const
        const body = {
          kind: 'digest',
          cardId: 'x',
          brief: { ...brief, counts: { opened: 0, finished: 0, open: 0 } },
        } as const
        const sent: readonly (readonly [Notice, number])[] = [
          [alert('before', 1), 1],
          [alert('first', 5), 5],
          [alert('with the first', 5), 5],
          [alert('second', 7), 7],
          [alert('the card', 9, { body }), 9],
          [alert('with the card', 9), 9],
          [alert('an emergency', 11, { urgent: true }), 11],
          [alert('of others', 12, { to: { kind: 'group', id: 'h' } }), 12],
          [alert('news', 13, { queue: 'dispatch' }), 13],
        ]
        await store.commit({ notices: [...sent.map(([each]) => each), alert('not yet', 14)] }, at(0))
        const idOf = (key: string) =>
          due.flatMap((each) => (each.kind === 'outbox' ? each.id : []))[keys.indexOf(key)] ?? ''
        const keys = [...sent.map(([{ key }]) => key), 'not yet']
        await store.settle(
          sent.map(([{ key }, minute]) => ({
            id: idOf(key),
            status: 'sent',
            attempt: true,
            reason: null,
            at: at(minute),
          })),
        )
        expect(await store.alertsSince('g-g', at(2))).toBe(2)
      }))

    it('the oldest unsent one is counted from when it might first have gone out', () =>
      withStore(place, async ({ store, due }) => {
        expect(await store.oldestUnsent(at(9))).toBeNull()
        await store.commit(
          {
            notices: [
              notice('held', { notBefore: at(60), dueAt: at(61) }),
              notice('old', { notBefore: at(2), dueAt: at(3) }),
            ],
          },
          at(0),
        )
        expect(await store.oldestUnsent(at(9))).toEqual(at(2))
        await store.settle([settlement(due[1]?.id ?? '')])
        expect(await store.oldestUnsent(at(9))).toBeNull()
      }))
  })

  describe('what comes next', () => {
    it('is known in order, deadlines and messages together', () =>
      withStore(place, async ({ store }) => {
        expect(await store.nextDue()).toBeNull()
        const timers = [5, 15, 25].map((minutes) => ({
          subject: 'task-1',
          kind: `k${minutes}`,
          dueAt: at(minutes),
          step: 0,
        }))
        await store.commit(
          { timers, notices: [notice('n', { dueAt: at(10) }), notice('u', { dueAt: at(20), urgent: true })] },
          at(0),
        )
        expect(await store.nextDue()).toEqual(at(5))
        const ahead = await store.upcoming(at(5), at(20), 10)
        expect(ahead.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
          ['outbox', at(10)],
          ['timer', at(15)],
          ['outbox', at(20)],
        ])
        expect(await store.upcoming(at(0), at(99), 2)).toHaveLength(2)
      }))
  })

  describe('cases', () => {
    it('are found by short number, newest first, and an absurd number finds nothing', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(7) }, at(0))
        await store.commit(
          { task: task(7, { id: 'next-day', day: '261124', caseNo: 'QS261124-0007', createdAt: at(1500) }) },
          at(1500),
        )
        expect((await store.tasksBySeq(7, 5)).map(({ caseNo }) => caseNo)).toEqual(['QS261124-0007', 'QS261123-0007'])
        expect(await store.tasksBySeq(7, 1)).toHaveLength(1)
        expect([await store.tasksBySeq(99999999999, 5), await store.tasksBySeq(Number.NaN, 5)]).toEqual([[], []])
        expect(await store.taskByCaseNo('QS261123-\u0000\ud800')).toBeNull()
      }))

    it('are found by unit, holder, reporter, stage and age', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(1), reports: [report(task(1))] }, at(1))
        await store.commit(
          {
            task: task(2, { lead: 'shichang', holder: 'u-li', stage: 'signed', town: 'BH', caseNo: 'BH261123-0002' }),
            reports: [report(task(2), { userid: 'u-two' })],
          },
          at(2),
        )
        await store.commit({ task: task(3, { stage: 'closed' }) }, at(3))
        const found = async (query: object) => (await store.tasks({ limit: 9, ...query })).map(({ seq }) => seq)
        expect(await found({})).toEqual([3, 2, 1])
        expect(await found({ town: 'QS' })).toEqual([3, 1])
        expect(await found({ lead: 'chengguan', stages: ['dispatched', 'signed'] })).toEqual([1])
        expect(await found({ holder: 'u-li' })).toEqual([2])
        expect(await found({ reporter: 'u-two' })).toEqual([2])
        expect(await found({ reporter: 'u-two', stages: ['signed'], limit: 1 })).toEqual([2])
        expect(await found({ reporter: 'u-villager', town: 'BH' })).toEqual([])
        expect(await found({ reporter: 'u-villager', stages: [] })).toEqual([])
        expect(await found({ createdFrom: at(2), limit: 1 })).toEqual([3])
        expect(await found({ stages: [] })).toEqual([])
      }))

    it('name each reporter once, in the chat of his first report', () =>
      withStore(place, async ({ store }) => {
        const group = { type: 'group', id: 'g-1' } as const
        await store.commit({ task: task(1), reports: [report(task(1))] }, at(1))
        const again = [
          report(task(1), { id: 'r2', chat: group, at: at(5) }),
          report(task(1), { id: 'r3', userid: 'u-two', chat: group, at: at(6) }),
        ]
        await store.commit({ task: task(1, { version: 1 }), reports: again }, at(6))
        expect((await store.task('task-1'))?.reporters).toEqual([
          { userid: 'u-villager', chat },
          { userid: 'u-two', chat: group },
        ])
        expect(await store.tasks({ limit: 1 })).toEqual([await store.task('task-1')])
      }))

    it('have a timeline', () =>
      withStore(place, async ({ store }) => {
        expect(await store.latestEventAt()).toBeNull()
        await store.commit(
          { task: task(4), events: [event(task(4), 'reported', { b: 1, a: ['x'] }), event(task(4), 'dispatched')] },
          at(4),
        )
        expect(await store.timeline('task-4')).toEqual([
          { seq: 1, type: 'reported', by: 'u-villager', at: at(4), data: { a: ['x'], b: 1 } },
          { seq: 2, type: 'dispatched', by: 'u-villager', at: at(4), data: {} },
        ])
        expect(await store.latestEventAt()).toEqual(at(4))
        await store.ping()
      }))
  })
})
