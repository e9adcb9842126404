import { STAGES } from '../domain/task.ts'
import type { PrismaClient } from './generated/sqlite/client.ts'
import type { TaskWhereInput } from './generated/sqlite/models.ts'
import type { CaseQuery } from './store.ts'

type Found = Readonly<{ id: string; createdAt: Date; seq: number }>

/**
 * Ids of the newest cases that match. Of a township or a unit they are looked for stage by stage: each is a short walk
 * along one index, where all stages at once would sort every case the unit ever had.
 */
export async function newestTaskIds(models: PrismaClient, query: CaseQuery): Promise<string[]> {
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

function searches({ town, lead, holder, reporter, stages, createdFrom }: CaseQuery): TaskWhereInput[] {
  const common: TaskWhereInput = {
    ...(town !== undefined && { town }),
    ...(lead !== undefined && { lead }),
    ...(holder !== undefined && { holder }),
    ...(reporter !== undefined && { reports: { some: { userid: reporter } } }),
    ...(createdFrom && { createdAt: { gte: createdFrom } }),
  }
  const byStage = holder === undefined && reporter === undefined && (town !== undefined || lead !== undefined)
  if (byStage) return [...new Set(stages ?? STAGES)].map((stage) => ({ ...common, stage }))
  return [{ ...common, ...(stages && { stage: { in: [...stages] } }) }]
}

function newestFirst(one: Found, other: Found): number {
  return other.createdAt.getTime() - one.createdAt.getTime() || other.seq - one.seq
}
