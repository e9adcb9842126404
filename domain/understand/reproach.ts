import { wordsOf } from '../command/smallTalk.ts'
import { squeeze } from '../text/fold.ts'
import { ABUSE } from './wording-intent.ts'
import { REPROACH } from './wording-answer.ts'

/** 「都说了三遍了」: an answer that complains about the question and does not answer it. */
export function isReproach(text: string): boolean {
  const said = wordsOf(squeeze(text))
  return ABUSE.test(said) || REPROACH.test(said)
}
