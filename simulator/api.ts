/** What the phones page and the tests see of the simulator. JSON over HTTP; instants are ISO strings. */

/** `kind` = the heading under which it stands where phones are chosen */
export type Phone = Readonly<{ userid: string; name: string; label: string; kind?: string }>
export type SimGroup = Readonly<{ chatid: string; name: string; members: readonly string[] }>

/** One bubble in a chat. `chat` is a userid (single chat with the bot) or a group's chatid. */
export type Bubble = Readonly<{
  id: string
  chat: string
  chatType: 'single' | 'group'
  at: string
  /** `bot` or the userid of the sender */
  from: string
  kind: 'text' | 'markdown' | 'stream' | 'template_card' | 'image' | 'file' | 'voice' | 'video' | 'mixed'
  /** text, markdown or transcript; for media the file name */
  content: string
  /** pictures and files, as addresses the page may load */
  files: readonly Readonly<{ name: string; mime: string; url: string }>[]
  /** the card exactly as the bot sent it, after updates */
  card: Readonly<Record<string, unknown>> | null
  /** userids that see another version of the card (updates with `userids`) */
  cardFor: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  quote: string | null
  /** how the bot sent it */
  via: 'reply' | 'push' | 'welcome' | null
  finished: boolean
  updated: boolean
}>

export type SimState = Readonly<{
  now: string
  botName: string
  connected: boolean
  phones: readonly Phone[]
  /** userids whose phones lie open when the page is opened for the first time */
  open: readonly string[]
  groups: readonly SimGroup[]
  bubbles: readonly Bubble[]
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
