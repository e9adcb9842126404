import { parts, type Decision, type InboxRow } from '../domain/decision.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { RetainedText } from '../domain/privacy/retention.ts'
import type { Policy } from '../domain/policy.ts'
import type { Renaming } from './rename.ts'
import type { NewIdentity, Note, Settlement } from './store.ts'

type Answer<T> = Readonly<{ resolve(value: T): void; reject(error: Error): void }>
type Work<Kind extends string, Input, Result = void> = Input & Answer<Result> & Readonly<{ kind: Kind }>

export type Received = Readonly<{ row: InboxRow; fresh: boolean }>
/** A page of messages and how far it was read: both or neither. */
export type PageOp = Work<
  'page',
  Readonly<{ inbounds: readonly Inbound[]; mark: Note; now: Date; people: readonly NewIdentity[] }>,
  readonly Received[]
>
export type NoteOp =
  | Work<'note', Readonly<{ how: 'put'; note: Note }>, Note | null>
  /** null when somebody holds it */
  | Work<'note', Readonly<{ how: 'renew'; note: Note }>, Note | null>
  | Work<'note', Readonly<{ how: 'claim'; note: Note; now: Date }>, Note | null>
  | Work<'note', Readonly<{ how: 'take'; key: string }>, Note | null>
export type CountOp = Work<'count', Readonly<{ id: string; sent: number; most: number }>>
export type ReceiveOp = Work<
  'receive',
  Readonly<{ inbound: Inbound; now: Date; people: readonly NewIdentity[] }>,
  Received
>
export type DecisionOp = Work<'decision', Readonly<{ decision: Decision; now: Date }>>
export type SettleOp = Work<'settle', Readonly<{ rows: readonly Settlement[]; fence: number | null }>>
export type FailOp = Work<'fail', Readonly<{ id: string; reason: string; park: boolean }>>
export type IdentityOp = Work<'identity', Readonly<{ how: 'new' | 'resealed'; rows: readonly NewIdentity[] }>>
export type RenameOp = Work<'rename', Readonly<{ people: readonly Renaming[] }>>
export type PurgeOp = Work<'purge', Readonly<{ what: RetainedText; before: Date; limit: number }>, number>
export type PolicyOp = Work<'policy', Readonly<{ policy: Policy }>>

/** One write somebody waits for. */
export type Op =
  | ReceiveOp
  | PageOp
  | DecisionOp
  | SettleOp
  | FailOp
  | PolicyOp
  | NoteOp
  | CountOp
  | IdentityOp
  | RenameOp
  | PurgeOp

/**
 * What an op must have for itself inside a group: a second one that wants the same waits for the next group,
 * where it sees what the first one did.
 */
export function claims(op: Op): string[] {
  switch (op.kind) {
    case 'receive':
      return [`received ${op.inbound.dedupeKey}`]
    case 'page':
      return [...op.inbounds.map(({ dedupeKey }) => `received ${dedupeKey}`), `note ${op.mark.key}`]
    case 'note':
      return [`note ${op.how === 'take' ? op.key : op.note.key}`]
    case 'count':
      return [`customer ${op.id}`]
    case 'decision':
      return [
        ...parts(op.decision).flatMap(({ task, entries = [], notes = [] }) => [
          ...(task ? [`task ${task.id}`] : []),
          ...entries.map(({ id }) => `entry ${id}`),
          ...notes.map(({ key }) => `note ${key}`),
        ]),
        ...(op.decision.inbox ? [`inbox ${op.decision.inbox.id}`] : []),
      ]
    case 'settle':
      return op.rows.map(({ id }) => `outbox ${id}`)
    case 'fail':
      return [`inbox ${op.id}`]
    case 'identity':
      return op.rows.flatMap(({ id, lookup }) => [`identity ${id}`, `lookup ${lookup}`])
    case 'rename':
      return op.people.map(({ was }) => `person ${was}`)
    case 'purge':
    case 'policy':
      return []
  }
}

/** Takes up to `limit` ops that do not meet out of `waiting`, keeping the order of those that do. */
export function takeGroup(waiting: Op[], limit: number): Op[] {
  const claimed = new Set<string>()
  const left: Op[] = []
  const group: Op[] = []
  let looked = 0
  for (const op of waiting) {
    if (group.length === limit) break
    looked += 1
    const wants = claims(op)
    const free = !wants.some((claim) => claimed.has(claim))
    for (const claim of wants) claimed.add(claim)
    ;(free ? group : left).push(op)
  }
  waiting.splice(0, looked, ...left)
  return group
}
