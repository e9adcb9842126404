import type { NewAlias } from '../domain/decision.ts'
import type { Reading } from './database.ts'
import type { Store } from './store.ts'

export type LessonReads = Pick<Store, 'lessons' | 'aliases'>

/** What clerks taught. */
export function lessonReads({ models }: Reading): LessonReads {
  return {
    lessons: async (take) =>
      (await models.lesson.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take })).toReversed(),
    async aliases(statuses) {
      const rows = await models.alias.findMany({
        where: { status: { in: [...statuses] } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      })
      return rows.map((row) => ({ ...row, status: row.status as NewAlias['status'] }))
    },
  }
}
