import { HIDDEN, PATTERNS } from './wording-mask.ts'
import { OF_HIMSELF, OF_OTHERS, SELF_NAMES, SENTENCE_END } from './wording-names.ts'

/** How to call somebody, as far as he said so himself. */
export type Told = Readonly<{ name: string | null; phone: string | null }>

const PHONES = PATTERNS.flatMap(([kind, pattern]) => (kind === 'phone' ? [pattern] : []))

/** The first name and the first phone he gave of himself; what he says of others is not taken for his. */
export const toldOf = (text: string): Told => ({ name: first(SELF_NAMES, text), phone: ownPhone(text) })

const first = (patterns: readonly RegExp[], text: string): string | null =>
  patterns.flatMap((pattern) => text.match(pattern) ?? [])[0]?.trim() ?? null

/** What may stand of him in the words of others, as he wrote it himself: his name, and every number, for in doubt it is his. */
export function tracesIn(text: string): readonly string[] {
  const name = first(SELF_NAMES, text)
  const numbers = numbersIn(text).map(([number]) => number.trim())
  return [...(name === null ? [] : [name]), ...new Set(numbers.filter(({ length }) => length >= SHORTEST_NUMBER))]
}

/** the last four digits of a phone stand in many other numbers */
const SHORTEST_NUMBER = 7

const numbersIn = (text: string): readonly RegExpExecArray[] => PHONES.flatMap((pattern) => [...text.matchAll(pattern)])

/** The number of whom he complains about, taken for his, would be called to talk of his report: in doubt it is not his. */
function ownPhone(text: string): string | null {
  const own = numbersIn(text).filter(({ index }) => {
    const before = text.slice(0, index).split(SENTENCE_END).at(-1) ?? ''
    return lastOf(OF_OTHERS, before) <= lastOf(OF_HIMSELF, before)
  })
  return own.toSorted((one, other) => one.index - other.index)[0]?.[0].trim() ?? null
}

const lastOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/**
 * Takes the name a reporter gave of himself out of what others write: 「和李大明一起看过」 is a name that no rule tells from
 * other words, but here it is known whose it is. `said` = what he wrote.
 */
export function withoutName(said: string): (text: string) => string {
  const { name } = toldOf(said)
  return name === null || name.length < SHORTEST_NAME ? (text) => text : (text) => text.replaceAll(name, HIDDEN.name)
}

/** one sign stands in many other words */
const SHORTEST_NAME = 2
