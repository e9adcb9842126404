import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { matchDuties } from '../route/match.ts'
import { gramsOf, normalised } from '../duplicate/grams.ts'

type Known = Entry<'knowledge'>

/** So much of what was asked must be found in it. */
const SHARE = 0.5

/** Approved knowledge that words mean, best first: it says them, it is about the same item, or it shares most of its characters. */
export function knowledgeFor(words: string, all: readonly Known[], { duties }: Town, day: string): Known[] {
  const asked = normalised(words)
  if (asked === '') return []
  const items = matchDuties(words, duties, day).map(({ duty }) => duty.code)
  return all
    .map((entry) => ({ entry, score: scoreOf(entry, asked, items) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || b.entry.at.getTime() - a.entry.at.getTime())
    .map(({ entry }) => entry)
}

function scoreOf({ data }: Known, asked: string, items: readonly string[]): number {
  const text = normalised(`${data.question}${data.answer}`)
  const same = data.item !== null && items.includes(data.item)
  return (text.includes(asked) ? 2 : 0) + (same ? 1 : 0) + shared(asked, text)
}

function shared(asked: string, text: string): number {
  const [own, other] = [gramsOf(asked), new Set(gramsOf(text))]
  const share = own.length === 0 ? 0 : own.filter((gram) => other.has(gram)).length / own.length
  return share >= SHARE ? share : 0
}
