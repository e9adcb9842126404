import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Middleware } from 'koa'
import sirv from 'sirv'

/** Where the build puts the pages: beside the sources, and found from dist/web and dist/measured/web, too. */
const PLACES = ['client/dist', '../../web/client/dist', '../../../web/client/dist'].map((place) =>
  join(import.meta.dirname, place),
)

/** The built pages; every other address below `/` is one of their pages, and is answered with the first. */
export function clientPages(): Middleware {
  const place = PLACES.find((one) => existsSync(join(one, 'index.html')))
  if (place === undefined) return (_, next) => next()
  const serve = sirv(place, {
    dev: process.env['NODE_ENV'] === 'test',
    gzip: true,
    etag: true,
    single: true,
    ignores: [/^\/(api|wecom|demo|open311|open|healthz|readyz|metrics)(\/|$)/],
    setHeaders: (res, path) =>
      res.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next()
    let passed = false
    await new Promise<void>((resolve) => {
      ctx.res.once('close', resolve)
      serve(ctx.req, ctx.res, () => {
        passed = true
        resolve()
      })
    })
    if (passed) return next()
    ctx.respond = false
  }
}
