import type { Happened } from '../domain/assess/happened.ts'
import type { Admission } from '../domain/admission/admission.ts'
import type { Column } from '../domain/board/columns.ts'
import type { Source } from '../domain/board/source.ts'
import type { Entry, EntryNumber, Kind } from '../domain/book/entry.ts'
import type {
  AccessKind,
  Conversation,
  Decision,
  InboxRow,
  NewAccess,
  NewAlias,
  NewAttachment,
  NewLesson,
  NewReport,
} from '../domain/decision.ts'
import type { Known } from '../domain/duplicate/known.ts'
import type { ChainFault } from '../domain/evidence/chainFault.ts'
import type { Door, Inbound } from '../domain/inbound.ts'
import type { NoticeQueue, OutboxRow, Tried } from '../domain/notice.ts'
import type { Recipient } from '../domain/recipient.ts'
import type { Crowd } from '../domain/open/published.ts'
import type { Policy } from '../domain/policy.ts'
import type { Stage, Task } from '../domain/task.ts'
import type { Level } from '../domain/level.ts'

import type { RetainedFiles, RetainedText } from '../domain/privacy/retention.ts'
import type { Renaming } from './rename.ts'

export { AlreadySettled, LostRace } from '../domain/lostRace.ts'

/** A committed row that wants work at `dueAt`; what the queues are woken with. */
export type Due =
  | Readonly<{ kind: 'outbox'; id: string; queue: NoticeQueue; urgent: boolean; dueAt: Date }>
  | Readonly<{ kind: 'timer'; id: string; dueAt: Date }>

export type TimerRow = Readonly<{ id: string; subject: string; kind: string; dueAt: Date; step: number }>

/** How an outbox row ended, or when it is tried again. */
export type Settlement = Readonly<{
  id: string
  status: 'sent' | 'parked' | 'skipped' | 'pending' | 'waiting'
  /** next try, for pending */
  dueAt?: Date
  tried?: Tried | null
  /** counts as a try */
  attempt: boolean
  reason: string | null
  at: Date
}>

/** Something several processes agree on for a while; `until` null = for good. */
export type Note = Readonly<{ key: string; value: string; until: Date | null }>

/** Who a villager is, sealed; `lookup` finds him again, `id` stands for him everywhere else. */
export type NewIdentity = Readonly<{ id: string; lookup: string; keyId: string; sealed: string; createdAt: Date }>
export type Identity = NewIdentity & Readonly<{ noticedAt: Date | null; erasedAt: Date | null }>

/** Somebody who wrote by customer service. */
export type Customer = Readonly<{
  id: string
  account: string
  external: string
  /** the userid he is bound to, else `external` */
  person: string
  wroteAt: Date | null
  /** messages sent to him since then */
  sent: number
  /** the code of the village whose QR code he scanned last */
  village: string | null
  villageAt: Date | null
}>

export type TimelineEntry = Readonly<{ seq: number; type: string; by: string; at: Date; data: Record<string, unknown> }>

export type CaseQuery = Readonly<{
  town?: string
  lead?: string
  holder?: string
  reporter?: string
  stages?: readonly string[]
  createdFrom?: Date
  /** with a deadline in a year whose holidays are not known yet */
  tentative?: boolean
  limit: number
}>

/** Which cases stand on a board: of which townships or units (`station` null = all of the township), and which of them are asked for. */
export type BoardQuery = Readonly<{
  places: readonly Readonly<{ town: string; station: string | null }>[]
  lead?: string | undefined
  village?: string | undefined
  item?: string | undefined
  level?: Level | undefined
  source?: Source | undefined
  now: Date
  /** what was done before this is not on the board any more */
  doneSince: Date
  /** ids of cases that are not for the viewer */
  without: readonly string[]
}>
/** `doubtful` = how many of them may complain about somebody of the township */
export type BoardCount = Readonly<{
  column: Column
  total: number
  overdue: number
  emergency: number
  doubtful: number
}>
/** How it stands in one village; `village` null = nobody knows where. `lately` = cases that came since `since`. */
export type VillageCount = Readonly<{
  town: string
  village: string | null
  open: number
  overdue: number
  emergency: number
  lately: number
}>

/** What is looked for in the book; `since` ≤ at < `before`. */
export type EntryQuery = Readonly<{
  town?: string
  kinds?: readonly Kind[]
  states?: readonly string[]
  owner?: string
  seq?: number
  since?: Date
  before?: Date
  limit: number
}>

/** Cases of a township as other systems ask for them; `since` ≤ opened < `before`. */
export type RegisterQuery = Readonly<{
  town: string
  caseNos?: readonly string[]
  items?: readonly string[]
  stages?: readonly string[]
  since?: Date
  before?: Date
  order: 'oldest' | 'newest'
  skip: number
  limit: number
}>

/** A case, and when something last happened to it. */
export type Registered = Readonly<{ task: Task; movedAt: Date }>
/** Cases a unit leads and a person holds: open, of them overdue, and finished since. */
export type Load = Readonly<{
  lead: string | null
  holder: string | null
  open: number
  overdue: number
  finished: number
}>

/** Lines of the log of accesses; `from` ≤ at < `until`, and behind a line in the order of the log. */
export type AccessQuery = Readonly<{
  kinds?: readonly AccessKind[]
  by?: readonly string[]
  from?: Date
  until?: Date
  after?: Readonly<{ at: Date; id: string }>
}>

/** What is not done, counted. */
export type Census = Readonly<{
  cases: readonly Readonly<{ town: string; count: number }>[]
  inbox: readonly Readonly<{ status: string; count: number }>[]
  outbox: readonly Readonly<{ status: string; queue: string; count: number }>[]
}>

/** How many messages ended the same way. */
export type Delivery = Readonly<{
  status: 'pending' | 'waiting' | 'sent' | 'parked' | 'skipped'
  door: string | null
  reason: string | null
  count: number
}>
export type Undelivered = Readonly<{
  id: string
  status: Delivery['status']
  to: Recipient
  queue: NoticeQueue
  reason: string | null
  dueAt: Date
}>

/** What may lie where a report speaks of: `place` = code of a village, whose cases and those of no known village are found; null = all. Cases that are known to be about another item and of another unit are none. */
export type NearQuery = Readonly<{
  town: string
  place: string | null
  item: string | null
  lead: string | null
  since: Date
  limit: number
}>

/** What is looked for on the pages: `station` = what this unit leads, helps with or guides; `day` and `seq` of the number; `words` in the text or the place. */
export type SearchQuery = Readonly<{
  town: string
  station?: string
  lead?: string
  item?: string
  place?: string
  day?: string
  seq?: number
  words?: string
  stages?: readonly Stage[]
  /** `since` ≤ createdAt < `before` */
  since?: Date
  before?: Date
  limit: number
  offset: number
}>

/** A message of a case, and what became of it. */
export type CaseMessage = OutboxRow &
  Readonly<{
    status: 'pending' | 'waiting' | 'sent' | 'parked' | 'skipped'
    reason: string | null
    settledAt: Date | null
  }>

/** A case the command room was told may be the same as others, by their numbers. */
export type Suspect = Readonly<{ taskId: string; known: readonly string[] }>

/** Files of a class that are older than this, or those of one person that no open case needs. */
export type FilesToGo = Readonly<{ what: RetainedFiles; before: Date }> | Readonly<{ what: 'person'; by: string }>
/** `ids` = attachments, `files` = sha256 of what lies on the disk for them and for no other. */
export type LeavingFiles = Readonly<{ ids: readonly string[]; files: readonly string[] }>

/** `before` = lines that are older than the chain, which its first link holds together. */
export type Verified = Readonly<{
  ok: boolean
  events: number
  head: string
  faults: readonly ChainFault[]
  accesses: Readonly<{ rows: number; before: number; head: string; faults: readonly ChainFault[] }>
}>

/** `since` ≤ at < `before`, as it was known at `now`. */
export type Month = Readonly<{ since: Date; before: Date; now: Date }>

/** What one process of several does alone, until `ms` from now; `said` tells the others of its holder. */
export type Lease = Readonly<{ name: string; holder: string; ms: number; said: object }>

/** All that is kept. Reads see committed rows only; every write goes through the one commit queue. */
export type Store = Readonly<{
  /** Takes it, or keeps it; answers how often it changed hands, null = another process has it. */
  takeLease(lease: Lease): Promise<number | null>
  /** Gives it back before its time. */
  dropLease(name: string, holder: string): Promise<void>
  /** Who has it now, and what he said of himself; null = nobody, or nobody else can. */
  leaseHeld(name: string): Promise<Readonly<{ holder: string; said: unknown }> | null>
  /** No other process works on this database: what is due when we start was left by our own last run. */
  alone: boolean
  /** Commits an inbound message; `fresh` is false when this callback was committed before. Resolves only once it is durable. */
  receive(
    inbound: Inbound,
    now: Date,
    /** its sender, where he is new; KnownAlready where he is not */
    people?: readonly NewIdentity[],
  ): Promise<Readonly<{ row: InboxRow; fresh: boolean }>>
  /** Commits messages together with how far they were read, in one transaction. */
  receivePage(
    inbounds: readonly Inbound[],
    mark: Note,
    now: Date,
    people?: readonly NewIdentity[],
  ): Promise<readonly Readonly<{ row: InboxRow; fresh: boolean }>[]>
  /** Inbox rows not yet settled, oldest first. */
  unhandled(limit: number): Promise<InboxRow[]>
  /** Is something that its sender wrote before not settled yet? */
  earlierOf(row: Readonly<{ id: string; from: string }>): Promise<boolean>
  /** One received message, whatever became of it. */
  received(id: string): Promise<InboxRow | null>
  /** Counts a failed try at an inbox row; parks it with `reason` after the last one. */
  failInbox(id: string, reason: string, park: boolean): Promise<void>

  /** One decision, one transaction (grouped with its neighbours). Throws LostRace. Notices whose key exists are left as they are. */
  commit(decision: Decision, now: Date): Promise<void>
  /** Called after each commit with the rows that now want work. */
  onDue(listener: (due: readonly Due[]) => void): void

  task(id: string): Promise<Task | null>
  taskByCaseNo(caseNo: string): Promise<Task | null>
  /** By the short form (0007 → 7), newest first. */
  tasksBySeq(seq: number, limit: number): Promise<Task[]>
  /** Which of these cases cannot be meant by their short form, because another one of the township goes on that ends so. */
  twinsOf(caseNos: readonly string[]): Promise<readonly string[]>
  /** Newest first. */
  tasks(query: CaseQuery): Promise<Task[]>
  /** For other systems; a case keeps its place in the order whatever becomes of it. */
  register(query: RegisterQuery): Promise<Registered[]>
  /** How many cases there are of each item in each village, but for those told in confidence; `since` ≤ opened < `before`. */
  crowds(query: Readonly<{ town: string; since?: Date; before?: Date }>): Promise<Crowd[]>
  /** How many cases stand in each column of a board, and how many of them are late. */
  boardCounts(query: BoardQuery): Promise<BoardCount[]>
  /** Ids of the cases of a board, in the order of their urgency: of each column so many, from the one behind `skip` on. */
  boardIds(query: BoardQuery, part: Readonly<{ column?: Column; skip: number; take: number }>): Promise<string[]>
  /** Ids of those that may complain about somebody of the township, on the board or come since `since`: whether somebody may see them is for the rules to say. */
  boardDoubtful(query: BoardQuery, since: Date | null): Promise<string[]>
  /** What is open in each village, and how many cases came from there since `since`. */
  villageCounts(query: BoardQuery, since: Date): Promise<VillageCount[]>
  /** How much is in hand in a township, by unit and holder; `finished` = since then. */
  loads(town: string, now: Date, since: Date): Promise<Load[]>
  /** Open cases that a new report may be about, newest first. */
  casesNear(query: NearQuery): Promise<Known[]>
  /** The next case number of a town's day; a lost race on it is a LostRace at commit. */
  nextSeq(town: string, day: string): Promise<number>
  timeline(taskId: string): Promise<TimelineEntry[]>
  /** The newest event of these types of each of these cases, by the id of the case. */
  lastOf(taskIds: readonly string[], types: readonly string[]): Promise<ReadonlyMap<string, TimelineEntry>>
  /** Number of the newest event; 0 where nothing happened yet. */
  newestEvent(): Promise<number>
  /** What happened after an event, oldest first. */
  eventsAfter(seq: number, limit: number): Promise<readonly Readonly<{ seq: number; taskId: string }>[]>
  /** Cases, newest first. */
  search(query: SearchQuery): Promise<Task[]>
  /** The newest messages of a case, oldest first. */
  messagesOf(taskId: string, limit: number): Promise<CaseMessage[]>
  /** Messages of cases that were given up, or wait for their recipient, newest first. */
  undelivered(since: Date, limit: number): Promise<CaseMessage[]>
  /** Open cases of these townships of which it was said that they may be the same as others, newest first. */
  suspects(towns: readonly string[], since: Date): Promise<Suspect[]>
  /** What was answered to a message that was just received, in the chat of this recipient (`recipientKey`), in order. */
  answersTo(inboxId: string, recipient: string): Promise<OutboxRow[]>
  /** Ids of the cases to which something of this type happened; `since` ≤ at < `before`. */
  casesWith(type: string, since: Date, before: Date): Promise<string[]>
  /** All that counts in a month: the story so far of every case and entry that something happened to, or that was open, each in the order of the log. */
  happened(month: Month): Promise<(readonly Happened[])[]>
  attachments(taskId: string): Promise<NewAttachment[]>
  /** Those of these ids that are kept. */
  attachmentsBy(ids: readonly string[]): Promise<NewAttachment[]>
  /** What people sent about a case, oldest first. */
  reports(taskId: string): Promise<NewReport[]>
  /** A held task by its number, `QS-ZR2026-0001`. */
  admission(no: string): Promise<Admission | null>
  admissionById(id: string): Promise<Admission | null>
  /** Those of a township, newest first. */
  admissions(town: string, limit: number): Promise<Admission[]>
  /** What stands in the book beside the cases. */
  entry(id: string): Promise<Entry | null>
  entryByNo(no: string): Promise<Entry | null>
  /** What belongs to a case, oldest first. */
  entriesOf(taskId: string): Promise<Entry[]>
  /** Newest first. */
  entries(query: EntryQuery): Promise<Entry[]>
  /** The next number of a kind in a township's year; a lost race on it is a LostRace at commit. */
  nextEntry(town: string, kind: Kind, year: number): Promise<EntryNumber>
  conversation(key: string): Promise<Conversation | null>
  /** Has this person ever written to the bot (so that it may write to him)? */
  hasWritten(userid: string): Promise<boolean>

  /** A customer by his external id, or by the userid he is bound to: the one who wrote last. */
  customer(id: string): Promise<Customer | null>
  /** Counts messages sent to a customer; `used` = his window takes no more. */
  countSent(id: string, sent: number | 'used'): Promise<void>

  /** Adds people that are not known yet; who is known stays as he is. */
  addIdentities(rows: readonly NewIdentity[]): Promise<void>
  /** Seals people with another key. */
  reseal(rows: readonly NewIdentity[]): Promise<void>
  identity(id: string): Promise<Identity | null>
  identityByLookup(lookup: string): Promise<Identity | null>
  /** Those sealed with another key than this one. */
  sealedOtherwise(keyId: string, limit: number): Promise<Identity[]>
  /** Are there any, and with which keys? */
  keysInUse(): Promise<string[]>
  /** Names of the platform that still stand in rows, from behind `after` on, in order. */
  unsealedPeople(after: string, limit: number): Promise<string[]>
  /** Gives people other names wherever they stand. */
  renamePeople(people: readonly Renaming[]): Promise<void>
  /** Lets go of rows of a class that are older than this, at most so many; answers how many there were. */
  purge(what: RetainedText, before: Date, limit: number): Promise<number>
  /** Stored files that are not kept any longer. */
  filesToGo(which: FilesToGo, limit: number): Promise<LeavingFiles>
  /** Attachments of cases that the log of events does not name. */
  unloggedFiles(limit: number): Promise<string[]>
  /** Looks behind masks, exports, purges, sign-ins, operations, newest first. */
  accesses(limit: number, query?: AccessQuery): Promise<NewAccess[]>
  /** What became of the messages that were due since then, by how, at which door and why. */
  deliveries(since: Date): Promise<Delivery[]>
  /** Messages due since then that were given up, or wait for their recipient to write; newest first. */
  failedSince(since: Date, limit: number): Promise<Undelivered[]>

  note(key: string): Promise<Note | null>
  /** Those whose keys begin like this and whose time is not over. */
  notes(prefix: string, now: Date): Promise<Note[]>
  putNote(note: Note): Promise<void>
  /** Writes a note that is there: one that somebody took meanwhile stays away. */
  renewNote(note: Note): Promise<void>
  /** Writes a note nobody holds (an old one whose time is over is nobody's); false when somebody does. */
  claimNote(note: Note, now: Date): Promise<boolean>
  /** Reads a note and destroys it: only one caller gets it. */
  takeNote(key: string): Promise<Note | null>

  /** The row whatever became of it. */
  anyOutbox(id: string): Promise<OutboxRow | null>
  /** When messages went out since then and at which door: what quotas start from. */
  sentSince(at: Date): Promise<readonly Readonly<{ to: Recipient; door: Door | null; at: Date }>[]>
  /** How many messages with alerts a recipient (by its key) was sent since then: several in one are one; emergencies and cards of the day are none. */
  alertsSince(recipient: string, at: Date): Promise<number>
  /** How many messages wait for their recipient to write. */
  waiting(): Promise<number>
  /** The row while it is pending; null once it was sent, skipped or parked. */
  outbox(id: string): Promise<OutboxRow | null>
  /** Pending rows whose dueAt has come, emergencies first, then oldest. */
  dueOutbox(now: Date, limit: number): Promise<OutboxRow[]>
  /** Pending rows of the same queue to the same recipient whose notBefore has come: they may go as one message. */
  mergeable(row: OutboxRow, now: Date): Promise<OutboxRow[]>
  /** `fence`: the one of the lease under which they were sent; of a lease that is over, only what was sent counts. */
  settle(rows: readonly Settlement[], fence?: number): Promise<void>
  oldestUnsent(now: Date): Promise<Date | null>
  parked(limit: number): Promise<readonly Readonly<{ id: string; key: string; reason: string | null }>[]>

  timer(id: string): Promise<TimerRow | null>
  /** Live timers of a case or an entry, the first to come due first. */
  timersOf(subject: string): Promise<TimerRow[]>
  /** Live timers whose dueAt has come, oldest first. */
  dueTimers(now: Date, limit: number): Promise<TimerRow[]>
  /** Live timers and pending rows due within (after, until]: what the queue should know ahead. */
  upcoming(after: Date, until: Date, limit: number): Promise<Due[]>
  /** The next instant at which a timer or a pending row is due, for clocks that are moved. */
  nextDue(): Promise<Date | null>

  /** How many messages since then were settled with a note that begins like this. */
  countNoted(note: string, since: Date): Promise<number>

  /** What clerks decided of their townships, newest first; those they took back, too. */
  lessonsIn(towns: readonly string[], limit: number): Promise<NewLesson[]>
  /** What clerks decided and did not take back, oldest first. */
  lessons(limit: number): Promise<NewLesson[]>
  /** Names of villages that were learnt, of these states. */
  aliases(statuses: readonly NewAlias['status'][]): Promise<NewAlias[]>

  savePolicy(policy: Policy): Promise<void>
  policy(id: string): Promise<Policy | null>
  latestEventAt(): Promise<Date | null>

  /** Recomputes the hash chains of events and of accesses; says as it goes how many events it has looked at. */
  verify(seen?: (events: number) => void): Promise<Verified>
  /** Open cases by township, messages in and out that are not done with. */
  census(): Promise<Census>
  /** How many messages received since then were put aside because they could not be handled. */
  parkedSince(at: Date): Promise<number>
  /** What time it is for the database; null where it has no clock of its own. */
  clock(): Promise<Date | null>
  /** How many writes of this process wait. */
  backlog(): number
  /** A trivial read, for /readyz. */
  ping(): Promise<void>
  close(): Promise<void>
}>

export type Leases = Pick<Store, 'takeLease' | 'dropLease' | 'leaseHeld'>
