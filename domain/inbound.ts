/** The chat a message came from, as the platform addresses it. */
export type Chat = Readonly<{ type: 'single' | 'group'; id: string }>

/** How the platform lets us answer one callback directly; after `until` an answer must become a push. */
export type ReplyHandle = Readonly<{ reqId: string; kind: 'message' | 'card' | 'welcome'; until: Date }>

/** A file the platform holds for us for five minutes, encrypted. */
export type MediaRef = Readonly<{ kind: 'image' | 'file' | 'video'; url: string; aesKey: string | null }>

export type Content =
  | Readonly<{ kind: 'text'; text: string; quote: string | null }>
  | Readonly<{ kind: 'voice'; text: string; quote: string | null }>
  | Readonly<{ kind: 'media'; text: string; media: readonly MediaRef[]; quote: string | null }>
  | Readonly<{ kind: 'click'; key: string; cardId: string }>
  | Readonly<{ kind: 'enter' }>
  | Readonly<{ kind: 'unknown'; type: string }>

/** One thing a person did in a chat, normalised at the edge; inside, its shape is trusted. */
export type Inbound = Readonly<{
  channel: 'aibot'
  /** what makes a second delivery of the same callback recognisable */
  dedupeKey: string
  from: string
  chat: Chat
  content: Content
  reply: ReplyHandle | null
}>
