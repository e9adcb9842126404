import type { Platform } from '../platform.ts'
import { words } from '../wording.ts'
import { tell } from './deliver.ts'
import { Impossible } from './impossible.ts'
import { chatOf } from './where.ts'

const EIGHT_HOURS = 8 * 60 * 60_000

/** A person opens the single chat with the bot; only the first time of a day (Shanghai) does the bot hear of it. */
export function enterChat(platform: Platform, userid: string): Readonly<{ msgid: string | null }> {
  const chat = chatOf(platform, userid, undefined)
  const day = new Date(platform.clock.now().getTime() + EIGHT_HOURS).toISOString().slice(0, 10)
  const entry = `${day} ${userid}`
  if (platform.entered.has(entry)) return { msgid: null }
  platform.entered.add(entry)
  const body = { msgtype: 'event', event: { eventtype: 'enter_chat' } }
  return { msgid: tell(platform, { kind: 'enter', from: userid, chat, body }) }
}

/** type 1 accurate, 2 inaccurate, 3 taken back. */
export type Judgement = Readonly<{ type: 1 | 2 | 3; content?: string; reasons?: readonly (1 | 2 | 3 | 4)[] }>

/** A person judges a message of the bot; possible only where the bot gave it a feedback id. */
export function giveFeedback(
  platform: Platform,
  userid: string,
  bubbleId: string,
  judged: Judgement,
): Readonly<{ msgid: string }> {
  const bubble = platform.bubbles.get(bubbleId)
  const id = platform.feedback.get(bubbleId)
  if (!bubble || id === undefined) throw new Impossible(words.noFeedback)
  const { type, content, reasons } = judged
  const detail = { id, type, ...(content ? { content } : {}), ...(reasons ? { inaccurate_reason_list: reasons } : {}) }
  const chat = chatOf(platform, userid, bubble.chatType === 'group' ? bubble.chat : undefined)
  const body = { msgtype: 'event', event: { eventtype: 'feedback_event', feedback_event: detail } }
  return { msgid: tell(platform, { kind: 'feedback', from: userid, chat, body }) }
}
