import { randomBytes, timingSafeEqual } from 'node:crypto'
import Router from '@koa/router'
import type { Context as KoaContext } from 'koa'
import type { Store } from '../context.ts'
import { LOGIN_MS, loginCookie } from './api/cookie.ts'
import { enter } from './api/enter.ts'
import { noteAccess } from './api/log.ts'
import type { Desk } from './desk.ts'
import type { Limiters } from './limiter.ts'
import { LOGIN } from './wording/pages.ts'

/** Who came back from WeCom's login. */
export type Visitor =
  | Readonly<{ kind: 'member'; userid: string }>
  | Readonly<{ kind: 'outsider' }>
  | Readonly<{ kind: 'no'; code: number | null }>

export type LoginOptions = Readonly<{
  /** under which others reach us; the login comes back below it */
  publicUrl: string
  store: Pick<Store, 'note' | 'putNote' | 'takeNote'>
  now(): Date
  /** WeCom's page for a state; `inClient` = the visitor is inside WeCom and need not scan anything */
  authorizeUrl(state: string, redirect: string, inClient: boolean): string
  whoIs(code: string): Promise<Visitor>
  /** the name of a member we know, else null */
  nameOf(userid: string): string | null
}>

/** in a minute from one address, which may be that of a whole town hall */
const PER_MINUTE = 240
const DONE = '/wecom/login/done'

/**
 * Sign-in by WeCom: in its client at once, on a desktop by scanning. A state belongs to the browser that asked for it,
 * lives ten minutes and is good for one answer.
 */
export function loginRoutes(options: LoginOptions, desk: Desk, limiters: Limiters): Router {
  const router = new Router()
  const limiter = limiters.make('login', { points: PER_MINUTE, seconds: 60 })
  router.use(async (ctx, next) => {
    if ((await limiter.consume(ctx.ip)) === null) return next()
    ctx.status = 429
    ctx.body = LOGIN.tooMany
  })
  router.get('/wecom/login', async (ctx) => {
    const state = randomBytes(24).toString('hex')
    const until = new Date(options.now().getTime() + LOGIN_MS)
    await options.store.putNote({ key: `login ${state}`, value: '', until })
    loginCookie.set(ctx, state, options.publicUrl)
    const inClient = /\bwxwork\//i.test(ctx.get('user-agent'))
    ctx.redirect(options.authorizeUrl(state, `${options.publicUrl}${DONE}`, inClient))
  })
  router.get(DONE, async (ctx) => {
    ctx.type = 'html'
    ctx.set('Cache-Control', 'no-store')
    const { status, page, userid } = await comeBack(ctx, options)
    if (userid !== undefined) await enter(desk, ctx, userid, 'wecom', options.now())
    else if (status === 403)
      await noteAccess(desk, { kind: 'sign-in-refused', by: 'unknown', reason: `wecom from ${ctx.ip}` }, options.now())
    ctx.status = status
    ctx.body = page
  })
  return router
}

async function comeBack(
  ctx: KoaContext,
  options: LoginOptions,
): Promise<{ status: number; page: string; userid?: string }> {
  const { code, state } = ctx.query
  const own = loginCookie.read(ctx, options.publicUrl)
  loginCookie.drop(ctx, options.publicUrl)
  if (typeof code !== 'string' || typeof state !== 'string' || code.length > 512 || !same(state, own))
    return { status: 400, page: LOGIN.again }
  const note = await options.store.takeNote(`login ${state}`)
  if (!note?.until || note.until <= options.now()) return { status: 400, page: LOGIN.again }
  const visitor = await options.whoIs(code)
  if (visitor.kind === 'no') return { status: 400, page: LOGIN.again }
  if (visitor.kind === 'outsider') return { status: 403, page: LOGIN.outsider }
  const name = options.nameOf(visitor.userid)
  return name === null
    ? { status: 403, page: LOGIN.unknown }
    : { status: 200, page: LOGIN.hello(name), userid: visitor.userid }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b)
}
