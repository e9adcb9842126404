import { z } from 'zod'
import { findTown } from '../../../domain/people/directory.ts'
import { boardRow } from '../../board/row.ts'
import type { Hub } from '../../live/hub.ts'
import { openStream } from '../../live/stream.ts'
import { CASES } from '../../roles.ts'
import { sees } from '../../viewer.ts'
import { ROUTES } from '../../wording/api.ts'
import { Live, route, type Route } from '../route.ts'

/** What changes while somebody looks: each case as its row on the board; one that is not his any more only by its number. */
export function liveRoutes(hub: Hub): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/live',
      summary: ROUTES.live,
      roles: CASES,
      // a page that opens the stream anew cannot send the header
      query: z.strictObject({ after: z.string().optional() }),
      answer: null,
      async handle({ desk, viewer, query, lastEventId, isHere }) {
        const from = lastEventId || (query.after ?? '')
        const last = /^\d{1,15}$/.test(from) ? Number(from) : null
        const stream = await openStream(hub, last, isHere, ({ task, units }) => {
          const place = viewer.places.find(({ town }) => town.code === task.town)
          if (!place) return null
          if (!sees(viewer, task))
            return place.all || units.includes(place.station ?? '') ? { no: task.caseNo, gone: true } : null
          return { no: task.caseNo, row: boardRow(task, findTown(desk.ctx, task.town)) }
        })
        return new Live(stream)
      },
    }),
  ]
}
