import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Koa, { type Context as KoaContext } from 'koa'
import Router from '@koa/router'
import compress from 'koa-compress'
import type { Log } from '../context.ts'
import { callbackRoutes, type CallbackPort } from './callback.ts'
import { loginRoutes, type LoginOptions } from './login.ts'
import type { OpenPort } from './open/port.ts'
import { openRoutes } from './open/routes.ts'
import { makeLimiters, type Limiters } from './limiter.ts'
import type { Measured } from './measured.ts'
import { makeMetrics } from './metrics.ts'
import { isInside } from './inside.ts'
import { forStrangers, type Readiness } from './readiness.ts'
import { apiRouter } from './api/serve.ts'
import { allRoutes } from './api/routes.ts'
import { clientPages } from './client-pages.ts'
import type { Desk } from './desk.ts'
import { safeHeaders } from './headers.ts'
import { queuePage } from './queue-page.ts'
import { makeHub, type Hub } from './live/hub.ts'
import { knowsSource } from './source.ts'
import { PAGES } from './wording/pages.ts'

/** A part that answers everything below a path by itself, as the demo's phones do. */
export type Mount = Readonly<{
  prefix: string
  handle(req: IncomingMessage, res: ServerResponse, prefix: string): void
}>

export type WebOptions = Readonly<{
  host: string
  port: number
  log: Log
  ready(): Promise<Readiness>
  /** reverse proxies that are believed about where a request came from */
  trustedProxy: readonly string[]
  /** lets another machine read /metrics */
  metricsToken: string | null
  /** the callback of app and customer service, where it is set up */
  callback?: CallbackPort | null
  login?: LoginOptions | null
  /** the doors to other systems; null while they are shut */
  open?: () => OpenPort | null
  /** what /metrics says; null while nothing runs */
  measure(): Promise<Measured | null>
  /** how often what may be done; each process counts by itself where none are given */
  limiters?: Limiters
  /** the pages of the command room */
  desk: Desk
  mounts: readonly Mount[]
  /** false: this process serves nobody, and only tells how it is */
  pages?: boolean
}>

export type Web = Readonly<{
  url: string
  port: number
  /** every route there is beside the built pages and the mounts, as `GET /healthz` */
  routes: readonly string[]
  close(): Promise<void>
}>

/** Serves HTTP on host:port (0 = any free port). Rejects with the system's error (EADDRINUSE, EACCES) when it cannot listen. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const hub = makeHub(options.desk, options.log)
  const made = pages(options, hub)
  const koa = made.koa.callback()
  const server = createServer((req, res) => {
    const mount = options.mounts.find((m) => under(req.url ?? '/', m.prefix))
    if (mount) mount.handle(req, res, mount.prefix)
    else void koa(req, res)
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    routes: made.routes,
    async close() {
      hub.close()
      await close(server)
    },
  }
}

function pages(
  {
    ready,
    log,
    trustedProxy,
    metricsToken,
    callback,
    login,
    open,
    measure,
    limiters = makeLimiters(),
    desk,
    pages: served = true,
  }: WebOptions,
  hub: Hub,
): Readonly<{ koa: Koa; routes: readonly string[] }> {
  const router = new Router()
  const metrics = makeMetrics({ measure, refused: () => callback?.refused() ?? {}, limited: limiters.refused })
  router.get('/healthz', (ctx) => {
    ctx.body = desk.demo ? { alive: true, demo: true } : { alive: true }
  })
  const inside = (ctx: KoaContext): boolean => isInside(ctx, metricsToken, trustedProxy.length > 0)
  router.get('/readyz', async (ctx) => {
    const state = await ready()
    ctx.status = state.ok ? 200 : 503
    ctx.body = inside(ctx) ? state : forStrangers(state)
  })
  router.get('/metrics', async (ctx) => {
    if (!inside(ctx)) {
      ctx.status = 403
      ctx.body = PAGES.notForYou
      return
    }
    ctx.type = metrics.contentType
    ctx.body = await metrics.text()
  })
  const koa = new Koa()
  koa.on('error', (error: Error) => {
    if (brokeOff(error)) log.debug({ error: error.message }, 'a visitor broke off')
    else log.error({ error: error.message }, 'a page failed')
  })
  koa.use(knowsSource(trustedProxy))
  koa.use(safeHeaders(desk.publicUrl))
  koa.use(async (ctx, next) => {
    await next()
    if (ctx.status === 404 && !ctx.body) {
      ctx.status = 404
      ctx.body = PAGES.notFound
    }
  })
  // a stream is packed by nobody: its words would wait in the packer
  koa.use(compress({ threshold: 2048, br: false, filter: (type) => /json|text\/(?!event-stream)/.test(type) }))
  koa.use(router.routes())
  if (!served) return { koa, routes: routesIn(router) }
  const doors = [
    ...(callback ? [callbackRoutes(callback, limiters)] : []),
    ...(login ? [loginRoutes(login, desk, limiters)] : []),
    ...(open ? openRoutes(open, limiters) : []),
  ]
  const api = apiRouter(desk, log, allRoutes(hub, limiters), limiters)
  for (const each of doors) koa.use(each.routes())
  koa.use(queuePage(desk))
  koa.use(api.routes())
  koa.use(clientPages())
  return { koa, routes: [router, ...doors, api].flatMap(routesIn) }
}

/** A middleware of a router has no method of its own. */
const routesIn = ({ stack }: Router): string[] =>
  stack.flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`),
  )

/** The other side went away in the middle: its affair, and nothing of ours failed. */
function brokeOff(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code) || code.startsWith('HPE_')
}

function under(url: string, prefix: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  return path === prefix || path.startsWith(`${prefix}/`)
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
}
