import { randomBytes } from 'node:crypto'
import { refuse } from '../codes.ts'
import type { ChatRef } from '../people.ts'

const HOUR = 60 * 60_000
export type CallbackKind = 'message' | 'enter' | 'card' | 'feedback'
/** How long each may be answered, on the simulator's clock. */
const LIFE: Readonly<Record<CallbackKind, number>> = { message: 24 * HOUR, enter: 5000, card: 5000, feedback: 0 }

export type Stream = { readonly bubbleId: string | null; readonly startedAt: number; finished: boolean }

/** One thing a person did. It may be delivered more than once; what was answered counts for all deliveries. */
export type Exchange = {
  readonly msgid: string
  readonly kind: CallbackKind
  readonly cmd: 'aibot_msg_callback' | 'aibot_event_callback'
  readonly body: Readonly<Record<string, unknown>>
  readonly chat: ChatRef
  readonly at: number
  /** of the clicked card */
  readonly card: Readonly<{ bubbleId: string; taskId: string }> | null
  readonly streams: Map<string, Stream>
  cardSent: boolean
  /** a welcome or a card update, of which there is one */
  answered: boolean
}

export type Callbacks = Readonly<{
  add(exchange: Exchange): void
  /** a fresh req_id for one delivery */
  handle(exchange: Exchange): string
  /** the exchange a req_id may still answer; refuses (846605) what is unknown, too old or of another kind */
  find(reqId: string, kind: CallbackKind, now: Date): Exchange
  /** the exchange of a msgid, to deliver it again */
  byMsgid(msgid: string): Exchange | null
  chatOf(reqId: string): string | null
  clear(): void
}>

/** What the bot was told and may answer. */
export function makeCallbacks(): Callbacks {
  const byReqId = new Map<string, Exchange>()
  const exchanges = new Map<string, Exchange>()

  function find(reqId: string, kind: CallbackKind, now: Date): Exchange {
    const exchange = byReqId.get(reqId)
    if (!exchange) refuse('req-id', 'unknown')
    if (exchange.kind !== kind) refuse('req-id', `of a ${exchange.kind} callback`)
    if (now.getTime() - exchange.at > LIFE[kind]) refuse('req-id', 'expired')
    return exchange
  }

  return {
    add(exchange) {
      forgetOld(exchanges, exchange.at)
      exchanges.set(exchange.msgid, exchange)
    },
    handle(exchange) {
      const reqId = opaqueId()
      forgetOld(byReqId, exchange.at)
      byReqId.set(reqId, exchange)
      return reqId
    },
    find,
    byMsgid: (msgid) => exchanges.get(msgid) ?? null,
    chatOf: (reqId) => byReqId.get(reqId)?.chat.id ?? null,
    clear() {
      byReqId.clear()
      exchanges.clear()
    },
  }
}

/** Beyond every life, so that nothing changes by forgetting: an answer to it is refused either way. */
function forgetOld(map: Map<string, Exchange>, now: number): void {
  for (const [key, { at }] of map) {
    if (at > now - 2 * LIFE.message) return
    map.delete(key)
  }
}

/** Never begins with `ping` or `aibot_subscribe`: the official SDK takes such ids for its own. */
const opaqueId = () => `R${randomBytes(15).toString('base64url')}`
