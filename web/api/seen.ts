import type { Context as KoaContext } from 'koa'
import type { Desk } from '../desk.ts'
import { sessions } from '../session.ts'
import { viewerOf, type Viewer } from '../viewer.ts'
import { sessionCookie } from './cookie.ts'

/** Who is before the page, as the configuration lists him now: who left is out at once. */
export async function seen(desk: Desk, koa: KoaContext): Promise<Viewer | null> {
  const secret = sessionCookie.read(koa)
  const kept = sessions(desk.ctx.store)
  // what a page asks by itself is no click: a screen nobody sits at signs out
  const look = koa.get('x-shaozi-idle') === '1' ? kept.find : kept.use
  const session = secret === '' ? null : await look(secret, desk.ctx.now())
  return session && viewerOf(desk.ctx, session.userid)
}
