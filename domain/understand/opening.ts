import { wordsOf } from '../command/smallTalk.ts'
import { mentionsIn } from '../route/mention.ts'
import { stepsIn } from '../route/spot.ts'
import { blanksIn, squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { ANNOUNCES, ONLY_THING } from './wording-opening.ts'

/** 「我要举报」: the beginning of a report and not a word of it. */
export const announces = (text: string): boolean => ANNOUNCES.test(wordsOf(text))

/** 「西关那个KTV」, 「张庄桥头」: where, and nothing that is wrong there. */
export function namesOnlyPlace(text: string, towns: readonly Town[]): boolean {
  const said = squeeze(text)
  const [first] = mentionsIn(said, blanksIn(text), towns)
  const written = first?.entries[0]?.written
  if (!first || written === undefined) return false
  const before = said.slice(0, first.at)
  const after = said.slice(first.at + written.length)
  return ONLY_THING.test(wordsOf(before)) && ONLY_THING.test(wordsOf(after.slice(stepsIn(after).length)))
}
