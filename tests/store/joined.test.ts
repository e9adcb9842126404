import { describe, expect, it } from 'vitest'
import type { Admission } from '../../domain/admission/admission.ts'
import type { Task } from '../../domain/task.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, chat, report, task } from './samples.ts'

const other = { userid: 'u-other', chat: { type: 'single', id: 'u-other' } } as const
const plain = (seq: number, more: Partial<Task> = {}) => task(seq, { mergedInto: null, ...more })

const admission = (seq: number, more: Partial<Admission> = {}): Admission => ({
  id: `a-${seq}`,
  no: `QS-ZR2026-000${seq}`,
  town: 'QS',
  department: '市文旅局',
  text: '报送问卷',
  status: 'held',
  by: 'u-zhouting',
  at: at(seq),
  approval: null,
  decidedBy: null,
  decidedAt: null,
  caseNo: null,
  ...more,
})

onBothDatabases((place) => {
  describe('reports of a case', () => {
    it('come and go: one by its id, or all of a person', () =>
      withStore(place, async ({ store }) => {
        const one = plain(1)
        const reports = [
          report(one),
          report(one, { id: 'b', ...other, at: at(8) }),
          report(one, { id: 'c', ...other, at: at(9) }),
        ]
        await store.commit({ task: one, reports }, at(0))
        const users = async () => (await store.task(one.id))?.reporters.map(({ userid }) => userid)
        expect((await store.reports(one.id)).map(({ id }) => id)).toEqual([report(one).id, 'b', 'c'])
        expect(await store.reports(one.id)).toMatchObject([{ chat }, other, other])

        const leave = async (id: string | null) => {
          const now = await store.task(one.id)
          const unreport = [{ taskId: one.id, userid: other.userid, id }]
          if (now) await store.commit({ task: now, unreport }, at(10))
        }
        await leave('b')
        expect(await users()).toEqual(['u-villager', 'u-other'])
        await leave('of nobody')
        expect(await users()).toEqual(['u-villager', 'u-other'])
        await leave(null)
        expect(await users()).toEqual(['u-villager'])
      }))
  })

  describe('cases near a place', () => {
    it('are the open ones of the village and of no known village, not old, not joined', () =>
      withStore(place, async ({ store }) => {
        const here = { code: 'V1', name: '王家村' }
        const tasks = [
          plain(1, { place: here }),
          plain(2, { place: null }),
          plain(3, { place: { code: 'V2', name: '李家沟' } }),
          plain(4, { place: here, stage: 'closed' }),
          plain(5, { place: here, mergedInto: 'QS261123-0001' }),
          plain(6, { place: here, town: 'HD' }),
          plain(7, { place: here, stage: 'triage' }),
          plain(8, { place: here, createdAt: at(-99) }),
        ]
        for (const each of tasks) await store.commit({ task: each, reports: [report(each)] }, at(0))
        const near = async (code: string | null, limit = 9) =>
          (await store.casesNear({ town: 'QS', place: code, item: null, lead: null, since: at(0), limit })).map(
            ({ id }) => Number(id.slice(5)),
          )
        const [known] = await store.casesNear({
          town: 'QS',
          place: 'V1',
          item: null,
          lead: null,
          since: at(7),
          limit: 1,
        })
        expect(known).toMatchObject({ text: '有人占道摆摊', place: here, createdAt: at(7), mergedInto: null })
        expect(await near('V1')).toEqual([7, 2, 1])
        expect(await near(null)).toEqual([7, 3, 2, 1])
        expect(await near('V1', 1)).toEqual([7])
      }))
  })

  describe('tasks that are not on the list', () => {
    it('are kept, newest first, and decided once', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ admissions: [admission(1), admission(2)] }, at(0))
        expect((await store.admissions('QS', 9)).map(({ no }) => no)).toEqual(['QS-ZR2026-0002', 'QS-ZR2026-0001'])
        expect(await store.admissions('HD', 9)).toEqual([])
        const approved = admission(1, { status: 'approved', approval: '12号', decidedBy: 'u', decidedAt: at(5) })
        await store.commit({ admissions: [approved] }, at(5))
        await store.commit({ admissions: [admission(1, { status: 'refused', decidedBy: 'x' })] }, at(6))
        expect(await store.admission('QS-ZR2026-0001')).toEqual(approved)
        expect(await store.admissionById('a-2')).toEqual(admission(2))
        expect(await store.admission('QS-ZR2026-0009')).toBeNull()
      }))
  })
})
