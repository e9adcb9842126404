/** A message of the bot as somebody holds it in his hand. */
export type Told = Readonly<{
  /** of the bubble; a card that changed has the same */
  id: string
  /** a userid, or a group's chatid */
  chat: string
  /** by the moved clock, ms */
  at: number
  /** all words of it */
  text: string
  /** case numbers in it */
  numbers: readonly string[]
  /** what can be tapped */
  keys: readonly string[]
  /** not an answer to what was said in this chat */
  push: boolean
  /** the bubble was there before */
  changed: boolean
}>

export type Order = Readonly<{ id: number; name: string; args: readonly unknown[] }>
export type Report =
  | Readonly<{ kind: 'done'; id: number; value: unknown }>
  | Readonly<{ kind: 'failed'; id: number; error: string }>
  | Readonly<{ kind: 'told'; told: Told }>
  | Readonly<{ kind: 'link'; up: boolean }>

export type Cast = Readonly<{
  phones: readonly Readonly<{ userid: string; name: string; label: string }>[]
  groups: readonly Readonly<{ chatid: string; name: string; members: readonly string[] }>[]
  /** who wrote to the AI bot before the story begins */
  acquainted: readonly string[]
  at: number
}>

export const BOT = { id: 'aib-soak', secret: 'not-a-secret', name: '哨子' } as const
export const APP_SECRET = 'not-a-secret-either'
