import type { Question } from '../domain/decision.ts'
import type { Verb } from '../domain/command/parsed.ts'
import type { Result } from './turn.ts'

/** The orders that ask for words in a question of their own. */
const ORDERS: Readonly<Partial<Record<Question['asks'], Verb>>> = {
  result: 'finish',
  reason: 'return',
  feedback: 'feedback',
}

/** He was asked for the words of an order and gave the whole order instead: what he says next is no answer any more. */
export function inFull(question: Question | null, verb: Verb, result: Result): Result {
  const asked = question && (question.asks === 'words' ? question.verb : ORDERS[question.asks])
  return asked === verb && result.decision && result.ask === undefined ? { ...result, ask: null } : result
}
