import { randomInt } from 'node:crypto'
import { string } from '../card/loose.ts'
import { errmsgOf, Refusal, refuse } from '../codes.ts'
import { spend } from '../faults.ts'
import type { Platform } from '../platform.ts'
import { COMMANDS } from './commands.ts'
import type { InFrame, OutFrame } from './frames.ts'
import type { Body } from './handler.ts'
import type { Connection } from './line.ts'
import { subscribe } from './subscribe.ts'

/** Does what a frame asks for and words the ack. A frame that is not taken changes nothing. */
export function answer(platform: Platform, connection: Connection, frame: InFrame): OutFrame {
  const headers = { req_id: frame.reqId }
  try {
    const body = obey(platform, connection, frame)
    return { headers, errcode: 0, errmsg: 'ok', ...(body ? { body } : {}) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { headers, errcode: error.code, errmsg: errmsgOf(error, hint(platform)) }
  }
}

function obey(platform: Platform, connection: Connection, { cmd, reqId, body }: InFrame): Body | undefined {
  const rejection = spend(platform.faults.rejections, cmd)
  if (rejection) throw new Refusal(rejection.code, 'refused on demand')
  if (cmd === 'ping') return undefined
  if (cmd === 'aibot_subscribe') return void subscribe(platform, connection, body)
  if (!connection.subscribed) refuse('not-subscribed')
  const handler = COMMANDS.get(cmd) ?? refuse('parameter', 'unknown cmd')
  return handler(platform, { reqId, body })
}

const hint = ({ clock }: Platform) => `${clock.now().getTime()}${randomInt(1e9, 1e10)}`

/** The chat a frame of the bot is about, for the ledger. */
export function chatOf({ callbacks, people }: Platform, { reqId, body }: InFrame): string | null {
  const named = string(body['chatid'])
  return named ? (people.meant(named) ?? named) : callbacks.chatOf(reqId)
}
