import Router from '@koa/router'
import type { Context as KoaContext } from 'koa'
import type { Log } from '../../context.ts'
import type { Desk } from '../desk.ts'
import type { Limiters } from '../limiter.ts'
import { idOf, sessions, type Sessions } from '../session.ts'
import type { Viewer } from '../viewer.ts'
import { API } from '../wording/api.ts'
import { sessionCookie } from './cookie.ts'
import { enter } from './enter.ts'
import { noteAccess } from './log.ts'
import { checked, readJson } from './read.ts'
import { isIdle, listed, seen } from './seen.ts'
import { Download, Live, PageRefusal, type PublicRoute, type RoleRoute, type Route } from './route.ts'

/** Requests of one person, or of one address from where nobody is known, in a minute; the board of a wall screen needs about a tenth. */
const PER_MINUTE = 1200

type Served = Readonly<{ desk: Desk; sessions: Sessions; limit(who: string): Promise<void> }>

/** A router for these routes: who is it, may he, is what he sends well-formed; then, and only then, the route. */
export function apiRouter(desk: Desk, log: Log, routes: readonly Route[], limiters: Limiters): Router {
  const router = new Router()
  const limiter = limiters.make('api', { points: PER_MINUTE, seconds: 60 })
  const limit = async (who: string): Promise<void> => {
    if ((await limiter.consume(who)) !== null) refuse(429, API.tooMuch)
  }
  for (const route of routes)
    router.register(route.path, [route.method], async (koa) => {
      koa.set('Cache-Control', 'no-store')
      // the demo begins afresh with another store
      const served: Served = { desk, limit, sessions: sessions(desk.ctx.store) }
      try {
        if (route.method !== 'GET') assertFromPage(koa)
        const made = await (route.roles === 'anyone' ? asAnyone(served, koa, route) : asViewer(served, koa, route))
        send(koa, route, made)
      } catch (error) {
        fail(koa, log, error)
      }
    })
  return router
}

function refuse(status: number, sentence: string): never {
  throw new PageRefusal(status, sentence)
}

/** Another site can make a browser send a form, but not a header of its own; and browsers say where a request comes from. */
function assertFromPage(koa: KoaContext): void {
  const site = koa.get('sec-fetch-site')
  if (koa.get('x-shaozi') !== '1' || (site !== '' && site !== 'same-origin')) refuse(403, API.notFromPage)
}

async function asAnyone(served: Served, koa: KoaContext, route: PublicRoute): Promise<unknown> {
  const { desk, sessions: kept, limit } = served
  await limit(koa.ip)
  // whoever was struck out gets no code, and is nobody
  await desk.ctx.renew?.()
  const now = desk.ctx.now()
  const body = checked(route.body, route.method === 'GET' ? {} : await readJson(koa.req, route.most))
  const secret = sessionCookie.read(koa, desk.publicUrl)
  return route.handle({
    desk,
    body,
    now,
    ip: koa.ip,
    // whoever opens a page is there; a page that asks by itself whether it is still signed in is not
    session: secret === '' ? null : await (isIdle(koa) ? kept.find(secret, now) : kept.use(secret, koa.ip, now)),
    open: (userid, how) => enter(desk, koa, userid, how, now),
    async end() {
      if (secret !== '') await kept.end(secret)
      sessionCookie.drop(koa, desk.publicUrl)
    },
  })
}

async function asViewer(served: Served, koa: KoaContext, route: RoleRoute): Promise<unknown> {
  const { desk, sessions: kept, limit } = served
  const now = desk.ctx.now()
  const viewer = await seen(desk, koa)
  // a whole town hall has one address: who is known is counted by himself
  await limit(viewer ? `person ${viewer.userid}` : koa.ip)
  if (!viewer) return refuse(401, API.signIn)
  if (!mayUse(viewer, route)) return refuse(403, API.notAllowed)
  const query = checked(route.query, { ...koa.query })
  const body = checked(route.body, route.method === 'GET' ? {} : await readJson(koa.req, route.most))
  const params: Readonly<Record<string, string>> = koa['params'] ?? {}
  const act = (words: string) => desk.act(viewer.userid, words)
  const secret = sessionCookie.read(koa, desk.publicUrl)
  const made = await route.handle({
    desk,
    viewer,
    query,
    body,
    params,
    now,
    act,
    sessionId: idOf(secret),
    lastEventId: koa.get('last-event-id'),
    isHere: async () => mayUse(await listed(desk, await kept.find(secret, desk.ctx.now())), route),
  })
  const noted = { by: viewer.userid, caseNo: params['no'] ?? null }
  // before the first byte leaves
  if (made instanceof Download && made.logged !== null)
    await noteAccess(desk, { ...noted, kind: 'export', reason: made.logged }, now)
  if (route.method !== 'GET' && !route.quiet)
    await noteAccess(desk, { ...noted, kind: 'operation', reason: operation(route, params) }, now)
  return made
}

const mayUse = (viewer: Viewer | null, { roles }: RoleRoute): boolean =>
  viewer?.roles.some((role) => roles.includes(role)) ?? false

const operation = ({ method, path }: RoleRoute, params: Readonly<Record<string, string>>): string =>
  `${method} ${path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')}`.slice(0, 200)

function send(koa: KoaContext, route: Route, made: unknown): void {
  if (made instanceof Live) {
    koa.type = 'text/event-stream'
    koa.set('X-Accel-Buffering', 'no')
    koa.body = made.stream
    return
  }
  if (made instanceof Download) {
    koa.type = made.mime
    koa.set(
      'Content-Disposition',
      `${made.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(made.name)}`,
    )
    koa.body = made.file
    return
  }
  // only what a route says it answers leaves the house
  koa.body = route.answer ? route.answer.parse(made) : made
}

function fail(koa: KoaContext, log: Log, error: unknown): void {
  if (error instanceof PageRefusal) {
    koa.status = error.status
    koa.body = { error: error.sentence }
    return
  }
  log.error(
    { error: error instanceof Error ? error.message.slice(0, 300) : String(error), path: koa.path },
    'a page could not be answered',
  )
  koa.status = 500
  koa.body = { error: API.failed }
}
