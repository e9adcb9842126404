import { describe, expect, it } from 'vitest'
import type { Task } from '../../domain/task.ts'
import type { BoardQuery, Store } from '../../store/store.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, report, task } from './samples.ts'

const whole: BoardQuery = {
  places: [{ town: 'QS', station: null }],
  now: at(1000),
  doneSince: at(0),
  without: [],
}

const none = { assist: [], understood: null, mergedInto: null } as const
const cases: readonly Task[] = [
  task(1, { ...none, due: { sign: at(900) } }),
  task(2, { ...none, due: { sign: at(500) } }),
  task(3, { ...none, due: { sign: at(1200) }, level: 'emergency' }),
  task(4, { ...none, due: {}, ruleBy: at(1200), stage: 'triage', lead: null }),
  task(5, { ...none, due: { finish: at(1300) }, stage: 'signed', lead: 'shichang', assist: ['chengguan'] }),
  task(6, { ...none, stage: 'arrived', due: { finish: at(999) }, place: { code: 'QS01', name: '王家村' } }),
  task(7, { ...none, stage: 'finished', due: {}, finishedAt: at(700), place: { code: 'QS01', name: '王家村' } }),
  task(8, { ...none, stage: 'closed', due: {}, finishedAt: at(800) }),
  task(9, { ...none, stage: 'closed', due: {}, finishedAt: at(-9000) }),
  task(10, { ...none, stage: 'withdrawn', due: {} }),
  task(11, { ...none, town: 'BS', caseNo: 'BS261123-0011' }),
  task(12, {
    ...none,
    stage: 'disputed',
    ruleBy: at(900),
    lead: 'huanbao',
    item: 'D-002',
    understood: { by: 'rules', confidence: 1, words: [], raised: [], guide: 'chengguan', supervised: true },
  }),
]

async function filled(store: Store): Promise<void> {
  for (const each of cases) {
    const chat = each.seq === 2 ? ({ type: 'single', id: 'x', via: 'kf' } as const) : undefined
    await store.commit({ task: each, reports: [report(each, chat ? { chat } : {})] }, at(0))
  }
}

const ids = (store: Store, change: Partial<BoardQuery> = {}, part = {}) =>
  store.boardIds({ ...whole, ...change }, { skip: 0, take: 50, ...part })
const numbers = async (found: Promise<readonly string[]>) => (await found).map((id) => Number(id.slice('task-'.length)))

onBothDatabases((place) => {
  describe('the board', () => {
    it('counts what stands in each column, and what is late', () =>
      withStore(place, async ({ store }) => {
        await filled(store)
        const counts = new Map((await store.boardCounts(whole)).map(({ column, ...rest }) => [column, rest]))
        expect(counts.get('dispatched')).toEqual({ total: 3, overdue: 2, emergency: 1, doubtful: 0 })
        expect(counts.get('done')).toMatchObject({ total: 2, overdue: 0, emergency: 0 })
        expect(counts.get('arrived')).toMatchObject({ total: 1, overdue: 1 })
        expect(counts.get('disputed')).toMatchObject({ total: 1, doubtful: 1, overdue: 1 })
        expect(counts.get('triage')).toMatchObject({ total: 1, overdue: 0 })
        expect(await store.boardCounts({ ...whole, places: [] })).toEqual([])
      }))

    it('has the most urgent first: emergencies, then what is over the longest; what was done by when', () =>
      withStore(place, async ({ store }) => {
        await filled(store)
        expect(await numbers(ids(store, {}, { column: 'dispatched' }))).toEqual([3, 2, 1])
        expect(await numbers(ids(store, {}, { column: 'dispatched', skip: 1, take: 1 }))).toEqual([2])
        expect(await numbers(ids(store, {}, { column: 'done' }))).toEqual([8, 7])
        expect((await numbers(ids(store))).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12])
        expect((await numbers(ids(store, {}, { take: 1 }))).toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 8, 12])
      }))

    it('shows a unit what it leads, helps with and guides, and nobody another township', () =>
      withStore(place, async ({ store }) => {
        await filled(store)
        const unit = { places: [{ town: 'QS', station: 'chengguan' }] }
        expect((await numbers(ids(store, unit))).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 7, 8, 12])
        expect(await numbers(ids(store, { places: [{ town: 'QS', station: 'nobody' }] }))).toEqual([])
        expect(await numbers(ids(store, { places: [{ town: 'BS', station: null }] }))).toEqual([11])
      }))

    it('is asked for a unit, a village, an item, a level and a way it came', () =>
      withStore(place, async ({ store }) => {
        await filled(store)
        expect(await numbers(ids(store, { lead: 'shichang' }))).toEqual([5])
        expect((await numbers(ids(store, { village: 'QS01' }))).toSorted((a, b) => a - b)).toEqual([6, 7])
        expect(await numbers(ids(store, { item: 'D-002' }))).toEqual([12])
        expect(await numbers(ids(store, { level: 'emergency' }))).toEqual([3])
        expect(await numbers(ids(store, { source: 'kf' }))).toEqual([2])
        expect(await numbers(ids(store, { source: 'single', level: 'emergency' }))).toEqual([3])
        expect(await numbers(ids(store, { without: ['task-5'], lead: 'shichang' }))).toEqual([])
      }))

    it('knows which may be kept from somebody, and how it stands in each village', () =>
      withStore(place, async ({ store }) => {
        await filled(store)
        expect(await numbers(store.boardDoubtful(whole, at(0)))).toEqual([12])
        expect(await numbers(store.boardDoubtful(whole, null))).toEqual([12])
        const villages = await store.villageCounts(whole, at(3))
        expect(villages.find(({ village }) => village === 'QS01')).toEqual({
          town: 'QS',
          village: 'QS01',
          open: 1,
          overdue: 1,
          emergency: 0,
          lately: 2,
        })
        expect(villages.find(({ village }) => village === null)).toMatchObject({ open: 6, overdue: 3, emergency: 1 })
      }))
  })
})
