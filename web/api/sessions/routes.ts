import { z } from 'zod'
import { ROLES } from '../../../domain/town.ts'
import type { Desk } from '../../desk.ts'
import { SECURITY } from '../../roles.ts'
import { sessions, type OpenSession } from '../../session.ts'
import { own, sessionShape, shownTo, watched } from '../../sessions/shown.ts'
import type { Viewer } from '../../viewer.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { noteAccess } from '../log.ts'
import { PageRefusal, route, type Route } from '../route.ts'

const list = z.object({ items: z.array(sessionShape) })
const ended = z.object({ ended: z.number() })
/** null = all */
const id = z.string().max(64).nullable()

const openNow = ({ ctx }: Desk, now: Date): Promise<readonly OpenSession[]> => sessions(ctx.store).all(now)

/** Who is signed in, and from where. Everybody ends his own; the security administrator those of everybody. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/me/sessions',
    summary: ROUTES.ownSessions,
    roles: ROLES,
    answer: list,
    handle: async ({ desk, viewer, sessionId, now }) => ({
      items: own(await openNow(desk, now), viewer).map(shownTo(viewer, sessionId)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/me/sessions/end',
    summary: ROUTES.endOwnSessions,
    roles: ROLES,
    body: z.strictObject({ id }),
    answer: ended,
    // it is written down with what was ended
    quiet: true,
    async handle({ desk, viewer, body, sessionId, now }) {
      const others = own(await openNow(desk, now), viewer).filter((each) => each.id !== sessionId)
      return end(desk, viewer, chosen(others, body.id), now)
    },
  }),
  route({
    method: 'GET',
    path: '/api/sessions',
    summary: ROUTES.sessions,
    roles: SECURITY,
    answer: list,
    handle: async ({ desk, viewer, sessionId, now }) => ({
      items: watched(await openNow(desk, now), viewer).map(shownTo(viewer, sessionId)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/sessions/end',
    summary: ROUTES.endSessions,
    roles: SECURITY,
    body: z.strictObject({ userid: z.string().max(64), id }),
    answer: ended,
    quiet: true,
    async handle({ desk, viewer, body, now }) {
      const his = watched(await openNow(desk, now), viewer).filter(({ userid }) => userid === body.userid)
      return end(desk, viewer, chosen(his, body.id), now)
    },
  }),
]

function chosen(all: readonly OpenSession[], one: string | null): readonly OpenSession[] {
  const found = all.filter((session) => one === null || session.id === one)
  if (found.length === 0) throw new PageRefusal(404, API.sessionOver)
  return found
}

/** Ends sessions of one person; whoever did it, and whose they were, stays in the log. */
async function end(desk: Desk, { userid: by }: Viewer, going: readonly OpenSession[], now: Date) {
  const kept = sessions(desk.ctx.store)
  const gone = await Promise.all(going.map((session) => kept.endOne(session.id)))
  const count = gone.filter(Boolean).length
  const second = going[0]?.userid ?? null
  if (count > 0) await noteAccess(desk, { kind: 'session-ended', by, second, reason: String(count) }, now)
  return { ended: count }
}
