import { z } from 'zod'
import type { Task } from '../../../domain/task.ts'
import { CASES } from '../../roles.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { casePage, casePageShape } from '../../cases/page.ts'
import { PageRefusal, route, type Ask, type Route } from '../route.ts'
import { ACT_NAMES, ACTS, orderOf } from './acts.ts'
import { fileRoute } from './files.ts'
import { caseOf } from './find.ts'
import { searchRoute } from './search.ts'

/** lessons that may have been written in between */
const NEWEST = 20

const unit = z.string().trim().min(1).max(64)
const input = z.strictObject({
  act: z.enum(ACT_NAMES),
  unit: unit.optional(),
  units: z.array(unit).max(10).optional(),
  other: z.string().trim().max(32).optional(),
  words: z.string().max(2000).optional(),
})

/** Cases: looked for, looked at, and what is done to them. */
export const caseRoutes: readonly Route[] = [
  searchRoute,
  route({
    method: 'GET',
    path: '/api/cases/:no',
    summary: ROUTES.casePage,
    roles: CASES,
    answer: casePageShape,
    handle: async (ask) => casePage(ask.desk, ask.viewer, await caseOf(ask), ask.now),
  }),
  fileRoute,
  route({
    method: 'POST',
    path: '/api/cases/:no/acts',
    summary: ROUTES.act,
    roles: CASES,
    body: input,
    answer: z.object({ ok: z.boolean(), said: z.array(z.string()), learnt: z.boolean() }),
    async handle(ask) {
      const task = await caseOf(ask)
      const allowed: readonly string[] = ACTS[ask.body.act].roles
      if (!ask.viewer.roles.some((role) => allowed.includes(role))) throw new PageRefusal(403, API.notAllowed)
      const came = await ask.act(orderOf(task.caseNo, ask.body))
      return { ...came, learnt: came.ok && (await taught(ask, task)) }
    },
  }),
]

/** Was something learnt now? A place that was put right teaches once an admin has agreed to the name. */
async function taught({ desk, viewer, now }: Ask<unknown, unknown>, { id }: Task): Promise<boolean> {
  const newest = await desk.ctx.store.lessons(NEWEST)
  return newest.some(({ taskId, by, at }) => taskId === id && by === viewer.userid && at >= now)
}
