import type { HandedIn } from './open/kinds.ts'

/**
 * The doors of WeCom: AI bot, self-built app, WeChat customer service, group robot, and a group chat of the app; `web` =
 * our own page, which shows what is answered there; `open` = other systems, which hand in and look for themselves how it
 * stands; `hook` = other systems that are called.
 */
export type Door = 'aibot' | 'app' | 'kf' | 'webhook' | 'appchat' | 'web' | 'open' | 'hook'
/** Those that hear people. */
export type Ear = Extract<Door, 'aibot' | 'app' | 'kf' | 'web' | 'open'>

/** The chat a message came from, as the platform addresses it; `via` = the door it is behind, where that is known. */
export type Chat = Readonly<{ type: 'single' | 'group'; id: string; via?: Ear }>

/** How the platform lets us answer one callback directly; after `until` an answer must become a push. `via` absent = the AI bot. */
export type ReplyHandle = Readonly<{ reqId: string; kind: 'message' | 'card' | 'welcome'; until: Date; via?: Ear }>

/**
 * A file the platform holds for us: `url` is a link of five minutes to an encrypted file (AI bot), or `media:` and the
 * media_id (app, customer service: three days, plain).
 */
export type MediaRef = Readonly<{ kind: 'image' | 'file' | 'video' | 'voice'; url: string; aesKey: string | null }>

export type Content =
  | Readonly<{ kind: 'text'; text: string; quote: string | null }>
  | Readonly<{ kind: 'voice'; text: string; quote: string | null }>
  | Readonly<{ kind: 'media'; text: string; media: readonly MediaRef[]; quote: string | null }>
  | Readonly<{ kind: 'click'; key: string; cardId: string }>
  /** `scene` = what stood on the QR code by which somebody came in: a village code on ours */
  | Readonly<{ kind: 'enter'; scene?: string | null }>
  /** a shared place, in degrees of GCJ-02 (what Chinese map apps show) */
  | Readonly<{ kind: 'location'; lat: number; lng: number; label: string }>
  /** another system hands in what somebody told it */
  | (Readonly<{ kind: 'order' }> & HandedIn)
  /** the sender took back the message with this dedupe key */
  | Readonly<{ kind: 'recall'; dedupeKey: string }>
  /** the platform could not deliver what it had accepted; `rowId` of the outbox, `code` as the platform gives it */
  | Readonly<{ kind: 'send-failed'; rowId: string; why: 'window' | 'refused'; code: number }>
  /** a member left the corp */
  | Readonly<{ kind: 'left'; userid: string }>
  | Readonly<{ kind: 'unknown'; type: string }>

/** One thing a person did in a chat, normalised at the edge; inside, its shape is trusted. */
export type Inbound = Readonly<{
  channel: Ear
  /** open_kfid, for customer service */
  account?: string
  /** what makes a second delivery of the same callback recognisable */
  dedupeKey: string
  from: string
  chat: Chat
  content: Content
  reply: ReplyHandle | null
  /** when it was sent, where the platform says so and it may matter: customer service counts its 48 hours from here */
  sentAt?: Date
}>
