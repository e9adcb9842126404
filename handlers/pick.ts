import type { NoticeBody } from '../domain/notice.ts'
import { refusal } from './acts.ts'
import { onAnswer } from './answer.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

/** A tap on a button of a question: the same as writing what stands on it. The card then shows what was chosen. */
export async function onPick(turn: Turn, index: number, card: string): Promise<Result> {
  const question = pendingQuestion(turn)
  const chosen = question?.card === card ? question.choices?.[index] : undefined
  if (!question || chosen === undefined) return refusal('unknown-card', null)
  const result = await onAnswer(turn, question, chosen)
  // a menu of customer service cannot be changed
  if (turn.row.channel === 'kf') return result
  const update: NoticeBody = { kind: 'card-update', cardId: card, view: 'answered', chosen }
  return { ...result, answers: [update, ...(result.answers ?? [])] }
}
