import { describe, expect, it } from 'vitest'
import { AlreadySettled, LostRace } from '../../store/store.ts'
import { onBothDatabases, open, withStore } from './databases.ts'
import { at, chat, event, inbound, notice, policy, report, task } from './samples.ts'

onBothDatabases((place) => {
  describe('receiving', () => {
    it('keeps one row of a callback that arrives three times at once and once more later', () =>
      withStore(place, async ({ store }) => {
        const all = await Promise.all([1, 2, 3].map(() => store.receive(inbound('same'), at(0))))
        const later = await store.receive(inbound('same'), at(9))
        expect([...all, later].map(({ fresh }) => fresh)).toEqual([true, false, false, false])
        expect(new Set([...all, later].map(({ row }) => row.id)).size).toBe(1)
        expect(later.row).toEqual(all[0]?.row)
        expect(await store.unhandled(10)).toEqual([all[0]?.row])
      }))

    it('returns the whole message, instants included', () =>
      withStore(place, async ({ store }) => {
        const { row } = await store.receive(inbound('one'), at(3))
        expect(row).toEqual({ ...inbound('one'), id: row.id, receivedAt: at(3), attempts: 0 })
        expect(await store.unhandled(1)).toEqual([row])
      }))

    it('counts tries, and parks after the last one', () =>
      withStore(place, async ({ store }) => {
        const { row } = await store.receive(inbound('poison'), at(0))
        await store.failInbox(row.id, 'boom', false)
        expect(await store.unhandled(1)).toEqual([{ ...row, attempts: 1 }])
        await store.failInbox(row.id, 'boom again', true)
        expect(await store.unhandled(1)).toEqual([])
      }))

    it('knows who wrote in a single chat; a group, or looking in, is not that', () =>
      withStore(place, async ({ store }) => {
        await store.receive(inbound('a'), at(0))
        await store.receive({ ...inbound('b'), from: 'u-group', chat: { type: 'group', id: 'g' } }, at(0))
        await store.receive({ ...inbound('c'), from: 'u-looks', content: { kind: 'enter' } }, at(0))
        expect(await Promise.all(['u-villager', 'u-group', 'u-looks', 'u-nobody'].map(store.hasWritten))).toEqual([
          true,
          false,
          false,
          false,
        ])
      }))
  })

  describe('committing', () => {
    it('reads back exactly the case that was decided', () =>
      withStore(place, async ({ store }) => {
        const first = task(1)
        await store.commit({ task: first, reports: [report(first)] }, at(1))
        expect(await store.task('task-1')).toEqual({ ...first, version: 1 })
        expect(await store.taskByCaseNo('QS261123-0001')).toEqual({ ...first, version: 1 })
        const full = {
          ...first,
          version: 1,
          stage: 'finished',
          solved: true,
          satisfied: false,
          holder: 'u-li',
          result: '已清理',
          place: null,
          item: null,
          due: {},
          nudgedAt: at(7),
          finishedAt: at(8),
        } as const
        await store.commit({ task: full }, at(8))
        expect(await store.task('task-1')).toEqual({ ...full, version: 2 })
      }))

    it('lets one of two decisions on the same version win', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(1) }, at(1))
        const signs = ['u-zhang', 'u-wang'].map((holder) =>
          store.commit({ task: task(1, { version: 1, holder }), events: [event(task(1), 'signed')] }, at(2)),
        )
        const [won, lost] = await Promise.allSettled(signs)
        expect(won?.status).toBe('fulfilled')
        expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(LostRace) })
        expect(await store.task('task-1')).toMatchObject({ version: 2, holder: 'u-zhang' })
        expect(await store.timeline('task-1')).toHaveLength(1)
      }))

    it('a lost race leaves nothing of its decision, and its inbox row is still to be done', () =>
      withStore(place, async ({ store, due }) => {
        const { row } = await store.receive(inbound('late'), at(0))
        await store.commit({ task: task(1) }, at(1))
        await store.commit({ task: task(1, { version: 1 }) }, at(2))
        const stale = {
          task: task(1, { version: 1 }),
          notices: [notice('n')],
          timers: [{ subject: 'task-1', kind: 'sign', dueAt: at(5), step: 0 }],
          inbox: { id: row.id, outcome: 'done', note: '' },
        } as const
        await expect(store.commit(stale, at(3))).rejects.toThrow(LostRace)
        expect(due).toEqual([])
        expect(await store.nextDue()).toBeNull()
        expect(await store.unhandled(5)).toEqual([row])
      }))

    it('an inbox row is settled by one decision only', () =>
      withStore(place, async ({ store }) => {
        const { row } = await store.receive(inbound('once'), at(0))
        const inbox = { id: row.id, outcome: 'done', note: 'case' } as const
        const both = await Promise.allSettled([
          store.commit({ task: task(1), inbox }, at(1)),
          store.commit({ task: task(2), inbox }, at(1)),
        ])
        expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
        expect(both[1]).toMatchObject({ reason: expect.any(AlreadySettled) })
        expect(await store.task('task-2')).toBeNull()
      }))

    it('two cases with the same number: the second loses, and the next number is free', () =>
      withStore(place, async ({ store }) => {
        expect(await Promise.all([1, 2, 3].map(() => store.nextSeq('QS', '261123')))).toEqual([1, 2, 3])
        await store.commit({ task: task(9) }, at(1))
        await expect(store.commit({ task: task(9, { id: 'other' }) }, at(1))).rejects.toThrow(LostRace)
        expect(await store.nextSeq('QS', '261123')).toBe(10)
        expect(await store.nextSeq('QS', '261124')).toBe(1)
      }))

    it('case numbers that several processes ask for at once are each given once', async () => {
      const url = await place.fresh()
      const opened = [await open(url)]
      if (place.provider !== 'sqlite') opened.push(await open(url))
      const asked = Array.from({ length: 60 }, (_, n) => opened[n % opened.length]?.store.nextSeq('QS', '261123'))
      const given = (await Promise.all(asked)).map(Number)
      expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
      for (const { store } of opened) await store.close()
    })

    it('one bad decision in a group fails alone', () =>
      withStore(place, async ({ store, due }) => {
        const good = [1, 2, 3].map((seq) =>
          store.commit(
            {
              task: task(seq),
              reports: [report(task(seq))],
              events: [event(task(seq), 'reported')],
              notices: [notice(`n${seq}`)],
            },
            at(1),
          ),
        )
        const bad = store.commit({ reports: [report(task(99))], events: [event(task(99), 'reported')] }, at(1))
        const more = [4, 5].map((seq) =>
          store.commit({ task: task(seq), events: [event(task(seq), 'reported')] }, at(1)),
        )
        const results = await Promise.allSettled([...good, bad, ...more])
        expect(results.map(({ status }) => status)).toEqual([
          'fulfilled',
          'fulfilled',
          'fulfilled',
          'rejected',
          'fulfilled',
          'fulfilled',
        ])
        expect(due).toHaveLength(3)
        expect(await store.verify()).toMatchObject({ ok: true, events: 5 })
      }))

    it('a notice whose key exists is left as it is, also within one group', () =>
      withStore(place, async ({ store, due }) => {
        await Promise.all(
          [1, 2].map((seq) =>
            store.commit(
              { task: task(seq), notices: [notice('same', { taskId: `task-${seq}` }), notice(`own-${seq}`)] },
              at(1),
            ),
          ),
        )
        await store.commit({ notices: [notice('same', { urgent: true })] }, at(2))
        expect(due).toHaveLength(3)
        const rows = await store.dueOutbox(at(5), 10)
        expect(rows.map(({ key }) => key)).toEqual(['same', 'own-1', 'own-2'])
        expect(rows[0]).toMatchObject({ urgent: false, taskId: 'task-1', attempts: 0, createdAt: at(1) })
        expect(rows.map(({ id }) => id)).toEqual(due.map(({ id }) => id))
      }))

    it('keeps one timer a subject and kind: moved, cleared, and never found under its old id', () =>
      withStore(place, async ({ store, due }) => {
        const timer = (kind: string, dueAt: Date | null, step = 0) => ({ subject: 'task-1', kind, dueAt, step })
        await store.commit(
          { timers: [timer('sign', at(10)), timer('finish', at(20)), timer('sign', at(12), 1)] },
          at(1),
        )
        const [old] = await store.dueTimers(at(15), 10)
        expect(old).toMatchObject({ kind: 'sign', step: 1, dueAt: at(12) })
        await store.commit(
          { timers: [timer('sign', at(30), 2), timer('finish', null), timer('never-set', null)] },
          at(2),
        )
        expect(await store.timer(old?.id ?? '')).toBeNull()
        const [now, ...others] = await store.dueTimers(at(60), 10)
        expect([now, others]).toEqual([
          { id: due.at(-1)?.id, subject: 'task-1', kind: 'sign', dueAt: at(30), step: 2 },
          [],
        ])
        expect(await store.timer(now?.id ?? '')).toEqual(now)
      }))

    it('keeps questions, attachments and policies', () =>
      withStore(place, async ({ store }) => {
        const asked = {
          key: 'aibot-1-u',
          userid: 'u',
          chat,
          question: { asks: 'place', text: '乱倒垃圾', media: ['a1'] },
          askedAt: at(1),
        } as const
        const file = {
          id: 'a1',
          taskId: null,
          sha256: 'ff',
          mime: 'image/png',
          bytes: 12,
          name: null,
          by: 'u',
          at: at(1),
          fault: null,
          source: 'image',
          gps: '34.8,113.4',
          thumb: 'ee',
        } as const
        await store.commit({ conversation: { key: asked.key, value: asked }, attachments: [file] }, at(1))
        expect(await store.conversation(asked.key)).toEqual(asked)
        await store.commit(
          { task: task(1), attach: { ids: ['a1'], taskId: 'task-1' }, conversation: { key: asked.key, value: null } },
          at(2),
        )
        expect(await store.conversation(asked.key)).toBeNull()
        expect(await store.attachments('task-1')).toEqual([{ ...file, taskId: 'task-1' }])
        await Promise.all([store.savePolicy(policy), store.savePolicy(policy)])
        expect([await store.policy(policy.id), await store.policy('other')]).toEqual([policy, null])
      }))
  })
})

onBothDatabases((place) => {
  describe('several cases of one decision', () => {
    it('are all kept, with what follows for each', () =>
      withStore(place, async ({ store }) => {
        const [one, two] = [task(1), task(2)]
        await store.commit(
          {
            task: one,
            reports: [report(one)],
            events: [event(one, 'opened')],
            more: [{ task: two, reports: [report(two)], events: [event(two, 'opened')], notices: [notice('of-two')] }],
          },
          at(1),
        )
        expect((await store.tasks({ limit: 9 })).map(({ seq }) => seq)).toEqual([2, 1])
        expect((await store.timeline('task-2')).map(({ type }) => type)).toEqual(['opened'])
        expect((await store.dueOutbox(at(2), 9)).map(({ key }) => key)).toEqual(['of-two'])
        expect((await store.verify()).ok).toBe(true)
      }))

    it('are all lost when one has moved on, and a neighbour of the same group is kept', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ task: task(2) }, at(1))
        const both = store.commit({ task: task(1), more: [{ task: task(2, { version: 7 }) }] }, at(2))
        const neighbour = store.commit({ task: task(3) }, at(2))
        await expect(both).rejects.toThrow(LostRace)
        await neighbour
        expect((await store.tasks({ limit: 9 })).map(({ seq }) => seq)).toEqual([3, 2])
      }))
  })
})
