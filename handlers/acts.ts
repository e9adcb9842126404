import type { CaseInHand } from '../domain/case/draft.ts'
import type { Outcome } from '../domain/case/outcome.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import type { Task } from '../domain/task.ts'
import { factsOf } from '../domain/case/facts.ts'
import type { Found } from './cases.ts'
import type { Result, Turn } from './turn.ts'

export function refusal(reason: RefusalReason, hand: CaseInHand | null, choices: readonly string[] = []): Result {
  const facts = hand ? factsOf(hand.task, hand.town) : null
  return {
    note: `refused: ${reason}`,
    answers: [{ kind: 'refused', reason, caseNo: hand?.task.caseNo ?? null, facts, choices }],
  }
}

/** A case that could not be told apart, or a stranger's case, which does not exist for him. */
export function notFound(found: Extract<Found, { ok: false }>): Result {
  return refusal(found.reason, null, found.choices)
}

/** Turns what the rules said into a result: the decision and its answer, or the refusal with who has the case now. */
export function carryOut(hand: CaseInHand, outcome: Outcome, say: (task: Task) => NoticeBody | null): Result {
  if (!outcome.ok) return refusal(outcome.reason, hand, outcome.choices)
  const body = say(outcome.task)
  return { note: `case ${outcome.task.caseNo}`, decision: outcome.decision, answers: body ? [body] : [] }
}

export const factsFor = (hand: CaseInHand, task: Task) => factsOf(task, hand.town)

/** Files of a turn belong to the case they were sent about. */
export function withFiles(turn: Turn, hand: CaseInHand, result: Result): Result {
  if (turn.files.length === 0) return result
  const attachments = turn.files.map((f) => ({ ...f, taskId: hand.task.id }))
  return { ...result, decision: { ...result.decision, attachments } }
}
