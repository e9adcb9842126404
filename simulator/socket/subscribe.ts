import { randomBytes, timingSafeEqual, createHash } from 'node:crypto'
import { string } from '../card/loose.ts'
import { refuse } from '../codes.ts'
import type { Platform } from '../platform.ts'
import type { Body } from './handler.ts'
import { send, type Connection } from './line.ts'

/** aibot_subscribe: from now on callbacks go to this connection, and the one before is told so. */
export function subscribe(platform: Platform, connection: Connection, body: Body): void {
  const { id, secret } = platform.settings.bot
  if (!same(string(body['bot_id']), id) || !same(string(body['secret']), secret)) refuse('credentials')
  const before = platform.line.live
  connection.subscribed = true
  platform.line.live = connection
  if (before && before !== connection) replace(platform, before)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (said: string, true_: string) => timingSafeEqual(digest(said), digest(true_))

/** Tells a connection that another took its place; in the field the socket was also seen to stay open after that. */
export function replace(platform: Platform, connection: Connection, leaveOpen = platform.faults.leaveKickedOpen): void {
  connection.subscribed = false
  if (platform.line.live === connection) platform.line.live = null
  const reqId = `D${randomBytes(15).toString('base64url')}`
  const at = platform.clock.now()
  const msgid = randomBytes(16).toString('hex')
  const body = {
    msgid,
    create_time: Math.floor(at.getTime() / 1000),
    aibotid: platform.settings.bot.id,
    msgtype: 'event',
    event: { eventtype: 'disconnected_event' },
  }
  const cmd = 'aibot_event_callback'
  const arrived = send(connection, { cmd, headers: { req_id: reqId }, body })
  platform.ledger.record({ at, direction: 'out', cmd, reqId, msgid, chat: null, errcode: null, lost: !arrived })
  if (!leaveOpen) connection.socket.close(1000)
}
