/** What the phones page and the tests see of the simulator. JSON over HTTP; instants are ISO strings. */

/** `wechat` = a villager with ordinary WeChat: `userid` is his external_userid (wm…), and he has no WeCom. */
export type Phone = Readonly<{ userid: string; name: string; label: string; wechat?: boolean }>
export type SimGroup = Readonly<{ chatid: string; name: string; members: readonly string[] }>

/** What brought a message: AI bot, self-built app, customer service, group robot, or a group chat of the app. */
export type Door = 'aibot' | 'app' | 'kf' | 'webhook' | 'appchat'

/** A menu of customer service. A tap on `click` says its text; `view` and `miniprogram` open something; `text` is only read. */
export type Menu = Readonly<{ head: string; items: readonly MenuItem[]; tail: string }>
export type MenuItem = Readonly<{
  /** what `clickMenu` takes; only `click` items have one */
  id: string
  text: string
  type: 'click' | 'view' | 'miniprogram' | 'text'
  /** of `view` */
  url?: string
}>

export type Place = Readonly<{ lat: number; lng: number; label: string }>

/** A picture-and-text entry of `news`, the one of a `textcard`, or a shared `link`. */
export type Article = Readonly<{ title: string; description: string; url: string; picurl: string; button: string }>

/**
 * One bubble in a chat. `chat` is a userid (single chat with the AI bot), `app:<userid>` (the app's chat),
 * `kf:<external_userid>` (customer service), or a group's chatid.
 */
export type Bubble = Readonly<{
  id: string
  door: Door
  chat: string
  chatType: 'single' | 'group'
  at: string
  /** `bot` or the userid of the sender */
  from: string
  kind:
    | 'text'
    | 'markdown'
    | 'stream'
    | 'template_card'
    | 'image'
    | 'file'
    | 'voice'
    | 'video'
    | 'mixed'
    | 'textcard'
    | 'news'
    | 'location'
    | 'link'
    | 'menu'
    /** a grey line of the system: recalled, could not be delivered … */
    | 'notice'
  /** text, markdown or transcript; for media the file name; for a textcard, news, link, menu or place what is read of it */
  content: string
  /** pictures and files, as addresses the page may load */
  files: readonly Readonly<{ name: string; mime: string; url: string }>[]
  /** the card exactly as the bot sent it, after updates */
  card: Readonly<Record<string, unknown>> | null
  /** userids that see another version of the card (updates with `userids`) */
  cardFor: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** of a textcard, news or link */
  articles: readonly Article[]
  menu: Menu | null
  place: Place | null
  /** userids a group message calls by name, `@all` for everybody */
  mentions: readonly string[]
  /** the id WeCom gave it: msgid of the API or of the callback, where there is one */
  msgid: string | null
  quote: string | null
  /** how the bot sent it */
  via: 'reply' | 'push' | 'welcome' | null
  finished: boolean
  updated: boolean
}>

/** Which doors there are beside the AI bot: an app, customer-service accounts, group robots. */
export type SimDoors = Readonly<{
  app: Readonly<{ name: string; agentId: number; members: readonly string[] }> | null
  kf: readonly Readonly<{ openKfid: string; name: string }>[]
  robots: readonly Readonly<{ chatid: string }>[]
}>

export type SimState = Readonly<{
  now: string
  botName: string
  connected: boolean
  phones: readonly Phone[]
  groups: readonly SimGroup[]
  bubbles: readonly Bubble[]
  doors: SimDoors
}>

/**
 * GET  api/state                        → SimState
 * GET  api/events                       → SSE: `bubble` (Bubble, new or changed), `clock` ({now}), `link` ({connected}), `reset` ({})
 * POST api/say    {userid, chatid?, text, quote?: bubbleId, files?: [{name, base64}], voice?: boolean}   → {msgid}
 *                 (no chatid = single chat; in a group the text must mention the bot to reach it)
 *                 (msgid is null where the bot is not told of it)
 * POST api/click  {userid, bubbleId, key, selected?: {questionKey: optionId[]}} → {}   (selected: what was chosen in the card's lists)
 * POST api/enter  {userid}                         → {msgid}   (opens the single chat; null after the first time of a day)
 * POST api/clock  {advanceMs}                      → {now}   (answers when everything due until then was done)
 * POST api/reset  {}                               → {}
 * POST api/fault  {…}                              → {}      outages, kicks, duplicates on demand; the page sends {outage: true | false}
 * Errors: 4xx {error: "sentence"}.
 */
export const API = ['state', 'events', 'say', 'click', 'enter', 'clock', 'reset', 'fault'] as const
