import { z } from 'zod'
import type { CaseMessage } from '../../context.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { Desk } from '../desk.ts'
import { DOOR_NAMES, HEADLINE, MESSAGE_NAMES, MESSAGES, WHY } from '../wording/messages.ts'
import { called, recipient } from './people.ts'

export const MESSAGE_STATES = ['pending', 'waiting', 'sent', 'parked', 'skipped'] as const

/** A message of a case: to whom, what, and what became of it. */
export const messageShape = z.object({
  at: z.string(),
  to: z.string(),
  what: z.string(),
  state: z.enum(MESSAGE_STATES),
  /** why it is not there, in plain words */
  why: z.string(),
  /** what to do about it */
  todo: z.string(),
  door: z.string(),
  /** when it went out, or will */
  doneAt: z.string().nullable(),
})
export type MessageLine = z.infer<typeof messageShape>

export function messageLine(row: CaseMessage, task: Task, town: Town, desk: Pick<Desk, 'words'>): MessageLine {
  const { status: state, settledAt, dueAt, createdAt, tried, fallback } = row
  const [why, todo] = whyOf(row)
  const instead = state === 'parked' && fallback ? MESSAGES.instead(called(fallback, town)) : ''
  return {
    at: createdAt.toISOString(),
    to: recipient(row, task, town),
    what: nameOf(row.body, desk),
    state,
    why: [why, instead].join(''),
    todo,
    door: state === 'sent' && tried?.door ? DOOR_NAMES[tried.door] : '',
    doneAt: state === 'pending' ? dueAt.toISOString() : (settledAt?.toISOString() ?? null),
  }
}

/** Its own headline, else what this kind of message is called. */
export function nameOf(body: NoticeBody, { words }: Pick<Desk, 'words'>): string {
  return MESSAGE_NAMES[body.kind] ?? HEADLINE.exec(words(body))?.[1] ?? MESSAGES.other
}

/** Why it is not there, and what may be done: never a word of the platform's own. */
function whyOf({ status, reason }: CaseMessage): readonly [why: string, todo: string] {
  if (status === 'sent') return ['', '']
  if (status !== 'parked') return WHY[status]
  const [kind = ''] = (reason ?? '').split(':')
  return kind in WHY ? WHY[kind as keyof typeof WHY] : WHY.parked
}
