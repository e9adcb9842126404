import type { NewAlias } from '../domain/decision.ts'
import type { Reading } from './database.ts'
import type { Store } from './store.ts'

export type LessonReads = Pick<Store, 'lessons' | 'lessonsIn' | 'aliases'>

const NEWEST = [{ at: 'desc' as const }, { id: 'desc' as const }]

/** What clerks taught. */
export function lessonReads({ models }: Reading): LessonReads {
  return {
    lessons: async (take) =>
      (await models.lesson.findMany({ where: { takenAt: null }, orderBy: NEWEST, take })).toReversed(),
    lessonsIn: (towns, take) => models.lesson.findMany({ where: { town: { in: [...towns] } }, orderBy: NEWEST, take }),
    async aliases(statuses) {
      const rows = await models.alias.findMany({
        where: { status: { in: [...statuses] } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      })
      return rows.map((row) => ({ ...row, status: row.status as NewAlias['status'] }))
    },
  }
}
