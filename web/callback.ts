import Router from '@koa/router'
import { readRaw } from './body.ts'
import type { Limiters } from './limiter.ts'

type Answer = Readonly<{ status: number; body: string }>

/** What answers WeCom's callbacks. */
export type CallbackPort = Readonly<{
  /** the most bytes a body may have */
  mostBytes: number
  verify(query: URLSearchParams): Answer
  receive(query: URLSearchParams, body: Buffer): Promise<Answer>
  refused(): Readonly<Record<string, number>>
}>

const PATH = '/wecom/callback'
/** callbacks of one address in a minute that are not WeCom's */
const WRONG = 60

/** GET verifies the address, POST brings what happened. The body is read raw, and no further than its limit. */
export function callbackRoutes(door: CallbackPort, limiters: Limiters): Router {
  const router = new Router()
  const wrong = limiters.make('callback-wrong', { points: WRONG, seconds: 60 })
  /** What is genuine is never shut out: behind a proxy nobody told us of WeCom and a stranger have one address. */
  const judged = async (answer: Answer, ip: string): Promise<Answer> =>
    answer.status === 403 && (await wrong.consume(ip)) !== null ? { status: 429, body: '' } : answer

  router.get(PATH, async (ctx) => {
    const answer = await judged(door.verify(new URLSearchParams(ctx.querystring)), ctx.ip)
    ctx.status = answer.status
    ctx.type = 'text/plain; charset=utf-8'
    ctx.body = answer.body
  })
  router.post(PATH, async (ctx) => {
    const body = await readRaw(ctx.req, door.mostBytes)
    if (typeof body === 'number') {
      ctx.status = body
      ctx.set('Connection', 'close')
      ctx.body = ''
      return
    }
    const answer = await judged(await door.receive(new URLSearchParams(ctx.querystring), body), ctx.ip)
    if (answer.status === 429) ctx.set('Connection', 'close')
    ctx.status = answer.status
    ctx.body = answer.body
  })
  return router
}
