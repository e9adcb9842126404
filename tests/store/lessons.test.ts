import { describe, expect, it } from 'vitest'
import type { NewLesson } from '../../domain/decision.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at } from './samples.ts'

const lesson = (id: string, minutes: number, more: Partial<NewLesson> = {}): NewLesson => ({
  ...{ id, taskId: `task-${id}`, town: 'QS', text: '渠里漂一层东西', item: null, lead: 'huanbao', by: 'u-clerk' },
  ...{ at: at(minutes), otherId: null, other: null, same: null, takenBy: null, takenAt: null },
  ...more,
})

onBothDatabases((place) => {
  describe('what clerks taught', () => {
    const pair = { lead: '', otherId: 'task-x', other: '另一件', same: false }

    it('is read back as it was kept, newest first, of the townships that were asked for', () =>
      withStore(place, async ({ store }) => {
        const lessons = [lesson('a', 1), lesson('b', 2, pair), lesson('c', 3, { town: 'LS' })]
        await store.commit({ lessons }, at(4))
        expect(await store.lessonsIn(['QS'], 9)).toEqual([lessons[1], lessons[0]])
        expect((await store.lessons(9)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      }))

    it('is not learnt from once it was taken back, also by two at once; what was said stays', () =>
      withStore(place, async ({ store }) => {
        await store.commit({ lessons: [lesson('a', 1)] }, at(1))
        const taken = lesson('a', 1, { takenBy: 'u-other', takenAt: at(2), text: 'something else' })
        await Promise.all([store.commit({ lessons: [taken] }, at(2)), store.commit({ lessons: [taken] }, at(2))])
        expect(await store.lessons(9)).toEqual([])
        expect(await store.lessonsIn(['QS'], 9)).toEqual([{ ...taken, text: '渠里漂一层东西' }])
      }))
  })
})
