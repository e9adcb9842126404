import type { Context as KoaContext } from 'koa'
import type { Desk } from '../desk.ts'
import { sessions } from '../session.ts'
import { viewerOf, type Viewer } from '../viewer.ts'
import { sessionCookie } from './cookie.ts'

/** Who is before the page, as the configuration lists him now: who left is out at once. It counts as a click. */
export async function seen(desk: Desk, koa: KoaContext): Promise<Viewer | null> {
  const secret = sessionCookie.read(koa)
  const session = secret === '' ? null : await sessions(desk.ctx.store).use(secret, desk.ctx.now())
  return session && viewerOf(desk.ctx, session.userid)
}
