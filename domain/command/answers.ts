import { fold } from '../text/fold.ts'
import { wordsOf } from './smallTalk.ts'
import { LATER, NO_IDEA, SOLVED_ANSWER, THANKED } from './wording.ts'

/** A longer sentence tells something; it is no plain answer. */
const LONGEST = 12

/** A staff command of a later version. */
export function notYet(text: string, audience: 'staff' | 'villager'): boolean {
  return audience === 'staff' && LATER.test(fold(text).trim())
}

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
