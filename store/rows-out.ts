import type { Conversation, InboxRow, NewAttachment } from '../domain/decision.ts'
import type { Chat, Inbound } from '../domain/inbound.ts'
import type { NoticeQueue, OutboxRow, Tried } from '../domain/notice.ts'
import type { Recipient } from '../domain/recipient.ts'
import type { Place, Reporter, Task } from '../domain/task.ts'
import type {
  EventModel,
  AttachmentModel,
  ConversationModel,
  InboxModel,
  OutboxModel,
  ReportModel,
  TaskModel,
} from './generated/sqlite/models.ts'
import type { TimelineEntry } from './store.ts'

export type ReporterColumns = Pick<ReportModel, 'taskId' | 'userid' | 'chatType' | 'chatId'>

/** A column this program wrote itself: its shape is the one that was written. */
const asWritten = <T>(value: unknown): T => value as T

export function chatOf({ chatType, chatId }: Readonly<{ chatType: string; chatId: string }>): Chat {
  if (chatType === 'app' || chatType === 'kf' || chatType === 'open')
    return { type: 'single', id: chatId, via: chatType }
  return { type: chatType === 'group' ? 'group' : 'single', id: chatId }
}

export function taskOf(row: TaskModel, reports: readonly ReporterColumns[]): Task {
  const { placeCode, placeName, signBy, arriveBy, finishBy, stage, level, assist, candidates, ...columns } = row
  const { shield, linked, understood, ...rest } = columns
  return {
    ...rest,
    shield: asWritten(shield),
    linked: asWritten(linked),
    understood: asWritten(understood),
    stage: asWritten(stage),
    level: asWritten(level),
    assist: asWritten(assist),
    candidates: asWritten(candidates),
    place: placeOf(placeCode, placeName),
    due: {
      ...(signBy && { sign: signBy }),
      ...(arriveBy && { arrive: arriveBy }),
      ...(finishBy && { finish: finishBy }),
    },
    reporters: reportersOf(reports),
  }
}

export const placeOf = (code: string | null, name: string | null): Place | null =>
  name === null ? null : { code, name }

/** Each person once, in the chat of his first report. */
function reportersOf(reports: readonly ReporterColumns[]): Reporter[] {
  const first = new Map<string, Reporter>()
  for (const report of reports)
    if (!first.has(report.userid)) first.set(report.userid, { userid: report.userid, chat: chatOf(report) })
  return [...first.values()]
}

export function inboxRowOf(row: Pick<InboxModel, 'id' | 'payload' | 'receivedAt' | 'attempts'>): InboxRow {
  const inbound = asWritten<Inbound>(row.payload)
  const { sentAt } = inbound
  return {
    ...inbound,
    ...(sentAt ? { sentAt: new Date(sentAt) } : {}),
    reply: replyOf(inbound.reply),
    id: row.id,
    receivedAt: row.receivedAt,
    attempts: row.attempts,
  }
}

/** JSON knows no instants: the one inside a reply handle comes back as text. */
function replyOf(reply: unknown): Inbound['reply'] {
  const handle = asWritten<Inbound['reply']>(reply)
  return handle === null ? null : { ...handle, until: new Date(handle.until) }
}

export const queueOf = (name: string): NoticeQueue => asWritten(name)

export function outboxRowOf(row: OutboxModel): OutboxRow {
  const { recipient: _recipient, status: _status, reason: _reason, settledAt: _settledAt, tried, ...columns } = row
  return {
    ...columns,
    queue: queueOf(columns.queue),
    to: asWritten(columns.to),
    body: asWritten(columns.body),
    reply: replyOf(columns.reply),
    fallback: asWritten(columns.fallback),
    ...(tried === null ? {} : { tried: asWritten<Tried>(tried) }),
  }
}

/** A message that went out, as the quotas count it. */
export function sentOf({ to, tried, settledAt }: Pick<OutboxModel, 'to' | 'tried' | 'settledAt'>) {
  const door = asWritten<Tried | null>(tried)?.door ?? null
  return { to: asWritten<Recipient>(to), door, at: settledAt ?? new Date(0) }
}

export function conversationOf({ chatType, chatId, question, ...columns }: ConversationModel): Conversation {
  return { ...columns, chat: chatOf({ chatType, chatId }), question: asWritten(question) }
}

export const attachmentOf = (row: AttachmentModel): NewAttachment => ({ ...row, source: asWritten(row.source) })

export const timelineEntryOf = ({ seq, type, by, at, data }: EventModel): TimelineEntry => ({
  ...{ seq, type, by, at },
  data: { ...Object(data) },
})
