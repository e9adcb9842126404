import type { Bubble } from '../api.ts'
import { refuse } from '../codes.ts'
import type { ChatRef } from '../people.ts'
import type { Platform } from '../platform.ts'
import type { Outgoing } from './outgoing.ts'

/** Puts a message of the bot into a chat, within the rate of that chat. Null when it was silently dropped. */
export function show(
  platform: Platform,
  chat: ChatRef,
  { feedback, ...said }: Outgoing,
  via: Bubble['via'],
): Bubble | null {
  if (chat.type === 'group' && !platform.people.botIsIn(chat.id)) refuse('not-in-group')
  if (!allowed(platform, chat)) return null
  const bubble = platform.bubbles.add({
    ...said,
    chat: chat.id,
    chatType: chat.type,
    at: platform.clock.now().toISOString(),
    from: 'bot',
    via,
  })
  if (feedback) platform.feedback.set(bubble.id, feedback)
  return bubble
}

/** Answers and pushes count together. */
function allowed({ quota, faults, ledger, clock }: Platform, chat: ChatRef): boolean {
  const now = clock.now()
  const free = quota.take(chat.id, now)
  if (!free && !faults.silentDrop) refuse('too-often', '30 a minute, 1000 an hour per chat')
  ledger.count(chat.id, now, !free)
  return free
}
