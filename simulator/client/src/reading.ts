import { reactive } from 'vue'
import type { Bubble } from '../../api.ts'

/** Which bubbles each phone has already shown: `userid bubbleId`. */
const read = reactive(new Set<string>())
/** What was there when the page was opened is old for everybody. */
const seen = new Set<string>()
const mark = (userid: string, bubble: Bubble) => `${userid} ${bubble.id}`

export function markRead(userid: string, bubbles: Iterable<Bubble>): void {
  for (const bubble of bubbles) read.add(mark(userid, bubble))
}

export function markSeen(bubbles: Iterable<Bubble>): void {
  for (const { id } of bubbles) seen.add(id)
}

export const unreadFor = (userid: string, bubbles: readonly Bubble[]) =>
  bubbles.filter((bubble) => bubble.from !== userid && !seen.has(bubble.id) && !read.has(mark(userid, bubble))).length
