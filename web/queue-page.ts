import type { Middleware } from 'koa'
import type { Desk } from './desk.ts'
import { seen } from './api/seen.ts'
import { API } from './wording/api.ts'
import { PAGES } from './wording/pages.ts'

export const QUEUE_PAGE = '/queues'

/** bull-board for the system administrator, to look at only; what it would fetch from outside is taken out. */
export function queuePage(desk: Desk): Middleware {
  return async (koa, next) => {
    if (koa.path !== QUEUE_PAGE && !koa.path.startsWith(`${QUEUE_PAGE}/`)) return next()
    const viewer = await seen(desk, koa)
    if (!viewer?.roles.includes('admin') || koa.method !== 'GET') {
      koa.status = viewer ? 403 : 401
      koa.body = viewer ? API.notAllowed : API.signIn
      return
    }
    const board = await desk.queuePage()
    if (!board) {
      koa.type = 'html'
      koa.body = PAGES.noQueues
      return
    }
    // its page finds its parts by a <base> of its own
    koa.set(
      'Content-Security-Policy',
      koa.response.get('Content-Security-Policy').replace("base-uri 'none'", "base-uri 'self'"),
    )
    await board(koa, next)
    if (typeof koa.body === 'string' && koa.type === 'text/html') koa.body = ownOnly(koa.body)
  }
}

/** Its first page asks Google for fonts, and styles its waiting sign inline, which our CSP forbids. */
export const ownOnly = (html: string): string =>
  html
    .replace(/<link[^>]*https?:\/\/[^>]*>/g, '')
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/ style="[^"]*"/g, '')
