import type { Bubble } from '../api.ts'
import { checkCard } from '../card/check.ts'
import { fields, string } from '../card/loose.ts'
import { part, required } from '../card/fields.ts'
import type { Card } from '../chat/bubbles.ts'
import { refuse } from '../codes.ts'
import type { MediaType } from '../media/uploads.ts'
import type { Platform } from '../platform.ts'
import type { Body } from './handler.ts'

export const CONTENT_BYTES = 20_480
const MEDIA: readonly string[] = ['file', 'image', 'voice', 'video']

/** What the bot says, checked and ready to be shown. */
export type Outgoing = Readonly<{ feedback: string | null }> & Pick<Bubble, 'kind'> & Partial<Bubble>

/** Checks a message of one of the `allowed` types; refuses what WeCom would. */
export function readOutgoing(platform: Platform, body: Body, allowed: readonly string[]): Outgoing {
  const type = string(body['msgtype'])
  if (!allowed.includes(type)) refuse('message-type', type)
  if (type === 'markdown') return markdown(body)
  if (type === 'template_card') return card(platform, body)
  if (type === 'text') return { kind: 'text', content: contentOf(fields(body['text'])), feedback: null }
  return media(platform, body, type)
}

function markdown(body: Body): Outgoing {
  const part = fields(body['markdown'])
  return { kind: 'markdown', content: contentOf(part), feedback: feedbackOf(part) }
}

function contentOf(from: Card): string {
  const content = from['content']
  if (typeof content !== 'string') refuse('parameter', 'content must be a string')
  if (content.trim() === '') refuse('empty-text')
  return within(content)
}

/** Bytes of UTF-8, not characters. */
export function within(content: string): string {
  if (Buffer.byteLength(content) > CONTENT_BYTES) refuse('too-long', `${CONTENT_BYTES} bytes`)
  return content
}

/** The id under which a person may judge this message; null when there is none. */
export function feedbackOf(from: Card): string | null {
  const feedback = part(from, 'feedback')
  return feedback && required(feedback, 'id', { bytes: 256 }, 'parameter')
}

function card(platform: Platform, body: Body): Outgoing {
  const sent = checkedCard(platform, body)
  const taskId = string(sent['task_id'])
  if (taskId && platform.bubbles.hasTask(taskId)) refuse('task-id', 'used before by this bot')
  return { kind: 'template_card', card: sent, feedback: feedbackOf(sent) }
}

export function checkedCard(platform: Platform, body: Body): Card {
  const sent = part(body, 'template_card') ?? refuse('parameter', 'template_card is missing')
  checkCard(sent, (userid) => platform.people.meant(userid) !== null)
  return sent
}

function media(platform: Platform, body: Body, type: string): Outgoing {
  const kind = isMedia(type) ? type : refuse('message-type', type)
  const mediaId = required(fields(body[kind]), 'media_id', {}, 'media-id')
  const { file } = platform.uploads.material(mediaId, kind, platform.clock.now())
  const kept = platform.shelf.keep(file.name, file.data)
  return { kind, content: file.name, files: [platform.shelf.shown(kept)], feedback: null }
}

const isMedia = (type: string): type is MediaType => MEDIA.includes(type)
