import { words } from '../wording.ts'
import type { ChatRef } from '../people.ts'
import type { Platform } from '../platform.ts'
import { Impossible } from './impossible.ts'

/** The chat a person writes in: the single chat with the bot, or a group he is in. */
export function chatOf({ people }: Platform, userid: string, chatid: string | undefined): ChatRef {
  if (!people.known(userid)) throw new Impossible(words.nobody, 404)
  if (chatid === undefined) return { type: 'single', id: userid }
  const group = people.group(chatid)
  if (!group) throw new Impossible(words.noGroup, 404)
  if (!group.members.includes(userid)) throw new Impossible(words.notMember)
  return { type: 'group', id: chatid }
}

export function canSee({ people }: Platform, userid: string, { type, id }: ChatRef): boolean {
  return type === 'single' ? id === userid : (people.group(id)?.members.includes(userid) ?? false)
}

/** Whether the bot hears a message: everything said to it alone, and in a group it is in what mentions it by name. */
export function hears({ people, settings }: Platform, { type, id }: ChatRef, text: string): boolean {
  if (type === 'single') return true
  return people.botIsIn(id) && text.includes(words.mention(settings.bot.name))
}
