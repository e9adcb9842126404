import type { Decision, InboxRow } from '../domain/decision.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { Policy } from '../domain/policy.ts'
import type { Settlement } from './store.ts'

type Answer<T> = Readonly<{ resolve(value: T): void; reject(error: Error): void }>
type Work<Kind extends string, Input, Result = void> = Input & Answer<Result> & Readonly<{ kind: Kind }>

export type Received = Readonly<{ row: InboxRow; fresh: boolean }>
export type ReceiveOp = Work<'receive', Readonly<{ inbound: Inbound; now: Date }>, Received>
export type DecisionOp = Work<'decision', Readonly<{ decision: Decision; now: Date }>>
export type SettleOp = Work<'settle', Readonly<{ rows: readonly Settlement[] }>>
export type FailOp = Work<'fail', Readonly<{ id: string; reason: string; park: boolean }>>
export type PolicyOp = Work<'policy', Readonly<{ policy: Policy }>>

/** One write somebody waits for. */
export type Op = ReceiveOp | DecisionOp | SettleOp | FailOp | PolicyOp

/**
 * What an op must have for itself inside a group: a second one that wants the same waits for the next group,
 * where it sees what the first one did.
 */
export function claims(op: Op): string[] {
  switch (op.kind) {
    case 'receive':
      return [`received ${op.inbound.dedupeKey}`]
    case 'decision':
      return [
        ...(op.decision.task ? [`task ${op.decision.task.id}`] : []),
        ...(op.decision.inbox ? [`inbox ${op.decision.inbox.id}`] : []),
      ]
    case 'settle':
      return op.rows.map(({ id }) => `outbox ${id}`)
    case 'fail':
      return [`inbox ${op.id}`]
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
