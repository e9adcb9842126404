import { z } from 'zod'
import { DAY } from '../../../domain/calendar/zone.ts'
import { asksFor, askShape } from '../../triage/ask.ts'
import { keyOf, pairsFor, pairShape } from '../../triage/pairs.ts'
import { undeliveredShape, undeliveredTo } from '../../triage/undelivered.ts'
import { COMMAND, WATCH } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { caseOf } from '../cases/find.ts'
import { route, type Route } from '../route.ts'

const unit = z.object({ id: z.string(), name: z.string(), town: z.string() })
/** what was taken for the same is not asked about any more after that anyhow */
const APART_DAYS = 30

/** The triage desk: what waits for a decision, and what reached nobody. */
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
      const [waiting, returned, undelivered, pairs] = await Promise.all([
        asksFor(desk, viewer, 'triage', now),
        asksFor(desk, viewer, 'disputed', now),
        undeliveredTo(desk, viewer, now),
        pairsFor(desk, viewer, now),
      ])
      const units = viewer.places
        .filter(({ all }) => all)
        .flatMap(({ town }) => town.stations.map(({ id, name }) => ({ id, name, town: town.code })))
      return { waiting, returned, undelivered, pairs, units, now: now.toISOString() }
    },
  }),
  route({
    method: 'POST',
    path: '/api/triage/:no/apart',
    summary: ROUTES.apart,
    roles: COMMAND,
    body: z.strictObject({ other: z.string().max(32) }),
    answer: z.object({ ok: z.literal(true) }),
    async handle(ask) {
      const { desk, viewer, body, now } = ask
      const [one, other] = [await caseOf(ask), await caseOf({ desk, viewer, params: { no: body.other } })]
      const until = new Date(now.getTime() + APART_DAYS * DAY)
      await desk.ctx.store.putNote({ key: keyOf(one, other), value: viewer.userid, until })
      return { ok: true }
    },
  }),
]
