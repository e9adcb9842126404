import { randomBytes } from 'node:crypto'
import type { Platform } from '../platform.ts'
import type { ChatRef } from '../people.ts'
import { send } from '../socket/line.ts'
import type { CallbackKind, Exchange } from './callbacks.ts'

type Told = Readonly<{
  kind: CallbackKind
  from: string
  chat: ChatRef
  /** what is special to this callback, beside sender and chat */
  body: Readonly<Record<string, unknown>>
  card?: Exchange['card']
}>

/** Tells the bot of something a person did; nobody keeps it for a bot that is away. Returns its msgid. */
export function tell(platform: Platform, { kind, from, chat, body, card = null }: Told): string {
  const at = platform.clock.now()
  const msgid = randomBytes(16).toString('hex')
  const isEvent = kind !== 'message'
  const exchange: Exchange = {
    msgid,
    kind,
    cmd: isEvent ? 'aibot_event_callback' : 'aibot_msg_callback',
    chat,
    at: at.getTime(),
    card,
    streams: new Map(),
    cardSent: false,
    answered: false,
    body: {
      msgid,
      ...(isEvent ? { create_time: Math.floor(at.getTime() / 1000) } : {}),
      aibotid: platform.settings.bot.id,
      ...whereOf(kind, chat),
      from: { userid: platform.people.shown(from) },
      ...body,
    },
  }
  platform.callbacks.add(exchange)
  if (platform.held.exchanges) platform.held.exchanges.push(exchange)
  else deliver(platform, exchange)
  return msgid
}

/** An entry names no chat; everything else does. */
function whereOf(kind: CallbackKind, chat: ChatRef): Readonly<Record<string, unknown>> {
  if (kind === 'enter') return {}
  return { ...(chat.type === 'group' ? { chatid: chat.id } : {}), chattype: chat.type }
}

/** Sends the callback over the live connection, as often as the fault of the moment says; each time under a new req_id. */
export function deliver(platform: Platform, exchange: Exchange): void {
  for (let time = 0; time < platform.faults.duplicate; time += 1) deliverOnce(platform, exchange)
}

function deliverOnce({ line, callbacks, ledger, clock }: Platform, exchange: Exchange): void {
  const { cmd, body, msgid, chat } = exchange
  const reqId = callbacks.handle(exchange)
  const arrived = line.live !== null && send(line.live, { cmd, headers: { req_id: reqId }, body })
  const common = { at: clock.now(), direction: 'out', errcode: null } as const
  ledger.record({ ...common, cmd, reqId, msgid, chat: chat.id, lost: !arrived })
}
