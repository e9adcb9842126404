import { z } from 'zod'
import { ROLES } from '../../../domain/town.ts'
import { ROUTES, SIGN_IN } from '../../wording/api.ts'
import { viewerOf } from '../../viewer.ts'
import { noteAccess } from '../log.ts'
import { PageRefusal, publicRoute, type Route } from '../route.ts'
import { code } from './code.ts'
import { useFirstLink } from './first.ts'
import { limits } from './limits.ts'

const place = z.object({
  code: z.string(),
  name: z.string(),
  all: z.boolean(),
  station: z.string().nullable(),
  stationName: z.string().nullable(),
})
const me = z.object({
  userid: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  places: z.array(place),
  demo: z.boolean(),
})
const done = z.object({ said: z.string() })
const who = z.string().trim().min(1).max(64)

/** Signing in and out. What is wrong is never said more exactly than it must be: nobody learns here who works for us. */
export function signInRoutes(): readonly Route[] {
  const limit = limits()
  return [
    publicRoute({
      method: 'GET',
      path: '/api/sign-in/ways',
      summary: ROUTES.ways,
      answer: z.object({ wecom: z.boolean(), demo: z.boolean() }),
      handle: async ({ desk }) => ({ wecom: desk.byWecom, demo: desk.demo }),
    }),
    publicRoute({
      method: 'GET',
      path: '/api/me',
      summary: ROUTES.me,
      answer: z.object({ me: me.nullable(), now: z.string() }),
      handle: async ({ desk, session, now }) => {
        const viewer = session && viewerOf(desk.ctx, session.userid)
        return {
          me: viewer && { ...viewer, demo: desk.demo, places: viewer.places.map(shown) },
          now: now.toISOString(),
        }
      },
    }),
    publicRoute({
      method: 'POST',
      path: '/api/sign-in/code',
      summary: ROUTES.code,
      body: z.strictObject({ who }),
      answer: done,
      handle: async ({ desk, body, now, ip }) => {
        await limit.asked(ip, code(desk).personOf(body.who))
        await code(desk).send(body.who, now)
        return { said: SIGN_IN.codeSent }
      },
    }),
    publicRoute({
      method: 'POST',
      path: '/api/sign-in',
      summary: ROUTES.signIn,
      body: z.strictObject({ who, code: z.string().trim().max(12) }),
      answer: z.object({ ok: z.literal(true) }),
      handle: async ({ desk, body, now, ip, open }) => {
        await limit.tried(ip, code(desk).personOf(body.who))
        const userid = await code(desk).use(body.who, body.code, now)
        if (userid === null) {
          await noteAccess(desk, { kind: 'sign-in-refused', by: 'unknown', reason: `code from ${ip}` }, now)
          throw new PageRefusal(403, SIGN_IN.wrongCode)
        }
        await open(userid, 'code')
        return { ok: true }
      },
    }),
    publicRoute({
      method: 'POST',
      path: '/api/sign-in/link',
      summary: ROUTES.link,
      body: z.strictObject({ key: z.string().min(20).max(128) }),
      answer: z.object({ ok: z.literal(true) }),
      handle: async ({ desk, body, now, ip, open }) => {
        await limit.tried(ip, 'link')
        const userid = await useFirstLink(desk, body.key, now)
        if (userid === null) {
          await noteAccess(desk, { kind: 'sign-in-refused', by: 'unknown', reason: `link from ${ip}` }, now)
          throw new PageRefusal(403, SIGN_IN.badLink)
        }
        await open(userid, 'first link')
        return { ok: true }
      },
    }),
    publicRoute({
      method: 'POST',
      path: '/api/sign-out',
      summary: ROUTES.signOut,
      answer: z.object({ ok: z.literal(true) }),
      handle: async ({ desk, session, now, end }) => {
        await end()
        if (session) await noteAccess(desk, { kind: 'sign-out', by: session.userid, reason: session.how }, now)
        return { ok: true }
      },
    }),
  ]
}

const shown = ({ town, all, station }: NonNullable<ReturnType<typeof viewerOf>>['places'][number]) => ({
  code: town.code,
  name: town.name,
  all,
  station,
  stationName: town.stations.find(({ id }) => id === station)?.name ?? null,
})
