import type { Task } from '../../../domain/task.ts'
import { sees } from '../../viewer.ts'
import { API } from '../../wording/api.ts'
import { PageRefusal, type Ask } from '../route.ts'

/** The case an address names, where the viewer may see it: one that he may not see is as one that is not there. */
export async function caseOf({
  desk,
  viewer,
  params,
}: Pick<Ask<unknown, unknown>, 'desk' | 'viewer' | 'params'>): Promise<Task> {
  const task = await desk.ctx.store.taskByCaseNo(params['no'] ?? '')
  if (!task || !sees(viewer, task)) throw new PageRefusal(404, API.notFound)
  return task
}
