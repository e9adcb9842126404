import { factsOf } from '../../domain/case/facts.ts'
import { findTown } from '../../domain/people/directory.ts'
import { poolOf } from '../../domain/review/pool.ts'
import { inQueue } from '../../domain/review/view.ts'
import type { Found } from '../../domain/work/mine.ts'
import type { Turn } from '../turn.ts'
import { openReviews } from './find.ts'

/** 我的任务 of a reviewer: what he has before him, of every township, in the order of his queue. */
export async function reviewsBefore({ ctx, world, speaker: { userid } }: Turn): Promise<readonly Found[]> {
  if (!poolOf(world).some((person) => person.userid === userid)) return []
  const own = inQueue(
    (await openReviews(ctx)).filter(({ owner }) => owner === userid),
    userid,
  )
  const found = await Promise.all(
    own.map(async ({ no, kind, dueAt, taskId }): Promise<readonly Found[]> => {
      const task = taskId === null ? null : await ctx.store.task(taskId)
      if (!task) return []
      const entry = { no, kind, dueAt: dueAt?.toISOString() ?? null }
      return [{ id: 'reviews', task, item: { facts: factsOf(task, findTown(world, task.town)), entry } }]
    }),
  )
  return found.flat()
}
