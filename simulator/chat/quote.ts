import type { Bubble } from '../api.ts'
import { visibleText } from '../card/words.ts'
import type { MediaLink } from '../media/links.ts'
import type { Shown } from '../media/shelf.ts'
import type { Platform } from '../platform.ts'
import { words } from '../wording.ts'
import { Impossible } from './impossible.ts'

type Content = Readonly<Record<string, unknown>>
/** What a bubble shows of the quoted message, and what the bot is told of it: its content, never its id. */
export type Quoted = Readonly<{ shown: string; told: Content }>

/** The quote of a bubble by a person who sees it in the same chat. */
export function quoted(platform: Platform, userid: string, chat: string, bubbleId: string): Quoted {
  const bubble = platform.bubbles.get(bubbleId)
  if (!bubble) throw new Impossible(words.noBubble, 404)
  if (bubble.chat !== chat) throw new Impossible(words.otherChat)
  return { shown: readable(bubble, userid), told: contentOf(platform, bubble, userid) }
}

function readable(bubble: Bubble, userid: string): string {
  const card = bubble.cardFor[userid] ?? bubble.card
  return card ? visibleText(card) : bubble.content
}

function contentOf(platform: Platform, bubble: Bubble, userid: string): Content {
  const { kind, content } = bubble
  if (kind === 'voice') return { msgtype: 'voice', voice: { content } }
  if (kind === 'mixed') return mixed(platform, content, bubble.files)
  if (kind === 'image' || kind === 'file' || kind === 'video') return media(platform, kind, bubble.files[0])
  return { msgtype: 'text', text: { content: readable(bubble, userid) } }
}

function media(platform: Platform, kind: string, file: Shown | undefined): Content {
  return { msgtype: kind, [kind]: linkOf(platform, file) }
}

/** Words and pictures in the order in which they were sent. */
export function mixed(platform: Platform, text: string, files: readonly Shown[]): Content {
  const pictures = files.map((file) => ({ msgtype: 'image', image: linkOf(platform, file) }))
  return { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: text } }, ...pictures] } }
}

/** A link of its own for each time a file is told of. */
export function linkOf({ shelf, links, clock }: Platform, file: Shown | undefined): MediaLink {
  const kept = file && shelf.byUrl(file.url)
  if (!kept) throw new Impossible(words.noBubble, 404)
  return links.make(kept, clock.now())
}
