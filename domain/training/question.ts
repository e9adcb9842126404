import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import type { Question } from './kinds.ts'
import { lot, shuffled } from '../text/lot.ts'
import { caseTemplates, type Lived } from './lived.ts'
import { dueMistakes, mistakesOf, seenLately } from './mistakes.ts'
import { knownTemplates } from './known.ts'
import type { Template } from './template.ts'
import { itemsOn, listTemplates } from './listed.ts'

/** What a township's people are asked about on a day (YYYY-MM-DD). */
export type Syllabus = Readonly<{ town: string; day: string; templates: readonly Template[] }>

export function syllabusOf(
  town: Town,
  day: string,
  cases: readonly Lived[],
  knowledge: readonly Entry<'knowledge'>[],
): Syllabus {
  const items = itemsOn(town, day)
  const templates = [
    ...items.flatMap((duty) => listTemplates(duty, town, day)),
    ...caseTemplates(cases, items, town),
    ...knownTemplates(knowledge, town),
  ]
  return { town: town.code, day, templates }
}

export type Chosen = Readonly<{ question: Question; again: boolean }>

/**
 * The question of a person and day: first what he got wrong and is to be asked again, then what he has not been asked
 * lately. It hangs on township, day, person and what he was asked before: whoever draws again draws the same.
 */
export function chosenFor(syllabus: Syllabus, userid: string, past: readonly Entry<'quiz'>[]): Chosen | null {
  const { town, day, templates } = syllabus
  const seed = `${town}|${day}|${userid}`
  const mistakes = mistakesOf(past)
  const due = dueMistakes(mistakes, day).flatMap(({ key }) => templates.find((each) => each.key === key) ?? [])
  const known = new Set([...seenLately(past, day), ...mistakes.map(({ key }) => key)])
  const fresh = templates.filter(({ key }) => !known.has(key))
  return first(due, seed, true) ?? first(inTurn(fresh, seed), seed, false)
}

/** Beyond so many questions of its kind a question comes no sooner. */
const MANY = 12
const LOTS = 2 ** 32

/**
 * The kind of question is drawn first, so that items with many questions do not crowd out the others; a kind with few is
 * drawn seldom, so that not half the township is asked the same.
 */
function inTurn(templates: readonly Template[], seed: string): Template[] {
  const kindOf = ({ key }: Template): string => key.slice(0, key.indexOf(':'))
  const kinds = [...new Set(templates.map(kindOf))]
  const count = (kind: string): number => Math.min(MANY, templates.filter((each) => kindOf(each) === kind).length)
  const rank = new Map(kinds.map((kind) => [kind, -Math.log((lot(`${seed}|${kind}`) + 1) / LOTS) / count(kind)]))
  return shuffled(templates, seed, ({ key }) => key).toSorted(
    (a, b) => (rank.get(kindOf(a)) ?? 0) - (rank.get(kindOf(b)) ?? 0),
  )
}

function first(templates: readonly Template[], seed: string, again: boolean): Chosen | null {
  for (const { key, make } of templates) {
    const question = make(`${seed}|${key}`)
    if (question) return { question, again }
  }
  return null
}
