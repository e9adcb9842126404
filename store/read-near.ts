import { OPEN_STAGES, type Task } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { NearQuery, Store } from './store.ts'

/**
 * Open cases a new report may be about, newest first. Walks the index of the township's stages by age, so that it costs
 * what lies open and not what ever was.
 */
export async function tasksNear({ models }: Reading, task: Store['task'], query: NearQuery): Promise<Task[]> {
  const { town, place, since, limit } = query
  const somewhere = place === null ? {} : { OR: [{ placeCode: place }, { placeCode: null }] }
  const found = await Promise.all(
    OPEN_STAGES.map((stage) =>
      models.task.findMany({
        where: { town, stage, createdAt: { gte: since }, mergedInto: null, ...somewhere },
        select: { id: true, createdAt: true },
        orderBy: { createdAt: 'desc' },
        take: limit,
      }),
    ),
  )
  const newest = found.flat().toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  const rows = await Promise.all(newest.slice(0, limit).map(({ id }) => task(id)))
  return rows.flatMap((row) => row ?? [])
}
