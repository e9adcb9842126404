import type { Entry } from './book/entry.ts'
import type { Admission } from './admission/admission.ts'
import type { Chat, Inbound, MediaRef } from './inbound.ts'
import type { Notice } from './notice.ts'
import type { Place, Task } from './task.ts'

/** What happened to a case; appended to the hash-chained log. `data` is plain JSON. */
export type NewEvent = Readonly<{
  taskId: string
  caseNo: string
  type: string
  /** userid, or `system` */
  by: string
  at: Date
  data: Readonly<Record<string, unknown>>
}>

/**
 * A deadline. One row per (subject, kind): setting it again moves it, `dueAt: null` clears it.
 * `subject` is a task id or the key of a conversation; `step` says which of its steps is next.
 */
export type TimerChange = Readonly<{ subject: string; kind: string; dueAt: Date | null; step: number }>

/** A place of a township (by its code). */
export type Spot = Readonly<{ town: string; place: Place }>

/** `choices` = what the buttons of message `card` answer, in their order; `asked` = how many questions there were in a row, this one among them. */
type Asked = Readonly<{
  card?: string
  choices?: readonly string[]
  asked?: number
  /** what units asked him and he has not answered yet, newest first; it waits while something else is asked */
  relays?: readonly Relay[]
}>

/** `by` = who asked, `at` = when, as an ISO instant */
export type Relay = Readonly<{ caseNo: string; by: string; at: string }>

/** A report as far as it is known when something is still to be asked. */
type Told = Readonly<{ text: string; media: readonly string[]; town: string; place: Place | null }>

/** What the bot is waiting to hear from one person in one chat. */
export type Question = Asked &
  /** `again` = the first answer did not say where */
  (
    | Readonly<{ asks: 'place'; text: string; media: readonly string[]; again?: boolean }>
    /** `spot` = where it is, shared before a word was said */
    | Readonly<{ asks: 'problem'; text: string; media: readonly string[]; spot?: Spot }>
    /** is it one of these cases? */
    | (Readonly<{ asks: 'same'; cases: readonly string[]; again?: boolean }> & Told)
    /** it is somebody else's business: does he want it taken up all the same? */
    | (Readonly<{ asks: 'insist' }> & Told)
    /** one of the `relays` is to be answered */
    | Readonly<{ asks: 'relay' }>
    /** which of the cases, whose units asked, is the answer for? */
    | Readonly<{ asks: 'which'; cases: readonly string[]; text: string; media: readonly string[]; again?: boolean }>
    /** the words an order lacked: `no` = the case or the entry of the book it is about */
    | Readonly<{ asks: 'words'; verb: string; no: string | null; lead: string }>
    | Readonly<{ asks: 'spot'; caseNo: string }>
    | Readonly<{ asks: 'result' | 'reason' | 'feedback' | 'supplement'; caseNo: string }>
  )

export type Conversation = Readonly<{
  /** channel-chat-user */
  key: string
  userid: string
  chat: Chat
  question: Question
  askedAt: Date
}>

/** The `fault` of a file that takes longer to fetch than a person should wait for his answer: it is still fetched. */
export const COMING = 'coming'

/** The `fault` of a file that was let go of by the rules. */
export const ERASED = 'erased'

/** A stored file and what it belongs to; `sha256` is null when it could not be fetched (see `fault`). */
export type NewAttachment = Readonly<{
  id: string
  taskId: string | null
  sha256: string | null
  mime: string | null
  bytes: number
  name: string | null
  by: string
  at: Date
  fault: string | null
  source: MediaRef['kind']
  /** where the picture says it was taken, `lat,lng` in WGS-84: for evidence only */
  gps?: string | null
  /** sha256 of a small picture of it */
  thumb?: string | null
}>

export type Fetched = Pick<NewAttachment, 'id' | 'sha256' | 'mime' | 'bytes' | 'name' | 'fault' | 'gps' | 'thumb'>

/** What one person sent about one case; several may join one Task. */
export type NewReport = Readonly<{ id: string; taskId: string; userid: string; chat: Chat; text: string; at: Date }>

/** What ties a person to a case is undone: all he said of it, or the one report with this id. */
export type Unreport = Readonly<{ taskId: string; userid: string; id: string | null }>

/** What a clerk decided about the words of a case: what is learnt from. */
export type NewLesson = Readonly<{
  id: string
  taskId: string
  town: string
  text: string
  /** what it is about; null = it names no item of the duty list, or it is about two cases */
  item: string | null
  /** the unit that was chosen; empty where it is about two cases */
  lead: string
  by: string
  at: Date
  /** the case it was compared with, its words, and whether the two are one; null = it says who leads */
  otherId: string | null
  other: string | null
  same: boolean | null
  /** who took it back, and when: nothing is learnt from it any more */
  takenBy: string | null
  takenAt: Date | null
}>

/** Another name for a village, as a correction suggests it or an admin decided on it; one row per township and alias. */
export type NewAlias = Readonly<{
  id: string
  town: string
  alias: string
  /** code of the village */
  village: string
  status: 'proposed' | 'approved' | 'refused'
  caseNo: string | null
  by: string
  at: Date
}>

/** A name or a number that tells who is forgotten, and his case. */
export type Trace = Readonly<{ taskId: string; text: string }>

/**
 * All that follows from one decision. The store commits it in one transaction, or not at all.
 * `task.version` is the version it was decided on; 0 means a new row.
 */
/** `sign-in`, `sign-in-refused`, `sign-out` of the web page; `session-ended` = signed out from elsewhere, `second` is who; `operation` = whatever was changed there. */
export type AccessKind =
  | 'reveal'
  | 'reveal-asked'
  | 'export'
  | 'purge'
  | 'erase'
  | 'key'
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'session-ended'
  | 'operation'

/** A look behind a mask, an export, a purge, a sign-in, an operation on a page. */
export type NewAccess = Readonly<{
  id: string
  kind: AccessKind
  by: string
  second: string | null
  caseNo: string | null
  reason: string
  at: Date
}>

export type Decision = Readonly<{
  task?: Task
  /** what follows for further cases: all of it is committed, or none */
  more?: readonly Decision[]
  reports?: readonly NewReport[]
  unreport?: readonly Unreport[]
  events?: readonly NewEvent[]
  notices?: readonly Notice[]
  timers?: readonly TimerChange[]
  conversation?: Readonly<{ key: string; value: Conversation | null }>
  attachments?: readonly NewAttachment[]
  /** what became of files that were `COMING` */
  fetched?: readonly Fetched[]
  /** attachments stored before their case was known */
  attach?: Readonly<{
    ids: readonly string[]
    taskId: string
    /** who sent them is called otherwise from now on */
    senders?: readonly Readonly<{ was: string; now: string }>[]
  }>
  /** attachments of cases that the log of events does not name yet */
  unlogged?: readonly string[]
  /** from now on what this customer of the customer service wrote is this person's */
  bind?: Readonly<{ external: string; person: string; reporter?: string }>
  lessons?: readonly NewLesson[]
  aliases?: readonly NewAlias[]
  access?: readonly NewAccess[]
  /** people who were told what is kept of them */
  toldPrivacy?: readonly string[]
  /** people who are forgotten: only what a case needs stays, without them */
  erase?: readonly string[]
  /** what he said of himself, where others repeat it of his case: in their messages, and in the book beside it */
  traces?: readonly Trace[]
  /** other words in place of what people wrote, by the id of the report */
  reworded?: readonly Readonly<{ id: string; text: string }>[]
  /** attachments whose files were let go of */
  filesGone?: readonly string[]
  /** what is new or changed in the book beside the cases; each carries the version it was decided on, 0 = new */
  entries?: readonly Entry[]
  /** new ones, and what was decided on those that were held */
  admissions?: readonly Admission[]
  /** what is remembered beside all that, by its key; `until` null = for good */
  notes?: readonly Readonly<{ key: string; value: string; until: Date | null }>[]
  /** the inbox row this decision settles, in the same transaction */
  inbox?: Readonly<{
    id: string
    outcome: 'done' | 'parked'
    note: string
    /** its sender is called otherwise from now on */
    sealed?: Readonly<{ was: string; now: string }>
  }>
}>

/** A decision and those that go with it. */
export function parts(decision: Decision): readonly Decision[] {
  return [decision, ...(decision.more ?? []).flatMap(parts)]
}

/** The same with every message changed, those of what goes with it, too. */
export function withNotices(decision: Decision, change: (notice: Notice) => Notice): Decision {
  const { notices, more } = decision
  return {
    ...decision,
    ...(notices ? { notices: notices.map(change) } : {}),
    ...(more ? { more: more.map((each) => withNotices(each, change)) } : {}),
  }
}

/** A received message that was committed: what handlers work on. */
export type InboxRow = Inbound & Readonly<{ id: string; receivedAt: Date; attempts: number }>
