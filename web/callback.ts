import type { IncomingMessage } from 'node:http'
import Router from '@koa/router'

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
const TOO_LARGE = 413
const NOT_ARRIVED = 408
/** ms for a request to arrive: WeCom itself gives up after five seconds */
const ARRIVE_MS = 5_000

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

/** The status to answer with where it is too large, or does not arrive whole and in time; the rest is left unread. */
async function readRaw(request: IncomingMessage, most: number): Promise<Buffer | 413 | 408> {
  if (Number(request.headers['content-length'] ?? 0) > most) return TOO_LARGE
  const late = setTimeout(() => request.destroy(), ARRIVE_MS)
  try {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) return TOO_LARGE
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  } catch {
    return NOT_ARRIVED
  } finally {
    clearTimeout(late)
  }
}
