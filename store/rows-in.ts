import { ulid } from './ids.ts'
import type { Conversation, NewAttachment, NewReport, TimerChange } from '../domain/decision.ts'
import type { Chat, Inbound } from '../domain/inbound.ts'
import type { Notice } from '../domain/notice.ts'
import { recipientKey } from '../domain/people/recipients.ts'
import type { Task } from '../domain/task.ts'
import type { Row } from './tables.ts'

/** A case as its row; `version` is the one it was decided on (the statement adds one). */
export function taskRow(task: Task): Row<'task'> {
  const { reporters: _kept, place, due, ...columns } = task
  return {
    ...columns,
    placeCode: place?.code ?? null,
    placeName: place?.name ?? null,
    signBy: due.sign ?? null,
    arriveBy: due.arrive ?? null,
    finishBy: due.finish ?? null,
  }
}

export function reportRow({ chat, ...columns }: NewReport): Row<'report'> {
  return { ...columns, chatType: chatType(chat), chatId: chat.id }
}

export const attachmentRow = (attachment: NewAttachment): Row<'attachment'> => ({
  gps: null,
  thumb: null,
  ...attachment,
})

export function outboxRow(notice: Notice, now: Date): Row<'outbox'> & Readonly<{ id: string }> {
  return { ...notice, id: ulid(), recipient: recipientKey(notice.to), createdAt: now }
}

/** A deadline as its row, or null where it is cleared. */
export function timerRow({ subject, kind, dueAt, step }: TimerChange) {
  return dueAt === null ? null : ({ id: ulid(), subject, kind, dueAt, step } satisfies Row<'timer'>)
}

export function conversationRow({ chat, ...columns }: Conversation): Row<'conversation'> {
  return { ...columns, chatType: chatType(chat), chatId: chat.id }
}

/** A chat that is not the AI bot's is a single one, and is called by its door. */
const chatType = ({ type, via }: Chat): string => (via === undefined || via === 'aibot' ? type : via)

/** One row for each account a customer wrote to. */
export const customerId = (account: string, external: string): string => `${account}/${external}`

/** What a message by customer service says of its sender; null for what is none of his doing. */
export function customerRow(inbound: Inbound, now: Date): Row<'customer'> | null {
  const { account, from, content, sentAt } = inbound
  if (inbound.channel !== 'kf' || account === undefined || content.kind === 'send-failed') return null
  const village = content.kind === 'enter' ? (content.scene ?? null) : null
  const wrote = content.kind !== 'enter' && content.kind !== 'recall' && !isEvent(content)
  return {
    id: customerId(account, from),
    account,
    external: from,
    person: from,
    wroteAt: wrote ? (sentAt ?? now) : null,
    sent: 0,
    village,
    villageAt: village === null ? null : now,
  }
}

const isEvent = (content: Inbound['content']): boolean =>
  content.kind === 'unknown' && content.type.startsWith('event:')

export function inboxRow(inbound: Inbound, now: Date): Row<'inbox'> & Readonly<{ id: string; dedupeKey: string }> {
  return { id: ulid(), dedupeKey: inbound.dedupeKey, userid: inbound.from, payload: inbound, receivedAt: now }
}
