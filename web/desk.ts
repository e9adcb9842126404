import type { Context } from '../context.ts'
import type { Middleware } from 'koa'
import type { NoticeBody } from '../domain/notice.ts'
import type { Finding, Setup } from './setup.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { Lists } from './lists.ts'
import type { Foresight } from '../domain/escalation/foresee.ts'
import type { Task } from '../domain/task.ts'

/** What came of an order given on a page: the words the bot says to it in chat. */
export type Outcome = Readonly<{ ok: boolean; said: readonly string[] }>

/** Something the command room was told of, or will be. */
export type Alarm = Readonly<{ name: string; cause: string; mend: string; since: string }>

/** What the pages are served with. */
export type Desk = Readonly<{
  ctx: Context
  /** how others reach us; null where nobody said */
  publicUrl: string | null
  /** is sign-in by WeCom set up? */
  byWecom: boolean
  /** is it the demo? */
  demo: boolean
  /**
   * A person gives an order, in the words he would type in chat: it is committed, worked on and answered as there.
   * `ok` = it was not refused. Rejects where it could not be worked on now; it is tried again by itself.
   */
  act(userid: string, words: string): Promise<Outcome>
  /** Whom a link that was made at the terminal lets in, and who made it; it is used up. Null where there is none (any more). */
  takeLink(key: string): Promise<Readonly<{ userid: string; by: string }> | null>
  /** how the machine is, in plain words */
  health(): Promise<readonly Finding[]>
  /** what is wrong with the machine just now */
  alarms(): Promise<readonly Alarm[]>
  /** sets the channels up; null where the settings do not lie in a file of ours */
  setup: Setup | null
  /** the page of the queues, where they run on Redis */
  queuePage(): Promise<Middleware | null>
  /** what the bot says of this to one person */
  words(body: NoticeBody): string
  /** what an errcode of WeCom means and how to mend it; null for one nobody ever met */
  explainCode(code: number): Readonly<{ cause: string; mend: string }> | null
  /** what a step of the log of events is called */
  eventName(type: string): string
  /** a case with its township, its frozen policy and its book, as rules decide on it */
  hand(task: Task): Promise<CaseInHand>
  /** what would happen to a case and its book until then, if nobody did anything; nothing of it is kept */
  foresee(task: Task, until: Date): Promise<Foresight>
  /** the duty list and the roster, as they lie in the township folder */
  lists: Lists
}>
