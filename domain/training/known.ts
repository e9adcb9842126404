import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import type { Template } from './template.ts'
import { gramsOf, normalised } from '../duplicate/grams.ts'
import { unitName, unitsBut } from './listed.ts'
import { withOptions } from './options.ts'

type Known = Entry<'knowledge'>

/** Questions from approved knowledge: which unit was ruled to lead; what was answered, among answers to quite other questions. */
export const knownTemplates = (knowledge: readonly Known[], town: Town): Template[] =>
  knowledge.flatMap((entry) => {
    if (entry.data.from === 'ruling') return [ruledTemplate(entry, town)]
    return entry.data.from === 'free' ? [freeTemplate(entry, knowledge)] : []
  })

/** Whom the list names is no wrong answer to what was ruled otherwise. */
function ruledTemplate({ id, no, data }: Known, town: Town): Template {
  const key = `ruled:${id}`
  const duty = town.duties.find(({ code }) => code === data.item)
  const wrong = unitsBut([data.unit, ...(duty ? [duty.lead, duty.punish, ...duty.assist] : [])], town)
  const right = unitName(data.unit, town)
  const about = { key, ask: 'ruled', about: data.question, level: null, basis: no } as const
  return { key, make: (seed) => (right === null ? null : withOptions(about, right, wrong, seed)) }
}

function freeTemplate(entry: Known, knowledge: readonly Known[]): Template {
  const key = `known:${entry.id}`
  const others = knowledge.filter((other) => other.data.from === 'free' && isApart(entry, other))
  const about = { key, ask: 'known', about: entry.data.question, level: null, basis: entry.no } as const
  const wrong = others.map(({ data }) => data.answer)
  return { key, make: (seed) => withOptions(about, entry.data.answer, wrong, seed) }
}

/** No two characters in common: the answer to the one is none to the other. */
function isApart({ data: one }: Known, { data: other }: Known): boolean {
  const own = new Set(gramsOf(normalised(`${one.question}${one.answer}`)))
  return !gramsOf(normalised(`${other.question}${other.answer}`)).some((gram) => own.has(gram))
}
