import { z } from 'zod'
import type { Task } from '../../../domain/task.ts'
import { CASES } from '../../roles.ts'
import { sees } from '../../viewer.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { PageRefusal, route, type Ask, type Route } from '../route.ts'
import { ACT_NAMES, ACTS, orderOf } from './acts.ts'

const unit = z.string().trim().min(1).max(64)
const input = z.strictObject({
  act: z.enum(ACT_NAMES),
  unit: unit.optional(),
  units: z.array(unit).max(10).optional(),
  other: z.string().trim().max(32).optional(),
  words: z.string().max(2000).optional(),
})

/** What is done to a case from the pages. */
export const caseRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/cases/:no/acts',
    summary: ROUTES.act,
    roles: CASES,
    body: input,
    answer: z.object({ ok: z.boolean(), said: z.array(z.string()) }),
    async handle(ask) {
      const task = await caseOf(ask)
      const allowed: readonly string[] = ACTS[ask.body.act].roles
      if (!ask.viewer.roles.some((role) => allowed.includes(role))) throw new PageRefusal(403, API.notAllowed)
      return ask.act(orderOf(task.caseNo, ask.body))
    },
  }),
]

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
