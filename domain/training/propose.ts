import type { NewEvent } from '../decision.ts'
import type { PermitEntry } from '../flow/permitFacts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { Proposal } from './knowledge.ts'
import { stemOf } from '../flow/holder.ts'
import { findStation } from '../people/directory.ts'
import { maskSelf } from '../privacy/mask.ts'
import { itemsFor } from '../duty/find.ts'
import {
  PAIR,
  permitAnswer,
  permitQuestion,
  rulingAnswer,
  rulingQuestion,
  SOME_NAME,
  SPACED,
} from './wording-knowledge.ts'

/** What is generally true of an answered question about a permit: never whose permit it was. */
export function ofPermit({ no, data }: PermitEntry, town: Town): Proposal {
  const unit = findStation(town, data.of)?.name ?? data.of
  const names = [data.holder, stemOf(data.holder)].filter((name) => [...name].length > 1)
  const nameless = (text: string): string =>
    names.reduce((said, name) => said.replaceAll(name, SOME_NAME), maskSelf(text))
  const matter = data.matter === null ? null : nameless(data.matter)
  const item = town.duties.find(({ name }) => name === data.matter)?.code ?? null
  const [question, answer] = [permitQuestion(matter), permitAnswer(unit, nameless(data.answer ?? ''))]
  return { from: 'permit', source: no, question, answer, item, unit: data.of, found: data.found }
}

/** What the command room ruled on a case, and why; null where it ruled nothing. */
export function ofRuling(
  task: Task,
  timeline: readonly Pick<NewEvent, 'type' | 'data'>[],
  town: Town,
): Proposal | null {
  const at = timeline.findLastIndex(({ type }) => type === 'ruled')
  const unit = findStation(town, String(timeline[at]?.data['station'] ?? ''))
  const duty = town.duties.find(({ code }) => code === task.item)
  if (at < 0 || !unit || !duty) return null
  const reason = timeline.slice(0, at).findLast(({ type }) => type === 'dispatched')?.data['note']
  // a village is no address; whatever else somebody called the place may be one
  const village = town.villages.find(({ code }) => code === task.place?.code)?.name ?? null
  return {
    from: 'ruling',
    source: task.caseNo,
    question: rulingQuestion(village, duty.name),
    answer: rulingAnswer(unit.name, typeof reason === 'string' ? maskSelf(reason) : ''),
    item: duty.code,
    unit: unit.id,
    found: null,
  }
}

type Pair = Readonly<{ question: string; answer: string }>

/** A question and its answer, told apart by a question mark or by 答. */
export const pairIn = (text: string): Pair | null => matched(text, PAIR)
/** The same, or the first word and the rest. */
export const spacedPairIn = (text: string): Pair | null => matched(text, [...PAIR, SPACED])

function matched(text: string, patterns: readonly RegExp[]): Pair | null {
  const groups = patterns.map((pattern) => pattern.exec(text.trim())?.groups).find(Boolean)
  return groups?.['question'] && groups['answer'] ? { question: groups['question'], answer: groups['answer'] } : null
}

export const ofWords = (pair: Pair, town: Town, day: string): Proposal => ({
  from: 'free',
  source: null,
  ...pair,
  item: itemsFor(pair.question, town, day)[0]?.code ?? null,
  unit: null,
  found: null,
})
