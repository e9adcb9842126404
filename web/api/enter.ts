import type { Context as KoaContext } from 'koa'
import type { Desk } from '../desk.ts'
import { sessions, type From } from '../session.ts'
import { sessionCookie } from './cookie.ts'
import { noteAccess } from './log.ts'

const fromOf = (koa: KoaContext): From => ({ ip: koa.ip, agent: koa.get('user-agent') })

/** Somebody showed who he is: he gets a session of his own. One that was there before is not the one that is used after (session fixation). */
export async function enter(desk: Desk, koa: KoaContext, userid: string, how: string, now: Date): Promise<void> {
  const kept = sessions(desk.ctx.store)
  const before = sessionCookie.read(koa, desk.publicUrl)
  if (before !== '') await kept.end(before)
  sessionCookie.set(koa, await kept.open(userid, how, fromOf(koa), now), desk.publicUrl)
  await noteAccess(desk, { kind: 'sign-in', by: userid, reason: how }, now)
}
