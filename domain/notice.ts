import type { AdmissionFacts, Again, Choice, Choices, Facts, Handled, Known, Lapsed, Step } from './facts.ts'
import type { Recipient } from './recipient.ts'
import type { RefusalReason } from './refusal.ts'
import type { Door, ReplyHandle } from './inbound.ts'
import type { Clock, RungTarget } from './policy.ts'
import type { Ending } from './duty/countdown.ts'
import type { DutyStep } from './duty/steps.ts'
import type { Mark } from './evidence/kinds.ts'
import type { Role } from './town.ts'
import type { PartCard, PartSaid } from './book/said.ts'
import type { OpenSaid } from './open/said.ts'
import type { AlarmSaid } from './alarm/kinds.ts'
import type { WorkDetail } from './work/said.ts'

/** Queues are named by the business; design: dispatch = task cards, alerts = reminders and escalations, replies = to people who wrote; hooks = to other systems. */
export type NoticeQueue = 'dispatch' | 'alerts' | 'replies' | 'hooks'

/** What is to be said, as data; the words are in bot/. */
export type NoticeBody = Said & Footer & While

/** `footer`: he is told for the first time what is kept of him; `privacy-staff` = of a member of the staff who reports as everybody may. */
export type Footer = Readonly<{ footer?: 'privacy' | 'privacy-staff' }>

/** It is only said while this entry of the book is in this state: held back over the night, it may be out of date. */
type While = Readonly<{ while?: Readonly<{ entry: string; state: string }> }>

type Said =
  | PartSaid
  // to the reporter
  /** `call` = the numbers to call first in an emergency */
  | Readonly<{
      kind: 'accepted'
      facts: Facts
      emergency: boolean
      askSpot: boolean
      cut: boolean
      call?: readonly string[]
    }>
  /** several problems of one message, each a case of its own */
  | Readonly<{ kind: 'accepted-several'; items: readonly Facts[] }>
  /** `towns` = the townships that all have such a place; `again` = his answer did not say in which village, or was annoyed */
  | Readonly<{
      kind: 'ask-place'
      text: string
      emergency: boolean
      towns?: readonly string[]
      again?: Again
      ask?: Choices
    }>
  /** `place` = where it is, when that is known already; `voice` = what came was a recording nobody has put into words */
  | Readonly<{ kind: 'ask-problem'; withMedia: boolean; voice?: boolean; place?: string; ask?: Choices }>
  /** 是同一件事吗？ `again` = his first answer could not be told */
  | Readonly<{ kind: 'ask-same'; known: readonly Known[]; again?: boolean; ask: Choices }>
  /** several units asked him, or he may speak of something else: which case is `said` for? */
  | Readonly<{ kind: 'ask-which'; items: readonly Facts[]; said: string; ask: Choices }>
  /** 不归镇里管: who decides it, and the number to call; `part` = his words, where the rest is taken up */
  | Readonly<{ kind: 'elsewhere'; name: string; phone: string | null; ask: Choices | null; part?: string }>
  /** `why` = beside a note that is a name; `own` = it was he who said so, and nobody else reported it */
  | Readonly<{
      kind: 'progress'
      facts: Facts
      step: Step
      note: string | null
      why?: string
      own?: true
      /** when leaders hear of it (ISO), where they do not yet know */
      later?: string
    }>
  | Readonly<{ kind: 'reopened'; facts: Facts; askWhat: boolean; watched?: boolean }>
  /** `alone` = how many more there are that are not spoken of in this group */
  | Readonly<{ kind: 'progress-list'; items: readonly Facts[]; alone?: number }>
  | Readonly<{ kind: 'progress-card'; facts: Facts; cardId: string }>
  /** `again` = he was asked before and did not answer */
  | Readonly<{ kind: 'ask-solved'; facts: Facts; cardId: string; again?: true }>
  | Readonly<{ kind: 'ask-satisfied'; facts: Facts; cardId: string; again?: true }>
  /** `askWhat` = he is not satisfied and did not say with what */
  | Readonly<{ kind: 'thanks'; facts: Facts; satisfied: boolean | null; askWhat?: boolean }>
  /** `watched` = it accuses who had the case: the supervisors have it now; `kept` = he asked again to be kept */
  | Readonly<{ kind: 'supplemented'; facts: Facts; watched?: boolean; kept?: boolean; placed?: boolean }>
  | Readonly<{ kind: 'nudged'; facts: Facts; left: number }>
  /** `others` = how many go on reporting it */
  | Readonly<{ kind: 'withdrawn'; facts: Facts; others?: number }>
  /** 已并入: `count` people speak of it; `from` = the number his report had before */
  | Readonly<{
      kind: 'joined'
      facts: Facts
      count: number
      emergency: boolean
      from: string | null
      kept?: boolean
    }>
  /** he had reported it himself: how it stands; `nudged` = the unit was hurried, `left` = how often it still may be */
  | Readonly<{ kind: 'again'; facts: Facts; nudged: boolean; left: number }>
  /** his report is a case of its own again; `from` = what it was joined to */
  | Readonly<{ kind: 'split'; facts: Facts; from: string }>
  // to the units
  | Readonly<{ kind: 'task-card'; facts: Facts; cardId: string; note: string | null }>
  | Readonly<{ kind: 'assist'; facts: Facts }>
  | Readonly<{ kind: 'card-update'; facts: Facts; cardId: string; view: 'unit' | 'command' | 'reporter' }>
  /** a question was answered by its button */
  | Readonly<{ kind: 'card-update'; cardId: string; view: 'answered'; chosen: string }>
  /** a card of a part of the house, as it is now */
  | Readonly<{ kind: 'card-update'; cardId: string; view: 'part'; body: PartCard }>
  | Readonly<{ kind: 'taken'; facts: Facts }>
  | Readonly<{
      kind: 'case-news'
      facts: Facts
      news:
        | 'withdrawn'
        | 'supplement'
        | 'answered'
        | 'nudge'
        | 'reassigned'
        | 'taken-away'
        | 'urged'
        | 'reopened'
        | 'closed'
        | 'finished'
        | 'handed-over'
        | 'joined'
        | 'raised'
        | 'merged'
        | 'placed'
      note: string | null
      /** how many people report it */
      count?: number
    }>
  | Readonly<{
      kind: 'ask-text'
      facts: Facts
      wants: 'result' | 'reason' | 'feedback' | 'supplement'
      lacks?: 'after'
    }>
  | Readonly<{
      kind: 'done'
      facts: Facts
      step:
        | 'signed'
        | 'arrived'
        | 'feedback'
        | 'finished'
        | 'returned'
        | 'assigned'
        | 'ruled'
        | 'urged'
        | 'merged'
        | 'split'
        | 'apart'
        | 'unlearnt'
        | 'told-otherwise'
        | 'placed'
        | 'whistled'
        | 'transferred'
      files: number
      /** whoever reported it had himself deleted: nobody is told, or asked */
      alone?: boolean
      /** what the pictures that came with it were taken to show */
      marked?: Mark
      /** who were called in, or got it */
      to?: readonly Readonly<{ name: string; phone: string | null }>[]
    }>
  /** the sender took a message back; `facts` of the case it may have led to */
  | Readonly<{ kind: 'recalled'; facts: Facts | null }>
  | Readonly<{ kind: 'bind-code'; code: string; minutes: number }>
  | Readonly<{ kind: 'bound'; name: string }>
  | Readonly<{ kind: 'not-bound'; why: 'no-code' | 'wrong' | 'too-often' | 'here' }>
  // to the command room
  /** 待告知: the reporter can only be told when he writes again */
  | Readonly<{ kind: 'to-tell'; facts: Facts; outcome: boolean }>
  /** 回避: it complains about the township's own people (`accused`, by name): who else looks into it? To the supervisors only */
  | Readonly<{
      kind: 'conflict'
      facts: Facts
      cardId: string
      candidates: readonly Choice[]
      accused: readonly string[]
      /** the words that were added, where they accuse and not the first ones */
      note: string | null
    }>
  /** the unit of the duty list is gone or empty, `wanted` by name or id: the fallback has the case */
  | Readonly<{ kind: 'ownerless'; facts: Facts; wanted: string }>
  /** these may be one thing, but not all of them say where they are: a person must decide */
  | Readonly<{ kind: 'maybe-same'; facts: Facts; known: readonly Known[] }>
  /** so many people speak of one thing */
  | Readonly<{ kind: 'crowd'; facts: Facts; count: number }>
  | Readonly<{ kind: 'member-left'; who: string; cases: readonly Readonly<{ caseNo: string; to: string | null }>[] }>
  | Readonly<{
      kind: 'triage-card'
      facts: Facts
      cardId: string
      candidates: readonly Choice[]
      why: 'unsure' | 'returned' | 'unsolved'
      note: string | null
      by: string | null
      /** what the classifier takes it for, how sure it is (0..1), and by which words */
      guess?: Readonly<{ confidence: number; words: readonly string[] }>
    }>
  | Readonly<{
      kind: 'undelivered'
      facts: Facts | null
      who: string
      where: string | null
      why: Undelivered
    }>
  // 隐私
  /** `also` = the other cases of the same message */
  | Readonly<{ kind: 'shielded'; facts: Facts; also?: readonly string[] }>
  /** his wish goes with a report that is still being asked about */
  | Readonly<{
      kind: 'shield-noted'
      shield: 'anonymous' | 'confidential'
      asks: 'place' | 'problem' | 'same' | 'insist' | 'which'
      choices: readonly string[]
    }>
  /** nothing was reported lately: which of these does he mean, or something new? */
  | Readonly<{ kind: 'shield-which'; shield: 'anonymous' | 'confidential'; items: readonly Facts[] }>
  /** a question of those who handle the case, to the one who reported it */
  | Readonly<{ kind: 'relay'; facts: Facts; question: string }>
  | Readonly<{ kind: 'relayed'; facts: Facts; count: number }>
  /**
   * `who` = the reporters, `text` = their words as they were; `mark` = who looked, and when. With a `taskId` both are
   * still sealed: names used here, and no words. They are opened on the way out.
   */
  | Readonly<{
      kind: 'revealed'
      facts: Facts
      /** their sealed names, until it is opened at the door: then there are `people` */
      who: readonly string[]
      people?: readonly Readonly<{ account: string; name: string | null; phone: string | null }>[]
      text: string
      mark: string
      taskId?: string
    }>
  /** a second person must agree */
  | Readonly<{ kind: 'reveal-asked'; facts: Facts; by: string; reason: string; mine: boolean }>
  | Readonly<{ kind: 'reveal-logged'; facts: Facts; by: string; second: string | null; reason: string }>
  | Readonly<{ kind: 'my-data'; reports: number; cases: readonly Facts[]; sure: boolean }>
  | Readonly<{ kind: 'erased'; open: number }>
  /** what he asked about what is kept of him, in his own words */
  | Readonly<{ kind: 'kept-how'; what: 'erase-not' | 'unshield' | 'who-looked' | 'who-reported' }>
  // 职责准入
  /** `held` to who recorded it, `known` to who records it once more, `asked` and `reminder` to those who decide; `note` = why it was refused */
  | Readonly<{
      kind: 'admission'
      said: 'held' | 'known' | 'asked' | 'reminder' | 'approved' | 'refused'
      admission: AdmissionFacts
      note: string | null
    }>
  /** it is on the duty list: an ordinary case */
  | Readonly<{ kind: 'admission-listed'; facts: Facts; department: string }>
  | Readonly<{ kind: 'admissions'; items: readonly AdmissionFacts[] }>
  // clocks
  | Readonly<{ kind: 'remind'; facts: Facts; clock: Clock; share: number; dueAt: string }>
  | Readonly<{ kind: 'overdue'; facts: Facts; clock: Clock; dueAt: string; target: RungTarget; repeat: number }>
  | Readonly<{ kind: 'quiet'; facts: Facts; since: string; times: number }>
  | Readonly<{ kind: 'rule-due'; facts: Facts; dueAt: string; over: boolean }>
  | Readonly<{ kind: 'emergency'; facts: Facts }>
  // answers
  | Readonly<{
      kind: 'refused'
      reason: RefusalReason
      caseNo: string | null
      facts: Facts | null
      choices: readonly string[]
    }>
  | Readonly<{
      kind: 'detail'
      facts: Facts
      timeline: readonly Readonly<{ at: string; type: string; by: string; note: string | null }>[]
      files: number
      /** how many steps came before these */
      earlier?: number
      /** the number of its case file */
      filing?: string
      work?: WorkDetail
    }>
  | Readonly<{
      kind: 'on-duty'
      day: string
      rows: readonly Readonly<{ station: string; people: readonly string[] }>[]
    }>
  | Readonly<{
      kind: 'who-handles'
      asked: string
      rows: readonly Handled[]
      /** nothing is called so: the rows are those that come nearest */
      guessed?: boolean
      /** items that sound like it, where none was found */
      near?: readonly string[]
      lapsed?: readonly Lapsed[]
      /** nothing was found, and he may have it taken up all the same */
      offers?: boolean
    }>
  /** another name of a village, learnt from a correction */
  | Readonly<{ kind: 'alias-proposed'; alias: string; village: string; caseNo: string | null }>
  | Readonly<{ kind: 'alias-decided'; alias: string; village: string; approved: boolean }>
  | Readonly<{ kind: 'aliases'; items: readonly Readonly<{ alias: string; village: string; waits: boolean }>[] }>
  /** 分类器: what is in use, how right it was on rows it had not seen (0..1), and what it is worst at */
  | Readonly<{
      kind: 'classifier'
      state: 'used' | 'none' | 'learning'
      version?: Readonly<{ id: string; at: string; rows: number; lessons: number; accuracy: number; pinned: boolean }>
      weakest: readonly Readonly<{ item: string; right: number }>[]
    }>
  /** 到期提醒 */
  | Readonly<{
      kind: 'ending'
      what: Ending['what']
      subject: string
      others?: readonly string[]
      until: string
      days: number
    }>
  /** 导图: drawn, or said where no picture can go */
  | Readonly<{ kind: 'mindmap'; item: string; steps: readonly DutyStep[]; others?: readonly string[] }>
  | Readonly<{ kind: 'unknown-command'; nearest: readonly string[] }>
  /** an order without its number */
  | Readonly<{ kind: 'no-case'; word: string }>
  /** to sign in to the web page with; `minutes` = how long it is good */
  | Readonly<{ kind: 'sign-in-code'; code: string; minutes: number }>
  /** `topic` = the part of the house that is asked about */
  | Readonly<{ kind: 'help'; audience: 'villager' | Role; topic?: string }>
  | Readonly<{ kind: 'greeting'; staff: boolean; village?: string; bye?: boolean }>
  /** 算了: what he began is not wanted any more; `open` = what he reported before, and what goes on */
  | Readonly<{ kind: 'dropped'; what: 'report' | 'words'; open: Facts | null }>
  | Readonly<{ kind: 'not-understood'; why: 'empty' | 'emoji' | 'kind' | 'nothing' | 'nonsense' | 'abuse' }>
  | Readonly<{ kind: 'media-failed'; count: number }>
  | Readonly<{ kind: 'media-kept'; facts: Facts | null; count: number }>
  | OpenSaid
  | AlarmSaid

/** A message to be sent: one outbox row, written with the decision that caused it. */
export type Notice = Readonly<{
  /** (case, event, recipient, step): a second decision with the same key is a no-op */
  key: string
  taskId: string | null
  queue: NoticeQueue
  /** emergencies go first, and past quiet hours */
  urgent: boolean
  to: Recipient
  body: NoticeBody
  /** answer this callback directly while it may still be answered; afterwards push */
  reply: ReplyHandle | null
  /** not before this instant (quiet hours) */
  notBefore: Date
  /** when to send; alerts wait `merge_within` after notBefore so that several become one */
  dueAt: Date
  /** whom to tell instead when it cannot be delivered: a station group, or null */
  fallback: Recipient | null
}>

/** What was tried for a row before: `door` = where it may have arrived, so that it is tried nowhere else; one line for each door that was left out. */
export type Tried = Readonly<{ door: Door | null; skipped: readonly string[] }>

export type OutboxRow = Notice &
  Readonly<{ id: string; seq: number; attempts: number; createdAt: Date; tried?: Tried | null }>

/** Why a message is not delivered. */
export type Undelivered = 'never-wrote' | 'no-channel' | 'refused' | 'gave-up' | 'unclear' | 'forgotten'

/** What a channel says of one send. A thrown error means: it may have arrived, and trying again at this door does no harm (but see `NothingDone`). */
export type Sent =
  | Readonly<{ outcome: 'sent'; how: 'reply' | 'push'; door?: Door; skipped?: readonly string[] }>
  /** not now; this is no attempt. `down` = this door is shut for everybody, another one may be open; else it is our own quota, or the platform's */
  | Readonly<{ outcome: 'wait'; until: Date; reason: string; down?: boolean }>
  /** it may have arrived, and trying again at `door` does no harm; `door` null = it did not arrive, any door may be tried */
  | Readonly<{ outcome: 'again'; reason: string; door: Door | null; skipped: readonly string[] }>
  /** the recipient must write first (customer service): kept until he does. `shut` = nothing can be said to him, else the last message is kept for the outcome */
  | Readonly<{ outcome: 'held'; reason: string; shut: boolean }>
  /** it may have arrived, and this door has no way to try again without saying it twice */
  | Readonly<{ outcome: 'unclear'; reason: string }>
  /** permanent: it will never be delivered this way */
  | Readonly<{ outcome: 'refused'; why: 'never-wrote' | 'no-channel' | 'refused' | 'forgotten'; reason: string }>

/** One door to WeCom. Rows share one recipient; more than one row = to be merged into one message. */
export type Channel = Readonly<{
  send(rows: readonly OutboxRow[], now: Date): Promise<Sent>
  state(): ChannelState
}>

/** All doors together. */
export type Destination = Readonly<{
  send(rows: readonly OutboxRow[], now: Date): Promise<Sent>
  states(): readonly ChannelState[]
}>

/** Thrown by a door: the platform did nothing, and may do it later. */
export class NothingDone extends Error {
  override readonly name = 'NothingDone'
}

export type ChannelState = Readonly<{ name: string; up: boolean; detail: string }>
