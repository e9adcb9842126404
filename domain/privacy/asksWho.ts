import { wordsOf } from '../command/smallTalk.ts'
import { ASKS_WHO, LEAST_CHARACTERS, NO_REASON } from './wording-asks.ts'

/** Does a unit ask whoever reported who he is? */
export const asksWho = (question: string): boolean => ASKS_WHO.test(question)

/** Why somebody wants to look behind the mask: words that say something. */
export function isReason(text: string, least: number): boolean {
  const said = wordsOf(text)
  const different = new Set(said.match(/\p{Script=Han}/gu) ?? []).size
  return [...text].length >= least && different >= LEAST_CHARACTERS && !NO_REASON.test(said)
}
