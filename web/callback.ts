import type { IncomingMessage } from 'node:http'
import Router from '@koa/router'

type Answer = Readonly<{ status: number; body: string }>

/** What answers WeCom's callbacks. */
export type CallbackPort = Readonly<{
  verify(query: URLSearchParams): Answer
  receive(query: URLSearchParams, body: Buffer): Promise<Answer>
  refused(): Readonly<Record<string, number>>
}>

const PATH = '/wecom/callback'
const MOST_BYTES = 64 * 1024
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
    const body = await readRaw(ctx.req)
    if (body === null) {
      ctx.status = 413
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

/** Null above the limit, or when it does not arrive in time; the rest is left unread. */
async function readRaw(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null
  const late = setTimeout(() => request.destroy(), ARRIVE_MS)
  try {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > MOST_BYTES) return null
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  } finally {
    clearTimeout(late)
  }
}
