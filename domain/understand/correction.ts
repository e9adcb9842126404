import { wordsOf } from '../command/smallTalk.ts'
import { squeeze } from '../text/fold.ts'
import { RIGHT_ONE, WRONG_PLACE } from './wording-correction.ts'

/** So long may the right place be. */
const LONGEST = 16

/** 「不对，是李家沟」, 「地点错了，应该在石门」: the words for the right place, null where nothing is put right. */
export function rightPlace(said: string): string | null {
  const plain = squeeze(said)
  const wrong = WRONG_PLACE.exec(plain)?.[0]
  if (wrong === undefined) return null
  const rest = wordsOf(plain.slice(wrong.length)).replace(RIGHT_ONE, '')
  return rest.length <= LONGEST ? rest : null
}
