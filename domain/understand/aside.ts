import { knowsNoPlace } from '../command/answers.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { squeeze } from '../text/fold.ts'
import { isReproach } from './reproach.ts'
import { ASKS_BACK, BESIDE_GIVING_UP, GIVES_UP, LOCATING_WORD, SPEAKS_OF_US, TELLS_MORE } from './wording-aside.ts'

const CLAUSES = /[,，.。;；!！?？、~～\s]+/u

const clausesOf = (said: string): string[] =>
  said
    .split(CLAUSES)
    .map(wordsOf)
    .filter((clause) => clause !== '')

/** 「取消」, 「算了，怕得罪人」: what was begun is not wanted any more. */
export function givesUp(said: string): boolean {
  const clauses = clausesOf(said)
  const given = clauses.filter((clause) => GIVES_UP.test(clause))
  return given.length > 0 && clauses.every((clause) => given.includes(clause) || BESIDE_GIVING_UP.test(clause))
}

/** A place nobody has listed is told in so many characters; a longer answer must have a word for a place in it. */
const LONGEST = 12

/** What answers 「在哪里」 and names no village: a place nobody has listed, more of what is wrong, or neither. */
export function placeAnswer(said: string): 'place' | 'more' | 'talk' {
  if (knowsNoPlace(said) || isReproach(said)) return 'talk'
  const words = squeeze(said)
  if (ASKS_BACK.test(words)) return 'talk'
  if (LOCATING_WORD.test(words)) return 'place'
  if (SPEAKS_OF_US.test(words)) return 'talk'
  return TELLS_MORE.test(words) || [...wordsOf(words)].length > LONGEST ? 'more' : 'place'
}
