import { createHash } from 'node:crypto'
import type { SimGroup } from './api.ts'
import type { Settings } from './options.ts'

export type ChatRef = Readonly<{ type: 'single' | 'group'; id: string }>

export type People = Readonly<{
  known(userid: string): boolean
  group(chatid: string): SimGroup | null
  /** a userid as the bot sees it */
  shown(userid: string): string
  /** whom the bot means by a userid; null when there is nobody of that id. Letter case counts. */
  meant(shown: string): string | null
  /** whether the bot was spoken to in a chat */
  hasSpoken(chat: string): boolean
  spoke(chat: string): void
  botIsIn(chatid: string): boolean
  setBotIn(chatid: string, isIn: boolean): void
  clear(): void
}>

/** Who has a phone, who is in which group, and where the bot may write. */
export function makePeople(settings: Settings): People {
  const groups = new Map(settings.groups.map((group) => [group.chatid, group]))
  const userids = new Set([...settings.phones.map((p) => p.userid), ...settings.groups.flatMap((g) => g.members)])
  const shown = (userid: string) => (settings.idStyle === 'plain' ? userid : encrypted(userid))
  const byShown = new Map([...userids].map((userid) => [shown(userid), userid]))
  const spoken = new Set<string>()
  const without = new Set<string>()
  return {
    known: (userid) => userids.has(userid),
    group: (chatid) => groups.get(chatid) ?? null,
    shown,
    meant: (id) => byShown.get(id) ?? null,
    hasSpoken: (chat) => spoken.has(chat),
    spoke: (chat) => void spoken.add(chat),
    botIsIn: (chatid) => !without.has(chatid),
    setBotIn: (chatid, isIn) => void (isIn ? without.delete(chatid) : without.add(chatid)),
    clear() {
      spoken.clear()
      without.clear()
    },
  }
}

const encrypted = (userid: string) => `wo${createHash('sha256').update(userid).digest('base64url').slice(0, 30)}`
