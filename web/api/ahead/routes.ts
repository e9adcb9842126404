import { z } from 'zod'
import { DAY } from '../../../domain/calendar/zone.ts'
import { ahead, aheadShape } from '../../ahead/ahead.ts'
import { WATCH } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { caseOf } from '../cases/find.ts'
import { route, type Route } from '../route.ts'

/** The longest terms of the law are months; what is farther off nobody can foresee. */
const FARTHEST = 366 * DAY

/** What the timers of a case and its book would do, with a clock that is moved on a copy. */
export const aheadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/dry-run',
    summary: ROUTES.dryRun,
    roles: ['head', ...WATCH],
    query: z.strictObject({ no: z.string().trim().max(32), until: z.iso.datetime({ offset: true }) }),
    answer: aheadShape,
    async handle({ desk, viewer, query, now }) {
      const task = await caseOf({ desk, viewer, params: { no: query.no.toUpperCase() } })
      const until = Math.min(new Date(query.until).getTime(), now.getTime() + FARTHEST)
      return ahead(desk, task, new Date(until), now)
    },
  }),
]
