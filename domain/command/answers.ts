import { wordsOf } from './smallTalk.ts'
import { NO_IDEA, SOLVED_ANSWER, THANKED } from './wording.ts'

/** A longer sentence tells something; it is no plain answer. */
const LONGEST = 12

/** 「还没修好呢」, 「好了」: what a short text says to 「问题解决了吗」, or null. */
export function solvedAnswer(text: string): 'solved' | 'unsolved' | null {
  const said = wordsOf(text).replace(THANKED, '')
  if (said === '' || said.length > LONGEST) return null
  if (SOLVED_ANSWER.yes.test(said)) return 'solved'
  return SOLVED_ANSWER.no.test(said) ? 'unsolved' : null
}

/** 「不知道」 is no place. */
export function knowsNoPlace(text: string): boolean {
  return NO_IDEA.test(wordsOf(text))
}
