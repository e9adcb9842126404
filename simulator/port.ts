import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bubble, SimState } from './api.ts'
import type { Bus } from './bus.ts'
import type { Clicked, ClickOptions } from './chat/click.ts'
import type { Judgement } from './chat/enter.ts'
import type { Said, SentFile, Where } from './chat/say.ts'
import type { Ledger } from './ledger.ts'
import type { Trouble } from './trouble.ts'

/** WeCom on this machine, as its people, a test or the page see it. What a person cannot do is thrown as Impossible. */
export type Simulator = Readonly<{
  /** the phones page */
  url: string
  /** where a bot connects (any path will do) */
  wsUrl: string
  /** whether a bot is subscribed */
  connected: boolean
  bubbles: readonly Bubble[]
  /** the bubbles of a chat: a userid, or a group's chatid */
  chat(id: string): Bubble[]
  state(): SimState
  say(userid: string, text: string, where?: Where): Promise<Said>
  sendMedia(userid: string, files: readonly SentFile[], where?: Where): Promise<Said>
  sendVoice(userid: string, transcript: string, where?: Where): Promise<Said>
  sendMixed(userid: string, text: string, files: readonly SentFile[], where?: Where): Promise<Said>
  click(userid: string, bubbleId: string, key: string, options?: ClickOptions): Promise<Clicked>
  /** opens the single chat; the bot hears of the first time of a day only (msgid null otherwise) */
  enter(userid: string): Promise<Clicked>
  feedback(userid: string, bubbleId: string, judged: Judgement): Promise<Clicked>
  /** these people (or groups) spoke to the bot before the story begins */
  acquaint(chats: readonly string[]): void
  /** any frame at all to the subscribed bot: what WeCom may send one day. False when no bot is there. */
  sendRaw(frame: Readonly<Record<string, unknown>> | string): boolean
  now(): Date
  advance(ms: number): Promise<Date>
  on: Bus['on']
  next: Bus['next']
  faults: Trouble
  ledger: Ledger
  /** serves the page and its API below a prefix of another server */
  handle(request: IncomingMessage, response: ServerResponse, prefix: string): void
  /** empties all chats, ends all faults and calls `onReset` */
  reset(): Promise<void>
  /** a reset is under way */
  startingOver: boolean
  close(): Promise<void>
}>
