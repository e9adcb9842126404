import type { Phone } from '../../api.ts'
import { chatsOf } from './chats.ts'
import { live } from './live.ts'
import { unreadFor } from './reading.ts'

/** How many messages the owner of a phone has not seen, in all chats together. */
export function unreadOn(phone: Phone): number {
  const chats = new Set(chatsOf(phone, live.groups, live.botName).map((chat) => chat.id))
  return unreadFor(
    phone.userid,
    [...live.bubbles.values()].filter((bubble) => chats.has(bubble.chat)),
  )
}
