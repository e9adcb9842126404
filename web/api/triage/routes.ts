import { z } from 'zod'
import { asksFor, askShape } from '../../triage/ask.ts'
import { learntBy } from '../../triage/before.ts'
import { pairsFor, pairShape } from '../../triage/pairs.ts'
import { lessonsFor, lessonShape, namesFor, nameShape } from '../../triage/lessons.ts'
import { undeliveredShape, undeliveredTo } from '../../triage/undelivered.ts'
import { WATCH } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { route, type Route } from '../route.ts'

const unit = z.object({ id: z.string(), name: z.string(), town: z.string() })

/** The triage desk: what waits for a decision, what reached nobody, and what was learnt of what was decided. */
export const triageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/triage',
    summary: ROUTES.triage,
    roles: WATCH,
    answer: z.object({
      waiting: z.array(askShape),
      returned: z.array(askShape),
      undelivered: z.array(undeliveredShape),
      pairs: z.array(pairShape),
      units: z.array(unit),
      now: z.string(),
    }),
    async handle({ desk, viewer, now }) {
      const learnt = await learntBy(desk, viewer)
      const [waiting, returned, undelivered, pairs] = await Promise.all([
        asksFor(desk, viewer, 'triage', learnt, now),
        asksFor(desk, viewer, 'disputed', learnt, now),
        undeliveredTo(desk, viewer, now),
        pairsFor(desk, viewer, learnt, now),
      ])
      const units = viewer.places
        .filter(({ all }) => all)
        .flatMap(({ town }) => town.stations.map(({ id, name }) => ({ id, name, town: town.code })))
      return { waiting, returned, undelivered, pairs, units, now: now.toISOString() }
    },
  }),
  route({
    method: 'GET',
    path: '/api/lessons',
    summary: ROUTES.lessons,
    roles: WATCH,
    answer: z.object({ lessons: z.array(lessonShape), names: z.array(nameShape) }),
    async handle({ desk, viewer }) {
      const [lessons, names] = await Promise.all([lessonsFor(desk, viewer), namesFor(desk, viewer)])
      return { lessons, names }
    },
  }),
]
