import type { Bubble, Phone, SimGroup } from '../../api.ts'

/** One entry of a phone's chat list; the single chat with the bot has the phone's userid as its id. */
export type Chat = Readonly<{ id: string; name: string; group: boolean; members: number }>

/** The single chat with the bot first, then the groups the phone's owner is a member of. */
export function chatsOf(phone: Phone, groups: readonly SimGroup[], botName: string): Chat[] {
  const single = { id: phone.userid, name: botName, group: false, members: 2 }
  const joined = groups.filter((group) => group.members.includes(phone.userid))
  return [
    single,
    ...joined.map((group) => ({ id: group.chatid, name: group.name, group: true, members: group.members.length })),
  ]
}

/** The phones under their headings, in the order in which those first appear. */
export function byKind(phones: readonly Phone[]): (readonly [kind: string, phones: readonly Phone[]])[] {
  const kinds = [...new Set(phones.map(({ kind }) => kind ?? ''))]
  return kinds.map((kind) => [kind, phones.filter((phone) => (phone.kind ?? '') === kind)])
}

/** A phone that stands for a room (指挥室, 镇领导督办群) opens on that room's group, any other on the single chat. */
export function firstChat(phone: Phone, chats: readonly Chat[]): string {
  const same = (name: string) => name.includes(phone.label) || phone.label.includes(name)
  return chats.find((chat) => chat.group && same(chat.name))?.id ?? phone.userid
}

/** The card as this person sees it: an update may have been meant for some members only. */
export const cardSeenBy = (bubble: Bubble, userid: string) => bubble.cardFor[userid] ?? bubble.card

/** The newest case number in some bubbles, for the prepared sentences; null when none was seen. */
export function newestCaseNo(bubbles: readonly Bubble[]): string | null {
  for (const bubble of bubbles.toReversed()) {
    const found = /[A-Z]{2,4}\d{6}-\d{4,}/.exec(`${bubble.content} ${JSON.stringify(bubble.card ?? '')}`)
    if (found) return found[0]
  }
  return null
}

/** One line that says what a bubble holds, for quotes. */
export function gist(bubble: Bubble): string {
  const title = bubble.card?.['main_title']
  const said = typeof title === 'object' && title !== null && 'title' in title ? String(title.title) : ''
  return plain(bubble.content || said || bubble.files[0]?.name || '')
}

/** Markdown as one line of plain words. */
export const plain = (markdown: string) =>
  markdown
    .replaceAll(/<[^>]+>|[#*`>]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
