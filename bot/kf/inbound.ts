import type { Content, Inbound, MediaRef, ReplyHandle } from '../../domain/inbound.ts'
import { fileMessage } from '../media/ref.ts'
import { field, linkText, written } from '../text/received.ts'
import { payloadOf, readItem, type KfEvent, type KfItem } from './item.ts'
import { rowOf } from './msgid.ts'
import { villageOf } from './scene.ts'

const ORIGIN = { customer: 3, platform: 4 } as const
/** A greeting may be sent for so long after somebody came in. */
const WELCOME_MS = 20_000
/** Too late or too many: he must write first. */
const WINDOW_FAULTS: readonly number[] = [4, 6]

/** One item of sync_msg as the rest of the program knows it; null for what is no customer's: words of our own servicers, news of them. */
export function kfInbound(raw: unknown, account: string): Inbound | null {
  const item = readItem(raw)
  const from = item?.external_userid || item?.event?.external_userid
  if (!item || !from) return null
  const fromCustomer = item.origin === ORIGIN.customer
  if (!fromCustomer && item.origin !== ORIGIN.platform) return null
  const key = keyer(account, from)
  const content = fromCustomer ? messageContent(item) : eventContent(item.event ?? {}, key)
  return {
    channel: 'kf',
    account,
    dedupeKey: key(item.msgid || `${item.send_time ?? ''} ${item.event?.event_type ?? item.msgtype ?? ''}`),
    from,
    chat: { type: 'single', id: from, via: 'kf' },
    content,
    reply: welcome(item),
    ...(item.send_time ? { sentAt: new Date(item.send_time * 1000) } : {}),
  }
}

const keyer =
  (account: string, from: string) =>
  (msgid: string): string =>
    ['kf', account, from, msgid].join(':')

function messageContent(item: KfItem): Content {
  const { content = '', menu_id: menuId, title = '', url = '' } = payloadOf(item)
  switch (item.msgtype) {
    case 'text':
      return menuId
        ? { kind: 'click', key: field(menuId, 128), cardId: '' }
        : { kind: 'text', text: written(content), quote: null }
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return mediaContent(item.msgtype, item)
    case 'location':
      return placeContent(item)
    case 'link':
      return { kind: 'text', text: linkText(title, url), quote: null }
    default:
      return unknown(item)
  }
}

const unknown = ({ msgtype = '' }: KfItem): Content => ({ kind: 'unknown', type: field(msgtype, 60) })

function mediaContent(kind: MediaRef['kind'], item: KfItem): Content {
  const { media_id: id } = payloadOf(item)
  return id ? fileMessage(kind, id) : unknown(item)
}

function placeContent(item: KfItem): Content {
  const { latitude: lat, longitude: lng, name = '', address = '' } = payloadOf(item)
  if (lat === undefined || lng === undefined) return unknown(item)
  const label = address.includes(name) ? address : `${address} ${name}`
  return { kind: 'location', lat, lng, label: field(label, 300).trim() }
}

function eventContent(event: KfEvent, key: (msgid: string) => string): Content {
  switch (event.event_type) {
    case 'enter_session':
      return { kind: 'enter', scene: villageOf(event.scene, event.scene_param) }
    case 'user_recall_msg':
      return event.recall_msgid ? { kind: 'recall', dedupeKey: key(event.recall_msgid) } : other(event)
    case 'msg_send_fail':
      return failContent(event)
    default:
      return other(event)
  }
}

const other = ({ event_type: type = '' }: KfEvent): Content => ({ kind: 'unknown', type: `event:${field(type, 60)}` })

function failContent(event: KfEvent): Content {
  const rowId = rowOf(event.fail_msgid ?? '')
  if (!rowId) return other(event)
  const code = event.fail_type ?? 0
  return { kind: 'send-failed', rowId, why: WINDOW_FAULTS.includes(code) ? 'window' : 'refused', code }
}

/** Its code may be used once, within seconds: what comes out of a backlog is too old for it. */
function welcome({ event, send_time: at }: KfItem): ReplyHandle | null {
  if (event?.event_type !== 'enter_session' || !event.welcome_code || !at) return null
  return { reqId: event.welcome_code, kind: 'welcome', until: new Date(at * 1000 + WELCOME_MS), via: 'kf' }
}
