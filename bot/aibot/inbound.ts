import type { Chat, Content, Inbound, MediaRef, ReplyHandle } from '../../domain/inbound.ts'
import { clean } from '../../domain/text/clean.ts'
import { cutBytes } from '../text/clean.ts'
import { payload, readFrame, type Body, type Callback } from './frame.ts'
import { stripMention } from './mention.ts'
import { quoteText } from './quote.ts'

export const TEXT_BYTES = 1_048_576
const HOUR = 60 * 60_000
/** How long the platform takes an answer to a callback. */
const LIFE = { message: 24 * HOUR, card: 5000, welcome: 5000 } as const

export type Reader = Readonly<{
  /** the bot's own id */
  id: string
  /** a userid as the configuration spells it: the platform ignores case, we do not */
  spell(userid: string): string
  names?: readonly string[]
}>

/** One callback of the platform as the rest of the program knows it; null when it says nothing about anybody. */
export function toInbound(raw: unknown, reader: Reader, now: Date): Inbound | null {
  const callback = readFrame(raw)
  if (!callback) return null
  const from = reader.spell(callback.body.from.userid)
  const chat = chatOf(callback.body, from)
  const content = callback.body.event ? eventContent(callback.body) : messageContent(callback.body, chat, reader.names)
  return {
    channel: 'aibot',
    dedupeKey: dedupeKey(reader.id, callback, from, content),
    from,
    chat,
    content,
    reply: handle(callback, content, now),
  }
}

function chatOf(body: Body, from: string): Chat {
  const grouped = body.chatid !== undefined && body.chattype !== 'single'
  return grouped && body.chatid ? { type: 'group', id: body.chatid } : { type: 'single', id: from }
}

/** A msgid alone is not unique across users, nor a sender and a second for events. */
function dedupeKey(id: string, { body, reqId }: Callback, from: string, content: Content): string {
  const msgid = body.msgid ?? reqId ?? ''
  if (!body.event) return ['aibot', id, from, msgid].join(':')
  const click = content.kind === 'click' ? [content.key, content.cardId] : []
  return ['aibot', id, from, msgid, body.create_time ?? '', body.event.eventtype ?? '', ...click].join(':')
}

/** Events other than a click or an entry may not be answered. */
function handle({ reqId, body }: Callback, content: Content, now: Date): ReplyHandle | null {
  if (!reqId) return null
  const kind = content.kind === 'click' ? 'card' : content.kind === 'enter' ? 'welcome' : 'message'
  if (body.event && kind === 'message') return null
  return { reqId, kind, until: new Date(now.getTime() + LIFE[kind]) }
}

/** The documents put a click's details under event.template_card_event, the SDK's types directly under event: both are read. */
function eventContent({ event }: Body): Content {
  const type = event?.eventtype ?? ''
  if (type === 'enter_chat') return { kind: 'enter' }
  const detail = { ...event, ...event?.template_card_event }
  const { event_key: key, task_id: cardId } = detail
  if (type === 'template_card_event' && typeof key === 'string') {
    return {
      kind: 'click',
      key: clean(key).slice(0, 1024),
      cardId: typeof cardId === 'string' ? clean(cardId).slice(0, 128) : '',
    }
  }
  return { kind: 'unknown', type: `event:${clean(type).slice(0, 60)}` }
}

function messageContent(body: Body, chat: Chat, names: readonly string[] | undefined): Content {
  const quote = quoteText(body.quote)
  const { text, media } = contentOf(body)
  const said = tidy(text, chat, names)
  switch (body.msgtype) {
    case 'text':
      return { kind: 'text', text: said, quote }
    case 'voice':
      return { kind: 'voice', text: said, quote }
    case 'image':
    case 'file':
    case 'video':
    case 'mixed':
      return { kind: 'media', text: said, media, quote }
    default:
      return { kind: 'unknown', type: clean(body.msgtype ?? '').slice(0, 60) }
  }
}

function tidy(text: string, chat: Chat, names: readonly string[] | undefined): string {
  const short = clean(cutBytes(text, TEXT_BYTES))
  return cutBytes(chat.type === 'group' ? stripMention(short, names) : short.trim(), TEXT_BYTES)
}

type Gathered = Readonly<{ text: string; media: readonly MediaRef[] }>

/** Words and files of a message or of one part of a mixed one. */
function contentOf(message: Readonly<Record<string, unknown>>): Gathered {
  const found = payload(message)
  if (!found) return { text: '', media: [] }
  if (message['msgtype'] === 'mixed') return together((found.msg_item ?? []).map(contentOf))
  const media = mediaOf(message['msgtype'], found.url, found.aeskey)
  return { text: found.content ?? '', media: media ? [media] : [] }
}

function together(parts: readonly Gathered[]): Gathered {
  const texts = parts.map((p) => p.text).filter((t) => t !== '')
  return { text: texts.join('\n'), media: parts.flatMap((p) => p.media) }
}

function mediaOf(kind: unknown, url: string | undefined, aesKey: string | undefined): MediaRef | null {
  if (kind !== 'image' && kind !== 'file' && kind !== 'video') return null
  return url ? { kind, url, aesKey: aesKey || null } : null
}
