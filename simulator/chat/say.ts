import type { Bubble } from '../api.ts'
import { kindOf } from '../media/mime.ts'
import type { Shown } from '../media/shelf.ts'
import type { ChatRef } from '../people.ts'
import type { Platform } from '../platform.ts'
import { words } from '../wording.ts'
import { tell } from './deliver.ts'
import { Impossible } from './impossible.ts'
import { linkOf, mixed, quoted } from './quote.ts'
import { chatOf, hears } from './where.ts'

const MOST_BYTES = 100 * 1024 * 1024

/** `chatid` = a group; without it the single chat with the bot. `quote` is a bubble's id. */
export type Where = Readonly<{ chatid?: string; quote?: string }>
export type SentFile = Readonly<{ name: string; data: Buffer }>
/** `msgids` are empty where the bot is not told: in a group without a mention, or of a kind groups do not pass on. */
export type Said = Readonly<{ msgid: string | null; msgids: readonly string[]; bubbles: readonly Bubble[] }>

type Content = Readonly<Record<string, unknown>>
type Spoken = Readonly<{
  kind: Bubble['kind']
  content: string
  files?: readonly Shown[]
  told: Content
  singleOnly: boolean
}>

export function sayText(platform: Platform, userid: string, text: string, where: Where): Said {
  if (text === '') throw new Impossible(words.empty)
  return speak(platform, userid, where, [
    { kind: 'text', content: text, told: { msgtype: 'text', text: { content: text } }, singleOnly: false },
  ])
}

/** The bot hears what a voice message says, never its sound. */
export function sayVoice(platform: Platform, userid: string, transcript: string, where: Where): Said {
  return speak(platform, userid, where, [
    {
      kind: 'voice',
      content: transcript,
      told: { msgtype: 'voice', voice: { content: transcript } },
      singleOnly: true,
    },
  ])
}

/** Each picture or file is a message of its own. */
export function sayFiles(platform: Platform, userid: string, files: readonly SentFile[], where: Where): Said {
  chatOf(platform, userid, where.chatid)
  return speak(
    platform,
    userid,
    where,
    keep(platform, files).map((file) => fileMessage(platform, file)),
  )
}

function fileMessage(platform: Platform, file: Shown): Spoken {
  const kind = kindOf(file.name)
  const told = { msgtype: kind, [kind]: linkOf(platform, file) }
  return { kind, content: file.name, files: [file], told, singleOnly: true }
}

/** Words with pictures in one message; other files follow as messages of their own. */
export function sayMixed(
  platform: Platform,
  userid: string,
  text: string,
  files: readonly SentFile[],
  where: Where,
): Said {
  chatOf(platform, userid, where.chatid)
  const isPicture = (file: SentFile) => kindOf(file.name) === 'image'
  const pictures = keep(platform, files.filter(isPicture))
  const others = keep(
    platform,
    files.filter((file) => !isPicture(file)),
  )
  const told = pictures.length > 0 ? mixed(platform, text, pictures) : { msgtype: 'text', text: { content: text } }
  const first: Spoken = {
    kind: pictures.length > 0 ? 'mixed' : 'text',
    content: text,
    files: pictures,
    told,
    singleOnly: false,
  }
  return speak(platform, userid, where, [first, ...others.map((file) => fileMessage(platform, file))])
}

function keep({ shelf }: Platform, files: readonly SentFile[]): Shown[] {
  if (files.some(({ data }) => data.length > MOST_BYTES)) throw new Impossible(words.tooBig)
  return files.map(({ name, data }) => shelf.shown(shelf.keep(name, data)))
}

function speak(platform: Platform, userid: string, where: Where, messages: readonly Spoken[]): Said {
  const chat = chatOf(platform, userid, where.chatid)
  if (messages.length === 0) throw new Impossible(words.empty)
  const quote = where.quote === undefined ? null : quoted(platform, userid, chat.id, where.quote)
  const bubbles: Bubble[] = []
  const msgids: string[] = []
  for (const { kind, content, files = [], told, singleOnly } of messages) {
    const at = platform.clock.now().toISOString()
    const shown = { kind, content, files, quote: quote?.shown ?? null }
    bubbles.push(platform.bubbles.add({ chat: chat.id, chatType: chat.type, at, from: userid, ...shown }))
    if (!reaches(platform, chat, content, singleOnly)) continue
    noteContact(platform, chat)
    msgids.push(
      tell(platform, {
        kind: 'message',
        from: userid,
        chat,
        body: { ...told, ...(quote ? { quote: quote.told } : {}) },
      }),
    )
  }
  return { msgid: msgids[0] ?? null, msgids, bubbles }
}

/** In groups the bot hears texts and mixed messages that mention it, and nothing else. */
function reaches(platform: Platform, chat: ChatRef, content: string, singleOnly: boolean): boolean {
  return !(singleOnly && chat.type === 'group') && hears(platform, chat, content)
}

function noteContact({ people, journal }: Platform, { id }: ChatRef): void {
  if (people.hasSpoken(id)) return
  people.spoke(id)
  journal.spoke(id)
}
