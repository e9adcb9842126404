import type { Classifier } from './classifier.ts'
import type { Judgement } from './judge.ts'
import type { Town } from '../town.ts'
import { guessesOf } from './judge.ts'

/** Two that agree: the classifier must be at least this sure of an item of the unit that was advised. */
const AGREES = 0.5

/**
 * What an opinion from outside makes of a judgement: only where nobody is sure, only one of our own candidates, and it
 * touches neither the level nor a danger. Where the classifier thinks so, too, the unit leads; else it is merely offered first.
 */
export function advised(
  judgement: Judgement,
  advice: string | null,
  text: string,
  town: Town,
  day: string,
  classifier: Classifier | null,
): Judgement {
  const { routed, understood } = judgement
  if (advice === null || routed.kind !== 'unsure' || routed.level === 'emergency') return judgement
  if (!routed.candidates.includes(advice)) return judgement
  const guess = (classifier ? guessesOf(classifier, text, town, day) : []).find(({ duty }) => duty.lead === advice)
  if (guess && guess.p >= AGREES && guess.duty.mode !== 'refer') {
    const { duty } = guess
    const assist = duty.assist.filter((id) => id !== duty.lead)
    return { routed: { kind: 'routed', duty, lead: duty.lead, assist, level: routed.level, also: [] }, understood }
  }
  const candidates = [advice, ...routed.candidates.filter((id) => id !== advice)]
  return { routed: { ...routed, candidates }, understood }
}
