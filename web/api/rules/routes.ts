import { basename } from 'node:path'
import { z } from 'zod'
import { dayOf } from '../../../domain/calendar/zone.ts'
import { WATCH } from '../../roles.ts'
import { rulesShape, rulesShown } from '../../rules/shown.ts'
import { placeFor } from '../../town.ts'
import { ROUTES } from '../../wording/api.ts'
import { LISTS } from '../../wording/lists.ts'
import { RULES_SAID } from '../../wording/rules.ts'
import { PageRefusal, route, type Route } from '../route.ts'

const roles = ['head', ...WATCH, 'admin'] as const
const town = z.string().max(8).optional()

/** The terms and limits that are in force, and what doctor says of the township folder. */
export const ruleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/rules',
    summary: ROUTES.rules,
    roles,
    query: z.strictObject({ town }),
    answer: rulesShape,
    handle: async ({ viewer, query, now }) => rulesShown(placeFor(viewer, query.town).town.policy, now),
  }),
  route({
    method: 'GET',
    path: '/api/lint',
    summary: ROUTES.lint,
    roles,
    query: z.strictObject({ town }),
    answer: z.object({
      findings: z.array(
        z.object({
          grave: z.boolean(),
          sort: z.string(),
          file: z.string(),
          line: z.number().nullable(),
          field: z.string(),
          problem: z.string(),
          mend: z.string(),
        }),
      ),
    }),
    async handle({ desk, viewer, query, now }) {
      const found = await desk.lists.lint(placeFor(viewer, query.town).town.code, dayOf(now))
      if (!found) throw new PageRefusal(409, LISTS.unread)
      const graves = found.faults.map((fault) => ({ ...fault, grave: true, sort: RULES_SAID.fault }))
      const others = found.warnings.map((fault) => ({ ...fault, grave: false, sort: RULES_SAID.warning }))
      return { findings: [...graves, ...others].map((each) => ({ ...each, file: basename(each.file) })) }
    },
  }),
]
