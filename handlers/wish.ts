import type { Question } from '../domain/decision.ts'
import { onlyCase } from '../domain/command/reference.ts'
import type { Wish } from '../domain/privacy/shieldIn.ts'
import { onWish, onlyWish, withWish } from './shield.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

/** 「别说是我说的」, with a case or without, and the case alone of who said 「匿名」 before; null where more is told. */
export async function onlyWishes(
  turn: Turn,
  text: string,
  wish: Wish | null,
  quoted: string | null,
): Promise<Result | null> {
  const named = onlyCase(wish ? wish.rest : text)
  if (wish && (named || wish.rest === ''))
    return onWish(turn, wish.shield, named ?? (quoted === null ? null : { caseNo: quoted }))
  const before = onlyWish(pendingQuestion(turn))
  return named && before ? onWish(turn, before, named) : null
}

/** 「桥头，别说是我」 answers with the place; the wish goes with the report. */
export function answerWith(question: Question, text: string, wish: Wish | null): [Question, string] {
  if (!wish || !('text' in question)) return [question, text]
  const isPlain = question.asks === 'place' || question.asks === 'same'
  return [withWish(question, wish.shield), isPlain ? wish.rest : text]
}
