import type { Context as KoaContext } from 'koa'
import type { Desk } from '../desk.ts'
import { sessions, type Session } from '../session.ts'
import { viewerOf, type Viewer } from '../viewer.ts'
import { sessionCookie } from './cookie.ts'

/** Who is before the page, as the configuration lists him now: who left is out at once. */
export async function seen(desk: Desk, koa: KoaContext): Promise<Viewer | null> {
  const secret = sessionCookie.read(koa, desk.publicUrl)
  const kept = sessions(desk.ctx.store)
  const now = desk.ctx.now()
  if (secret === '') return null
  return listed(desk, await (isIdle(koa) ? kept.find(secret, now) : kept.use(secret, koa.ip, now)))
}

/** The person of a session; null where the configuration does not list him any more. */
export async function listed({ ctx }: Desk, session: Session | null): Promise<Viewer | null> {
  if (!session) return null
  await ctx.renew?.()
  return viewerOf(ctx, session.userid)
}

/** What a page asks by itself is no click, a stream that it opens again neither: a screen nobody sits at signs out. */
export const isIdle = (koa: KoaContext): boolean =>
  koa.get('x-shaozi-idle') === '1' || koa.get('accept').includes('text/event-stream')
