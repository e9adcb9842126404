import type { Desk } from '../book/desk.ts'
import type { Entry } from '../book/entry.ts'
import type { Decision, NewAttachment, NewEvent, NewReport, TimerChange } from '../decision.ts'
import type { ReplyHandle } from '../inbound.ts'
import type { Facts } from '../facts.ts'
import type { Notice, NoticeBody, NoticeQueue } from '../notice.ts'
import type { Policy } from '../policy.ts'
import type { Reporter, Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { listed, maskBut, maskFor, maskSelf } from '../privacy/mask.ts'
import { withoutName } from '../privacy/told.ts'
import { quietEnd } from '../clock/quiet.ts'
import { toPerson, recipientKey, type Address } from '../people/recipients.ts'
import { unbarred } from '../people/barred.ts'
import { factsOf } from './facts.ts'
import { follow } from './followers.ts'

/**
 * A decision being made: the case as it will be, and all that follows.
 * It lives only inside one pure function call; `decide` turns it into the immutable Decision.
 */
export type Draft = {
  readonly world: World
  readonly town: Town
  readonly policy: Policy
  /** the case as it was, and what stood in its book */
  readonly before: Task
  readonly book: readonly Entry[]
  task: Task
  readonly events: NewEvent[]
  readonly notices: Notice[]
  readonly timers: TimerChange[]
  readonly reports: NewReport[]
  readonly attachments: NewAttachment[]
  /** what is new or changed in it */
  readonly entries: Entry[]
}

/** The case of a decision, with the township and the policy it was frozen under. */
export type CaseInHand = Readonly<{
  task: Task
  town: Town
  policy: Policy
  /** what stands in the book for this case, oldest first */
  entries?: readonly Entry[]
  /** its files, oldest first, where it matters which there are */
  files?: readonly NewAttachment[]
}>

export function begin(world: World, { task, town, policy, entries: book = [] }: CaseInHand): Draft {
  const made = { events: [], notices: [], timers: [], reports: [], attachments: [], entries: [] }
  return { world, town, policy, before: task, book, task, ...made }
}

/** Writes something of this case into its book. The case is written with it, so that two who decide at once cannot pass each other. */
export function enter({ entries }: Draft, entry: Entry): void {
  const at = entries.findIndex(({ id }) => id === entry.id)
  if (at < 0) entries.push(entry)
  else entries[at] = entry
}

/** What stands in the book of this case, with what was just decided. */
export function bookOf({ book, entries }: Draft): readonly Entry[] {
  const now = new Map([...book, ...entries].map((entry) => [entry.id, entry]))
  return [...now.values()]
}

/** A timer of something in the book of this case. */
export function setEntryTimer(draft: Draft, { id }: Entry, kind: string, dueAt: Date | null, step = 0): void {
  draft.timers.push({ subject: id, kind, dueAt, step })
}

/** What was decided at a desk about the book of this case is part of this decision. */
export function layOn(draft: Draft, desk: Desk): void {
  for (const entry of desk.entries.values()) enter(draft, entry)
  const strike = withoutName(draft.task.text)
  draft.events.push(...desk.events.map((event) => ({ ...event, data: hiddenIn(event.data, strike) })))
  draft.notices.push(...desk.notices.map((notice) => ({ ...notice, body: shown(notice.body, draft.task, draft.town) })))
  draft.timers.push(...desk.timers)
}

export function change(draft: Draft, patch: Partial<Task>): void {
  draft.task = { ...draft.task, ...patch }
}

export function record(draft: Draft, type: string, by: string, data: Readonly<Record<string, unknown>> = {}): void {
  // the log is for ever: what tells who somebody is must not get into it
  const { id: taskId, caseNo } = draft.task
  const strike = withoutName(draft.task.text)
  const kept = hiddenIn(data, (text) => strike(maskSelf(text)))
  draft.events.push({ taskId, caseNo, type, by, at: draft.world.now, data: kept })
}

type Hide = (text: string) => string
type Data = Readonly<Record<string, unknown>>

/** Whoever asks for confidence later cannot have it taken out again: what a reporter says of himself is never in it. */
function hidden(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((each) => hidden(each, hide))
  return isPlain(value) ? hiddenIn(value, hide) : value
}

const hiddenIn = (data: Data, hide: Hide): Data =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hidden(value, hide)]))

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

export function setTimer(draft: Draft, kind: string, dueAt: Date | null, step = 0): void {
  draft.timers.push({ subject: draft.task.id, kind, dueAt, step })
}

export function factsNow(draft: Draft): Facts {
  return factsOf(draft.task, draft.town)
}

/** A fresh card id `caseNo_n`: WeCom wants it unique per bot, so every copy has its own. */
export function nextCardId(draft: Draft): string {
  change(draft, { cards: draft.task.cards + 1 })
  return `${draft.task.caseNo}_${draft.task.cards}`
}

/** Says something at once. */
export function tell(
  draft: Draft,
  queue: NoticeQueue,
  address: Address,
  body: NoticeBody,
  reply: ReplyHandle | null = null,
): void {
  add(draft, queue, address, body, reply, draft.world.now, draft.world.now)
}

/** An alert waits for the end of quiet hours and for its neighbours; an emergency waits for nothing. */
export function alert(draft: Draft, address: Address, body: NoticeBody): void {
  const now = draft.world.now
  if (draft.task.level === 'emergency') return add(draft, 'alerts', address, body, null, now, now)
  const notBefore = quietEnd(draft.policy.quietHours, now)
  add(draft, 'alerts', address, body, null, notBefore, new Date(notBefore.getTime() + draft.policy.mergeWithin))
}

/** Tells every reporter, each in the chat he wrote from. */
export function tellReporters(draft: Draft, body: (reporter: Reporter) => NoticeBody): void {
  for (const reporter of draft.task.reporters) tell(draft, 'replies', addressOf(draft, reporter), body(reporter))
}

/** Where a reporter of this case is told: who asked a group not to know him is answered alone. */
export function addressOf({ task }: Draft, reporter: Reporter): Address {
  if (!isToldAlone(task, reporter)) return reporterAddress(reporter)
  return toPerson(reporter.userid)
}

export const isToldAlone = ({ shield }: Task, { chat }: Reporter): boolean => shield !== 'none' && chat.type === 'group'

export function reporterAddress(reporter: Reporter): Address {
  return { to: { kind: 'chat', chat: reporter.chat }, fallback: null }
}

function add(
  draft: Draft,
  queue: NoticeQueue,
  asked: Address,
  body: NoticeBody,
  reply: ReplyHandle | null,
  notBefore: Date,
  dueAt: Date,
): void {
  const { task } = draft
  const [address] = unbarred(task, draft.town, [asked])
  if (!address) return
  draft.notices.push({
    key: `${task.caseNo}|v${task.version + 1}|${body.kind}|${draft.notices.length}|${recipientKey(address.to)}`,
    taskId: task.id,
    queue,
    urgent: task.level === 'emergency',
    to: address.to,
    body: shown(body, task, draft.town),
    reply,
    notBefore,
    dueAt,
    fallback: address.fallback,
  })
}

/** Whoever wrote it, and whoever reads it: what tells who somebody is stays out of what is passed on. */
function shown(body: NoticeBody, task: Task, town: Town): NoticeBody {
  const mask = isToUnits(body) ? maskFor(task.shield) : (text: string) => maskBut(text, listed(town))
  const strike = withoutName(task.text)
  const hide = (text: string): string => strike(mask(text))
  return {
    ...body,
    ...('note' in body && typeof body.note === 'string' ? { note: hide(body.note) } : {}),
    ...(body.kind === 'progress' && body.why ? { why: hide(body.why) } : {}),
    ...('question' in body && typeof body.question === 'string' ? { question: hide(body.question) } : {}),
  } as NoticeBody
}

/** These carry what reporters added, who may have asked not to be known. */
const TO_UNITS: readonly NoticeBody['kind'][] = ['case-news', 'task-card', 'triage-card', 'conflict', 'assist']
const isToUnits = ({ kind }: NoticeBody): boolean => TO_UNITS.includes(kind)

export function decide(draft: Draft): Decision {
  for (const desk of follow({ ...draft, book: bookOf(draft) })) layOn(draft, desk)
  const { task, reports, events, notices, timers, attachments, entries } = draft
  return { task, reports, events, notices, timers, attachments, ...(entries.length > 0 ? { entries } : {}) }
}
