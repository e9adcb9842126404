import type { Context } from '../context.ts'
import {
  COMING,
  type Conversation,
  type Decision,
  type InboxRow,
  type NewAttachment,
  type Question,
  type Relay,
  type Spot,
  type TimerChange,
} from '../domain/decision.ts'
import type { PartCard } from '../domain/book/said.ts'
import type { Notice, NoticeBody } from '../domain/notice.ts'
import type { Actor } from '../domain/case/outcome.ts'
import type { Person, Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import { recipientKey } from '../domain/people/recipients.ts'
import { openRelays, waiting } from '../domain/understand/relays.ts'

/** The person who wrote, as far as the configuration knows him; a villager is nobody's person. */
export type Speaker = Readonly<{
  userid: string
  person: Person | null
  town: Town | null
  /** where he is likely to be: the village whose QR code he scanned lately */
  scanned?: Spot | null
}>

/** What one message from one person is worked on with. */
export type Turn = Readonly<{
  ctx: Context
  row: InboxRow
  world: World
  speaker: Speaker
  /** what the bot had asked this person in this chat */
  pending: Conversation | null
  /** pictures and files of this message, already fetched and stored */
  files: readonly NewAttachment[]
}>

/** What a handler makes of a turn. `ask`: undefined leaves the open question, null answers it, a question replaces it. */
export type Result = Readonly<{
  note: string
  decision?: Decision
  answers?: readonly NoticeBody[]
  ask?: Question | null
  /** what takes the place of the card this was tapped on; its `cardId` is that card's */
  card?: PartCard
  /** what units asked him that is still to be answered, where that changed */
  relays?: readonly Relay[]
}>

/** Who acts, and in which chat: there he is answered. */
export const actorOf = ({ speaker, row }: Turn): Actor => ({ userid: speaker.userid, chat: row.chat.id })

/** Was it a tap on a card? */
export const isTap = ({ row }: Turn): boolean => row.content.kind === 'click'

/** The question is answered; what is asked next is another one. */
export const answered = (result: Result): Result => ({ ...result, ask: result.ask ?? null })

export const answer = (note: string, ...answers: NoticeBody[]): Result => ({ note, answers })

/** More than this is not asked in a row. */
const MOST_QUESTIONS = 3

/** May one more question be asked, or is the case made with what is known? */
export const mayAsk = (turn: Turn): boolean => (pendingQuestion(turn)?.asked ?? 0) < MOST_QUESTIONS

/** Ten minutes without an answer: the case is made with what is known. */
export const QUESTION_MS = 10 * 60_000

/** An answer that comes later than this is a message of its own. */
export const ANSWER_WITHIN_MS = 30 * 60_000

/** What the bot waits to hear from this person. */
export function pendingQuestion(turn: Turn): Question | null {
  const { pending, world } = turn
  if (!pending) return null
  const recent = world.now.getTime() - pending.askedAt.getTime() <= ANSWER_WITHIN_MS
  return recent && pending.question.asks !== 'relay' ? pending.question : waiting(relaysOf(turn))
}

/** What units asked this person that he has not answered. */
export const relaysOf = ({ pending, world }: Turn): readonly Relay[] => openRelays(pending?.question, world.now)

export function conversationKey(row: Pick<InboxRow, 'channel' | 'chat' | 'from'>): string {
  return `${row.channel}-${row.chat.id}-${row.from}`
}

/** One decision for the store: what the handler decided, its answers, and the inbox row they settle. */
export function settle(turn: Turn, result: Result): Decision {
  const { row } = turn
  const base = result.decision ?? {}
  const conversation = conversationChange(turn, result)
  const attachments = [
    ...(base.attachments ?? []),
    ...turn.files.filter((f) => !base.attachments?.some((a) => a.id === f.id)),
  ]
  return {
    ...base,
    notices: [...(result.answers ?? []).map((body, i) => answerNotice(turn, body, i)), ...(base.notices ?? [])],
    timers: [...(base.timers ?? []), ...(conversation?.timers ?? []), ...lateFiles(turn, attachments)],
    attachments,
    ...(conversation ? { conversation: conversation.change } : {}),
    inbox: { id: row.id, outcome: 'done', note: result.note },
  }
}

/** Files that are still coming are fetched by a timer of their own, which outlives a crash. */
function lateFiles({ row, world }: Turn, files: readonly NewAttachment[]): TimerChange[] {
  if (!files.some(({ fault }) => fault === COMING)) return []
  return [{ subject: row.id, kind: 'files', dueAt: world.now, step: 0 }]
}

function answerNotice({ row, world }: Turn, body: NoticeBody, index: number): Notice {
  const to = { kind: 'chat', chat: row.chat } as const
  const direct = row.reply && (row.reply.kind === 'card') === (body.kind === 'card-update')
  return {
    key: `in|${row.id}|${body.kind}|${index}|${recipientKey(to)}`,
    taskId: null,
    queue: 'replies',
    urgent: false,
    to,
    body,
    reply: direct ? row.reply : null,
    notBefore: world.now,
    dueAt: world.now,
    fallback: null,
  }
}

/** Questions about a report that is not a case yet. */
const MAKES_A_CASE: readonly Question['asks'][] = ['place', 'problem', 'same', 'which']

function conversationChange(turn: Turn, { ask, relays }: Result) {
  return ask === undefined ? relays && { change: stillAsked(turn, relays), timers: [] } : asks(turn, ask, relays)
}

/** What was asked stays asked; only what units wait for has changed. */
function stillAsked(turn: Turn, relays: readonly Relay[]) {
  const { pending, row } = turn
  const question = pending && pending.question.asks !== 'relay' ? { ...pending.question, relays } : waiting(relays)
  return { key: conversationKey(row), value: question && conversationOf(turn, question, pending?.askedAt) }
}

function conversationOf({ row, speaker, world }: Turn, question: Question, askedAt = world.now): Conversation {
  return { key: conversationKey(row), userid: speaker.userid, chat: row.chat, question, askedAt }
}

function asks(turn: Turn, ask: Question | null, relays = relaysOf(turn)) {
  const { row, world, pending } = turn
  if (ask === null && !pending) return null
  const key = conversationKey(row)
  const asked = (pendingQuestion(turn)?.asked ?? 0) + 1
  const question = ask ? { ...ask, asked, ...(relays.length > 0 ? { relays } : {}) } : waiting(relays)
  const dueAt = ask && MAKES_A_CASE.includes(ask.asks) ? new Date(world.now.getTime() + QUESTION_MS) : null
  const change = { key, value: question && conversationOf(turn, question) }
  return { change, timers: [{ subject: key, kind: 'question', dueAt, step: 0 }] }
}
