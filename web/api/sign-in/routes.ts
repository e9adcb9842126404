import { z } from 'zod'
import { ROLES } from '../../../domain/town.ts'
import { ROUTES, SIGN_IN } from '../../wording/api.ts'
import { viewerOf } from '../../viewer.ts'
import { noteAccess } from '../log.ts'
import { PageRefusal, publicRoute, type Route } from '../route.ts'
import { reachesStaff } from '../../reach.ts'
import { code, typed } from './code.ts'
import { useLink } from './first.ts'
import type { Limiters } from '../../limiter.ts'
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
export function signInRoutes(limiters: Limiters): readonly Route[] {
  const limit = limits(limiters)
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
        if (!reachesStaff(desk)) throw new PageRefusal(503, SIGN_IN.noChannel)
        const userid = code(desk).useridOf(body.who)
        await limit.asked(ip, userid ?? typed(body.who), userid !== null)
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
        const known = code(desk).useridOf(body.who)
        const wasRight = await limit.tried(ip, known ?? typed(body.who))
        const userid = await code(desk).use(body.who, body.code, now)
        if (userid === null) {
          await noteAccess(desk, { kind: 'sign-in-refused', ...triedAs(known, body.who, ip) }, now)
          throw new PageRefusal(403, SIGN_IN.wrongCode)
        }
        await wasRight()
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
        const wasRight = await limit.tried(ip, null)
        const link = await useLink(desk, body.key, now)
        if (link === null) {
          await noteAccess(desk, { kind: 'sign-in-refused', by: 'unknown', reason: `link from ${ip}` }, now)
          throw new PageRefusal(403, SIGN_IN.badLink)
        }
        await wasRight()
        await open(link.userid, link.how)
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

/** Whose account it was tried with; of a name nobody here has, no more than how it begins: it may be a villager's. */
const triedAs = (userid: string | null, who: string, ip: string) =>
  userid === null
    ? { by: 'unknown', reason: `code from ${ip} as ${masked(who)}` }
    : { by: userid, reason: `code from ${ip}` }

const MOST_STARS = 8
const masked = (who: string): string => {
  const [first = '', ...rest] = who
  return first + '*'.repeat(Math.min(rest.length, MOST_STARS))
}

const shown = ({ town, all, station }: NonNullable<ReturnType<typeof viewerOf>>['places'][number]) => ({
  code: town.code,
  name: town.name,
  all,
  station,
  stationName: town.stations.find(({ id }) => id === station)?.name ?? null,
})
