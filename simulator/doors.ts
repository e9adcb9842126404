/** What people, tests and the page can do at the doors beside the AI bot. What a person cannot do is thrown as Impossible. */
import type { Bubble, Place } from './api.ts'
import type { SentFile } from './chat/say.ts'

/**
 * What became of one thing a person did. The promise resolves once the callback was answered, was given up after three
 * tries, or is held back; the bubble is there at once. `msgid` is null where nobody is told.
 */
export type Done = Readonly<{ msgid: string | null; bubbles: readonly Bubble[] }>

export type SharedLink = Readonly<{ title: string; description: string; url: string; picurl?: string }>
export type Choice = Readonly<{
  /** what was chosen in the card's lists, by question_key */
  selected?: Readonly<Record<string, readonly string[]>>
  /** a button of an earlier version, on a phone that has not yet drawn the new one */
  stale?: boolean
}>

/** Members in the chat with the self-built app. */
export type AppSide = Readonly<{
  say(userid: string, text: string): Promise<Done>
  /** pictures and videos are called back; other files are only seen by the member (msgid null) */
  sendMedia(userid: string, file: SentFile): Promise<Done>
  sendVoice(userid: string, file: SentFile, recognition?: string): Promise<Done>
  sendLocation(userid: string, place: Place): Promise<Done>
  sendLink(userid: string, link: SharedLink): Promise<Done>
  /** opens the app: enter_agent */
  enter(userid: string): Promise<Done>
  /** taps a button, a submit button or an entry of the menu of a card he sees */
  click(userid: string, bubbleId: string, key: string, choice?: Choice): Promise<Done>
  /** taps an entry of the app's menu: `click`, or `view` where the key is an address */
  menu(userid: string, eventKey: string): Promise<Done>
  /** the phone reports where it is: LOCATION */
  report(userid: string, where: Readonly<{ lat: number; lng: number; precision?: number }>): Promise<Done>
  /** lets somebody into the app's visible range or takes him out: subscribe, unsubscribe */
  setVisible(userid: string, visible: boolean): Promise<Done>
  /** what happens when a person opens an OAuth or web-login address: the address he is sent back to, with code and state */
  authorize(userid: string, url: string): string
  /** whether a callback is set and enabled; without one interactive cards are refused (43012) */
  disable(on: boolean): void
}>

export type KfState = Readonly<{
  /** how many messages may still be sent in this window */
  left: number
  /** when the window shuts; null = none is open */
  until: Date | null
  serviceState: 0 | 1 | 2 | 3 | 4
}>

/** Villagers with ordinary WeChat. Without `account` it is the one the person opened last, else the first. */
export type KfSide = Readonly<{
  /** the address behind a QR code, as kf/add_contact_way and the bot's own scene_param make it */
  link(openKfid: string, scene?: string, sceneParam?: string): string
  scan(external: string, url: string): Promise<Done>
  open(external: string, account?: string): Promise<Done>
  say(external: string, text: string, account?: string): Promise<Done>
  sendMedia(external: string, file: SentFile): Promise<Done>
  sendVoice(external: string, file: SentFile): Promise<Done>
  sendLocation(external: string, place: Place): Promise<Done>
  sendLink(external: string, link: SharedLink): Promise<Done>
  clickMenu(external: string, bubbleId: string, itemId: string): Promise<Done>
  recall(external: string, bubbleId: string): Promise<Done>
  state(external: string, account?: string): KfState
  /** a human of the office takes the session, gives it back or ends it, as in the WeCom client */
  setServiceState(external: string, state: KfState['serviceState'], servicer?: string): Promise<Done>
  /** the next messages are accepted and then fail: msg_send_fail with this fail_type; the bubble disappears */
  failNext(times: number, failType: number): void
  /** the next pages of sync_msg are empty and say has_more */
  emptyPages(count: number): void
  /** the next sync_msg gives these items (default all of the last page) once more */
  redeliver(msgids?: readonly string[]): void
  /** how many items a page holds at most, whatever limit is asked for */
  pageSize(most: number | null): void
  /** an item of any shape into the log, and its thin callback: what WeCom may send one day */
  put(item: Readonly<Record<string, unknown>>, account?: string): Promise<Done>
  /** every item ever logged, as sync_msg gives it */
  log: readonly Readonly<Record<string, unknown>>[]
}>

/** The corp's contacts; each change is called back (change_contact) where that is set. */
export type ContactsSide = Readonly<{
  leave(userid: string): Promise<Done>
  /** gives a member another userid */
  rename(userid: string, newUserid: string): Promise<Done>
  join(userid: string, name: string): Promise<Done>
}>

export type CallbackTarget = Readonly<{ url: string; token: string; aesKey: string }>
/** One try to deliver a callback. */
export type Delivery = Readonly<{
  at: Date
  door: 'app' | 'kf' | 'contacts'
  msgid: string | null
  /** the plain XML */
  plain: string
  attempt: number
  /** the whole address with its signature, and the encrypted body */
  url: string
  body: string
  /** null = nobody answered within the time */
  status: number | null
  /** the decrypted passive reply; null when there was none */
  reply: string | null
}>
/** A request of which every part can be wrong. */
export type Forged = Readonly<{
  /** the plain XML, or its fields */
  plain?: string | Readonly<Record<string, unknown>>
  corpId?: string
  token?: string
  aesKey?: string
  timestamp?: string
  nonce?: string
  signature?: string
  /** the encrypted part itself, instead of encrypting `plain` */
  encrypt?: string
  /** the whole body, instead of the usual envelope */
  body?: string | Buffer
  /** keeps only so many bytes of the body */
  cut?: number
  method?: string
  query?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
}>
export type Answered = Readonly<{ status: number; body: string }>

export type CallbackSide = Readonly<{
  set(where: CallbackTarget | null): void
  sent: readonly Delivery[]
  /** GET with an encrypted echostr; `ok` = the answer is exactly its plain text. Parts can be forged. */
  verify(forged?: Forged & Readonly<{ echo?: string }>): Promise<Answered & Readonly<{ ok: boolean }>>
  /** posts what is built of these parts, signed and encrypted as usual where nothing else is said; null = no answer */
  raw(forged: Forged): Promise<Answered | null>
  /** the same request, ready to be sent in a test's own way */
  build(forged: Forged): Readonly<{ url: string; body: Buffer; headers: Readonly<Record<string, string>> }>
  /** sends a captured request again, letter by letter (default the last) */
  replay(delivery?: Delivery): Promise<Answered | null>
  /** delivers every callback so many times with the same MsgId; 1 = once */
  duplicate(times: number): void
  /** the next callbacks never arrive, all three tries */
  lose(count: number): void
  /** keeps callbacks back until they are released */
  hold(): void
  release(order?: 'in-order' | 'reversed'): Promise<void>
  /** resolves when nothing is on its way */
  settled(): Promise<void>
}>

/** One call of the bot; the query without secrets. A file is `{filename, bytes}`. */
export type Call = Readonly<{
  at: Date
  method: string
  path: string
  query: Readonly<Record<string, string>>
  body: unknown
  /** null when something else than JSON was answered */
  errcode: number | null
}>
export type Failure = Readonly<{
  errcode?: number
  status?: number
  html?: string
  empty?: true
  garbage?: true
  hang?: true
  /** the connection is cut; `after` = it was done and only the answer is lost */
  reset?: 'before' | 'after'
  /** the answer comes so many real milliseconds late; alone, it is a proper answer */
  slowMs?: number
}>
export type RestSide = Readonly<{
  calls: readonly Call[]
  /** every token given out so far is refused from now on (40014) */
  invalidateTokens(): void
  /** the bot's address is not trusted (60020) */
  denyIp(on: boolean): void
  /** the next calls of a path (`/cgi-bin/message/send`, `message/send`, or `*`) go wrong */
  fail(path: string, how: Failure, times?: number): void
  /** ends all faults; the calls stay */
  clear(): void
}>
