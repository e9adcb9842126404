import { STAGES, type Task } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { TaskWhereInput } from './generated/sqlite/models.ts'
import type { OwnCases } from './read-own.ts'
import type { CaseQuery, Store } from './store.ts'

type Found = Readonly<{ id: string; createdAt: Date; seq: number }>

/** Where more than the stage is asked for, a person's newest cases are looked through. */
const OWN_CASES = 1000

/** The newest cases that match. Ids are searched first, whole rows read at last. */
export async function newestTasks(
  reading: Reading,
  { task, own }: Readonly<{ task: Store['task']; own: OwnCases }>,
  query: CaseQuery,
): Promise<Task[]> {
  const ids =
    query.reporter === undefined ? await searched(reading, query) : await reportedBy(own, query, query.reporter)
  const rows = await Promise.all(ids.map(task))
  return rows.flatMap((row) => (row !== null && matches(row, query) ? [row] : [])).slice(0, query.limit)
}

function matches(row: Task, { town, lead, holder, stages, createdFrom, tentative }: CaseQuery): boolean {
  const same = (wanted: string | undefined, is: string | null) => wanted === undefined || wanted === is
  const recent = createdFrom === undefined || row.createdAt >= createdFrom
  return (
    same(town, row.town) &&
    same(lead, row.lead) &&
    same(holder, row.holder) &&
    recent &&
    (tentative === undefined || tentative === row.tentative) &&
    (stages?.includes(row.stage) ?? true)
  )
}

function reportedBy(own: OwnCases, query: CaseQuery, userid: string): Promise<readonly string[]> {
  const { town, lead, holder, createdFrom } = query
  const stages = STAGES.filter((stage) => query.stages?.includes(stage) ?? true)
  return own(userid, stages, (town ?? lead ?? holder ?? createdFrom) === undefined ? query.limit : OWN_CASES)
}

/**
 * Of a township or a unit they are looked for stage by stage: each is a short walk along one index,
 * where all stages at once would sort every case the unit ever had.
 */
async function searched({ models }: Reading, query: CaseQuery): Promise<string[]> {
  const newest = (where: TaskWhereInput): Promise<Found[]> =>
    models.task.findMany({
      where,
      select: { id: true, createdAt: true, seq: true },
      orderBy: [{ createdAt: 'desc' }, { seq: 'desc' }],
      take: query.limit,
    })
  const found = await Promise.all(searches(query).map(newest))
  return found
    .flat()
    .toSorted(newestFirst)
    .slice(0, query.limit)
    .map(({ id }) => id)
}

function searches({ town, lead, holder, stages, createdFrom, tentative }: CaseQuery): TaskWhereInput[] {
  const common: TaskWhereInput = {
    ...(town !== undefined && { town }),
    ...(lead !== undefined && { lead }),
    ...(holder !== undefined && { holder }),
    ...(tentative !== undefined && { tentative }),
    ...(createdFrom && { createdAt: { gte: createdFrom } }),
  }
  const byStage = holder === undefined && (town !== undefined || lead !== undefined)
  if (byStage) return [...new Set(stages ?? STAGES)].map((stage) => ({ ...common, stage }))
  return [{ ...common, ...(stages && { stage: { in: [...stages] } }) }]
}

function newestFirst(one: Found, other: Found): number {
  return other.createdAt.getTime() - one.createdAt.getTime() || other.seq - one.seq
}
