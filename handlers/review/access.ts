import type { Turn } from '../turn.ts'
import { poolOf } from '../../domain/review/pool.ts'
import { allReviews } from './find.ts'

/** The cases of any township that this speaker reviews or may take over: he reads their files, and no others. */
export async function reviewedBy({ ctx, world, speaker: { userid } }: Turn): Promise<ReadonlySet<string>> {
  if (!poolOf(world).some((person) => person.userid === userid)) return new Set()
  const his = (await allReviews(ctx)).filter(({ owner, state, data }) => {
    const isOpenToHim = state === 'open' && !data.aside.some((each) => each.userid === userid)
    return isOpenToHim || owner === userid || data.decidedBy === userid
  })
  return new Set(his.flatMap(({ taskId }) => taskId ?? []))
}
