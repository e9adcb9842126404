import { describe, expect, it } from 'vitest'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Task } from '../../domain/task.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, notice, task } from './samples.ts'

const nos = (rows: readonly Readonly<{ seq: number }>[]): number[] => rows.map(({ seq }) => seq)
const open = { stage: 'dispatched', mergedInto: null } as const

onBothDatabases((place) => {
  describe('cases that are looked for', () => {
    const page = { town: 'QS', limit: 10, offset: 0 } as const

    it('by number, words, place, unit, stage and age; newest first, page by page', () =>
      withStore(place, async ({ store }) => {
        const cases = [
          task(1, { text: '路边有人卖100%纯牛奶', lead: 'shichang', assist: [] }),
          task(2, { text: '垃圾没人管', stage: 'closed', place: { code: 'QS01', name: '王家村' } }),
          task(3, { town: 'XX', caseNo: 'XX261123-0003' }),
          task(4, { lead: null, assist: [], understood: null, stage: 'triage' }),
        ]
        for (const each of cases) await store.commit({ task: each }, at(0))
        expect(nos(await store.search(page))).toEqual([4, 2, 1])
        expect(nos(await store.search({ ...page, limit: 1, offset: 1 }))).toEqual([2])
        expect(nos(await store.search({ ...page, words: '0%纯' }))).toEqual([1])
        expect(nos(await store.search({ ...page, words: '1_纯' }))).toEqual([])
        expect(nos(await store.search({ ...page, words: '王家村', place: 'QS01' }))).toEqual([2])
        expect(nos(await store.search({ ...page, seq: 4 }))).toEqual([4])
        expect(nos(await store.search({ ...page, day: '261123', seq: 3 }))).toEqual([])
        expect(nos(await store.search({ ...page, lead: 'shichang' }))).toEqual([1])
        expect(nos(await store.search({ ...page, stages: ['closed', 'triage'] }))).toEqual([4, 2])
        expect(nos(await store.search({ ...page, since: at(2), before: at(4) }))).toEqual([2])
        expect(nos(await store.search({ ...page, words: `'; DROP TABLE task; --` }))).toEqual([])
      }))

    it('of a unit are what it leads, helps with, or guides, and nothing else', () =>
      withStore(place, async ({ store }) => {
        const none = { lead: 'ziran', assist: [], understood: null }
        const guided = { by: 'rules', confidence: 1, words: [], raised: [], guide: 'shichang' } as const
        const cases = [
          task(1, { ...none, lead: 'shichang' }),
          task(2, { ...none, assist: ['huanbao', 'shichang'] }),
          task(3, { ...none, understood: guided }),
          task(4, { ...none, assist: ['shichang-2'] }),
        ]
        for (const each of cases) await store.commit({ task: each }, at(0))
        expect(nos(await store.search({ ...page, station: 'shichang' }))).toEqual([3, 2, 1])
      }))
  })

  describe('the messages of cases', () => {
    it('are found by their case, with what became of them; what was given up or waits is found by itself', () =>
      withStore(place, async ({ store, due }) => {
        const of = (key: string) => notice(key, { taskId: 'task-1' })
        await store.commit({ notices: [of('a'), of('b'), of('c'), notice('other', { taskId: null })] }, at(0))
        const [a = '', b = '', c = ''] = due.map(({ id }) => id)
        const settled = { attempt: true, at: at(9) }
        await store.settle([
          { id: a, status: 'sent', reason: null, ...settled },
          { id: b, status: 'parked', reason: 'never-wrote: no', ...settled },
          { id: c, status: 'waiting', reason: 'window', ...settled },
        ])
        const found = await store.messagesOf('task-1', 9)
        expect(found.map(({ key, status, reason }) => [key, status, reason])).toEqual([
          ['a', 'sent', null],
          ['b', 'parked', 'never-wrote: no'],
          ['c', 'waiting', 'window'],
        ])
        expect((await store.messagesOf('task-1', 1)).map(({ key }) => key)).toEqual(['c'])
        expect((await store.undelivered(at(0), 9)).map(({ key }) => key)).toEqual(['c', 'b'])
        expect(await store.undelivered(at(1), 9)).toEqual([])
      }))

    it('say what last happened of a kind to each of several cases', () =>
      withStore(place, async ({ store }) => {
        const said = ({ id: taskId, caseNo }: Task, type: string, note: string) => ({
          ...{ taskId, caseNo, type },
          by: 'u-1',
          at: at(1),
          data: { note },
        })
        const [one, two] = [task(1), task(2)]
        const events = [said(one, 'returned', 'first'), said(one, 'returned', 'last'), said(one, 'told', 'else')]
        await store.commit({ task: one, events }, at(1))
        await store.commit({ task: two, events: [said(two, 'told', 'else')] }, at(1))
        const found = await store.lastOf(['task-1', 'task-2', 'never'], ['returned', 'triaged'])
        expect([...found].map(([id, { data }]) => [id, data['note']])).toEqual([['task-1', 'last']])
        expect(found.get('task-1')).toEqual((await store.timeline('task-1'))[1])
      }))

    it('tell which open cases may be the same', () =>
      withStore(place, async ({ store }) => {
        const known = [{ caseNo: 'QS261123-0001', item: null, place: null, at: '', count: 1 }]
        const body = { kind: 'maybe-same', facts: {}, known } as unknown as NoticeBody
        const said = (seq: number) => notice(`QS261123-000${seq}|v1|maybe-same|0|g`, { taskId: `task-${seq}`, body })
        await store.commit({ task: task(2, open), notices: [said(2)] }, at(0))
        await store.commit({ task: task(3, { ...open, stage: 'closed' }), notices: [said(3)] }, at(0))
        expect(await store.suspects(['QS'], at(0))).toEqual([{ taskId: 'task-2', known: ['QS261123-0001'] }])
        expect(await store.suspects(['XX'], at(0))).toEqual([])
        expect(await store.suspects(['QS'], at(3))).toEqual([])
      }))
  })
})
