import type { Channel, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Town } from '../../domain/town.ts'
import { DoorFault, passing, pause, reasonOf, refused, type Failure } from '../door/outcome.ts'
import type { BotLog } from '../log.ts'
import { enclosedIn, type Enclose } from '../door/enclosed.ts'
import { put } from '../memory/bounded.ts'
import { makeClaims } from '../memory/claims.ts'
import type { WecomApi } from '../wecom/answer.ts'
import { classOf } from '../wecom/codes.ts'
import { kfEnclosed, kfMessage, kfText, type KfMessage } from './message.ts'
import { msgidOf } from './msgid.ts'
import { left } from '../../domain/notice/window.ts'
import { held, keepsTheLast, type KfCustomer } from './window.ts'

export type { KfCustomer } from './window.ts'

/** What is kept of the customers, durably. */
export type KfBook = Readonly<{
  /** by external_userid, or by the person's userid */
  customerOf(id: string): Promise<KfCustomer | null>
  /** counts one message as sent, before it is sent */
  take(customer: KfCustomer): Promise<void>
  /** the platform says that nothing more may be sent until he writes */
  shut(customer: KfCustomer): Promise<void>
}>

export type KfOptions = Readonly<{
  api: WecomApi
  /** open_kfid */
  account: string
  book: KfBook
  towns: readonly Town[]
  log: BotLog
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
}>

type Job = Readonly<{ rows: readonly OutboxRow[]; row: OutboxRow; customer: KfCustomer; now: Date }>

/** It is a servicer's turn, or the session is over. */
const NOT_OURS = 95018
const SERVICER_STATES: readonly unknown[] = [2, 3]
const SERVICER_MS = 10 * 60_000
/** Too many items, a kind it does not know, a kind the account forbids. */
const NO_MENU: readonly number[] = [95008, 95009, 95030]

/** WeChat customer service as a channel: to villagers, few messages at a time. */
export function kfChannel({ api, account, book, towns, log, enclose }: KfOptions): Channel {
  const claims = makeClaims()
  /** rows whose message is counted already, and in which of the customer's windows */
  const counted = new Map<string, number>()

  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new DoorFault('nothing to send')
    const customer = await customerOf(row.to)
    if (customer?.account !== account) return refused('no-channel', 'no customer of this account')
    if (row.body.kind === 'card-update') return refused('no-channel', 'a menu cannot be changed')
    const job: Job = { rows, row, customer, now }
    return (await tryGreeting(job)) ?? withinWindow(job)
  }

  async function customerOf(to: Recipient): Promise<KfCustomer | null> {
    if (to.kind === 'group' || to.kind === 'hook' || (to.kind === 'chat' && to.chat.type === 'group')) return null
    return book.customerOf(to.kind === 'person' ? to.userid : to.chat.id)
  }

  /** Who just came in may be greeted, beyond what else he is sent. Null: that is over, or was done. */
  async function tryGreeting({ rows, row, now }: Job): Promise<Sent | null> {
    const { reply } = row
    if (reply?.kind !== 'welcome' || reply.via !== 'kf' || rows.length > 1 || reply.until <= now) return null
    if (!claims.claim(reply.reqId, row.id)) return null
    const body = { code: reply.reqId, msgid: msgidOf(row.id), ...kfMessage(rows, towns) }
    const answer = await api.call('kf/send_msg_on_event', { body })
    if (answer.kind === 'ok') return { outcome: 'sent', how: 'reply' }
    const waits = passing(answer, now)
    if (waits) return waits
    claims.spoil(reply.reqId)
    // a code is good for one greeting: refused on a second try, the first did arrive
    return mayHaveArrived(row) ? { outcome: 'sent', how: 'reply' } : null
  }

  async function withinWindow(job: Job): Promise<Sent> {
    const { rows, row, customer, now } = job
    const window = customer.wroteAt?.getTime() ?? 0
    const isCounted = counted.get(row.id) === window
    const free = left(customer, now) + (isCounted ? 1 : 0)
    if (free === 0 && row.body.kind === 'greeting') return refused('refused', 'too late for a greeting')
    if (free === 0) return held('nothing more may be sent until he writes', true)
    if (free === 1 && keepsTheLast(rows)) return held('the last message is kept for the outcome', false)
    if (!isCounted) await book.take(customer)
    put(counted, row.id, window)
    const enclosed = await enclosedIn(rows, enclose)
    return say(job, (enclosed && (await kfEnclosed(api, enclosed))) ?? kfMessage(rows, towns))
  }

  async function say(job: Job, message: KfMessage): Promise<Sent> {
    const { row, customer } = job
    const body = { touser: customer.external, open_kfid: account, msgid: msgidOf(row.id), ...message }
    const answer = await api.call('kf/send_msg', { body })
    if (answer.kind === 'ok') return { outcome: 'sent', how: 'push' }
    if (message.msgtype === 'text' || answer.kind !== 'answered' || !NO_MENU.includes(answer.code))
      return verdict(job, answer)
    log.warn({ code: answer.code }, 'the platform refused a menu; it goes as text')
    return say(job, kfText(job.rows, towns))
  }

  async function verdict(job: Job, failure: Failure): Promise<Sent> {
    const code = failure.kind === 'answered' ? failure.code : null
    if (code === NOT_OURS && (await servicerTalks(job.customer)))
      return pause(job.now, SERVICER_MS, 'one of our servicers is talking to him')
    if (code !== null && classOf(code) === 'window') {
      await book.shut(job.customer)
      return held(reasonOf(code), true)
    }
    const waits = passing(failure, job.now)
    if (waits || code === null) return waits ?? refused('refused', 'refused')
    // nothing else is wrong with it on a second try than that its msgid was used
    if (classOf(code) === 'permanent' && mayHaveArrived(job.row)) return { outcome: 'sent', how: 'push' }
    return refused('refused', reasonOf(code))
  }

  async function servicerTalks({ external }: KfCustomer): Promise<boolean> {
    const body = { open_kfid: account, external_userid: external }
    const answer = await api.call('kf/service_state/get', { body })
    return answer.kind === 'ok' && SERVICER_STATES.includes(answer.body['service_state'])
  }

  return { send, state: () => ({ name: 'kf', ...api.state() }) }
}

/** An earlier try at this door got no clear answer. */
const mayHaveArrived = ({ tried }: OutboxRow): boolean => tried?.door === 'kf'
