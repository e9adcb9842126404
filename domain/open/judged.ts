import { worse } from '../case/crowd.ts'
import { isInForce } from '../route/match.ts'
import type { Town } from '../town.ts'
import type { Classifier } from '../triage/classifier.ts'
import { judge, type Judgement } from '../triage/judge.ts'
import type { HandedIn } from './kinds.ts'

/** Who leads in an order: by the item its system names, where the list has it in force; a danger in its words comes before that. */
export function judgeOrder(
  { item, text }: Pick<HandedIn, 'item' | 'text'>,
  town: Town,
  day: string,
  classifier: Classifier | null,
): Judgement {
  const judgement = judge(text, town, day, classifier)
  const duty = town.duties.find(({ code }) => code === item)
  const { level } = judgement.routed
  if (!duty || duty.mode === 'refer' || !isInForce(duty, day) || level === 'emergency') return judgement
  const assist = duty.assist.filter((id) => id !== duty.lead)
  return {
    routed: { kind: 'routed', duty, lead: duty.lead, assist, level: worse(level, duty.level), also: [] },
    understood: { ...judgement.understood, by: 'rules', confidence: 1, words: [duty.name] },
  }
}
