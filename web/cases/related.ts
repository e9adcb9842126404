import type { Store, TimelineEntry } from '../../context.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import type { Task } from '../../domain/task.ts'
import { sees, type Viewer } from '../viewer.ts'
import { RELATED } from '../wording/case.ts'

export type Related = Readonly<{ task: Task; why: string }>

const NEAR_DAYS = 90
const MOST = 20

/** Other cases that belong to this one, each once, and only those he may see. */
export async function relatedTo(
  store: Pick<Store, 'taskByCaseNo' | 'search'>,
  task: Task,
  events: readonly TimelineEntry[],
  viewer: Viewer,
): Promise<readonly Related[]> {
  const named = async (numbers: readonly string[], why: string): Promise<Related[]> =>
    (await Promise.all(numbers.map((no) => store.taskByCaseNo(no)))).flatMap((found) =>
      found ? [{ task: found, why }] : [],
    )
  const found = [
    await named(task.mergedInto === null ? [] : [task.mergedInto], RELATED.into),
    (await named(mergedIn(events), RELATED.merged)).filter((each) => each.task.mergedInto === task.caseNo),
    await named(task.linked, RELATED.linked),
    await near(store, task),
  ].flat()
  const first = new Map<string, Related>()
  for (const each of found) if (!first.has(each.task.id)) first.set(each.task.id, each)
  return [...first.values()].filter((each) => each.task.id !== task.id && sees(viewer, each.task)).slice(0, MOST)
}

const mergedIn = (events: readonly TimelineEntry[]): readonly string[] =>
  events.flatMap(({ type, data }) => (type === 'merged' && typeof data['case'] === 'string' ? data['case'] : []))

/** What was wrong at the same place before. */
async function near({ search }: Pick<Store, 'search'>, task: Task): Promise<readonly Related[]> {
  const { town, place, item, createdAt } = task
  if (item === null || !place?.code) return []
  const since = new Date(createdAt.getTime() - NEAR_DAYS * DAY)
  const found = await search({ town, place: place.code, item, since, limit: MOST, offset: 0 })
  return found.map((each) => ({ task: each, why: RELATED.near }))
}
