import { DAY } from '../../domain/calendar/zone.ts'
import type { Content, Inbound, MediaRef, ReplyHandle } from '../../domain/inbound.ts'
import { fileMessage } from '../media/ref.ts'
import { field, linkText, written } from '../text/received.ts'
import { eventContent } from './event.ts'
import { readPlain, type AppMessage } from './plain.ts'

export type AppReader = Readonly<{
  corpId: string
  agentId: number | null
  /** a userid as the configuration spells it: the platform ignores case, we do not */
  spell(userid: string): string
}>

/** A response_code can be used for so long, once. */
const CODE_LIFE = 3 * DAY

/** One decrypted callback of the app as the rest of the program knows it; null when it is not for us or says nothing about anybody. */
export function appInbound(plain: unknown, reader: AppReader, now: Date): Inbound | null {
  const message = readPlain(plain)
  if (!message?.FromUserName || !forUs(message, reader)) return null
  const from = reader.spell(message.FromUserName)
  const content = message.MsgType === 'event' ? eventContent(message, reader.spell) : messageContent(message)
  return {
    channel: 'app',
    dedupeKey: dedupeKey(message, reader, from),
    from,
    chat: { type: 'single', id: from, via: 'app' },
    content,
    reply: handle(message, content, now),
  }
}

/** News of the contacts carries no AgentID. */
function forUs({ ToUserName: corp, AgentID: agent }: AppMessage, reader: AppReader): boolean {
  return corp === reader.corpId && (!agent || reader.agentId === null || Number(agent) === reader.agentId)
}

/** Messages have an id of their own; an event is told apart by all that it says. */
function dedupeKey(message: AppMessage, reader: AppReader, from: string): string {
  const agent = message.AgentID || String(reader.agentId ?? '')
  if (message.MsgId) return ['app', agent, from, message.MsgId].join(':')
  const { CreateTime, Event, EventKey, TaskId, ResponseCode, ChangeType, UserID } = message
  const what = Event === 'change_contact' ? `${ChangeType ?? ''} ${UserID ?? ''}` : (EventKey ?? '')
  return ['app', agent, from, CreateTime ?? '', Event ?? '', what, TaskId ?? '', ResponseCode ?? ''].join(':')
}

function handle({ ResponseCode: code }: AppMessage, content: Content, now: Date): ReplyHandle | null {
  if (content.kind !== 'click' || !code) return null
  return { reqId: code, kind: 'card', until: new Date(now.getTime() + CODE_LIFE), via: 'app' }
}

function messageContent(message: AppMessage): Content {
  switch (message.MsgType) {
    case 'text':
      return { kind: 'text', text: written(message.Content ?? ''), quote: null }
    case 'voice':
      return message.Recognition
        ? { kind: 'voice', text: written(message.Recognition), quote: null }
        : mediaContent('voice', message)
    case 'image':
    case 'video':
    case 'file':
      return mediaContent(message.MsgType, message)
    case 'location':
      return placeContent(message)
    case 'link':
      return { kind: 'text', text: linkText(message.Title ?? '', message.Url ?? ''), quote: null }
    default:
      return unknown(message)
  }
}

const unknown = ({ MsgType: type }: AppMessage): Content => ({ kind: 'unknown', type: field(type ?? '', 60) })

const mediaContent = (kind: MediaRef['kind'], message: AppMessage): Content =>
  message.MediaId ? fileMessage(kind, message.MediaId) : unknown(message)

/** X is the latitude, Y the longitude. */
function placeContent(message: AppMessage): Content {
  const [lat, lng] = [Number(message.Location_X || NaN), Number(message.Location_Y || NaN)]
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return unknown(message)
  return { kind: 'location', lat, lng, label: field(message.Label ?? '', 300).trim() }
}
