import Router from '@koa/router'
import { readRaw } from './body.ts'

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

/** GET verifies the address, POST brings what happened. The body is read raw, and no further than its limit. */
export function callbackRoutes(door: CallbackPort): Router {
  const router = new Router()
  router.get(PATH, (ctx) => {
    const answer = door.verify(new URLSearchParams(ctx.querystring))
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
    const answer = await door.receive(new URLSearchParams(ctx.querystring), body)
    ctx.status = answer.status
    ctx.body = answer.body
  })
  return router
}
