import { wordsOf } from '../command/smallTalk.ts'
import { matchDuties } from '../route/match.ts'
import { findPlace } from '../route/place.ts'
import { squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { ANSWER, LOCATING, TROUBLE } from './wording-answer.ts'

const LONGEST = 12

/** A short answer that answers nothing: 「是的」, 「就在桥边上」, 「我是王家村的」. No problem is told in it. */
export function answerLike(text: string, towns: readonly Town[], day: string): boolean {
  const said = wordsOf(squeeze(text))
  if (said === '' || said.length > LONGEST) return false
  if (TROUBLE.test(said)) return false
  if (ANSWER.test(said)) return true
  if (towns.some(({ duties }) => matchDuties(said, duties, day).length > 0)) return false
  const found = findPlace(said, towns)
  return LOCATING.test(said) || (found !== null && !found.heard && said.length <= 8)
}
