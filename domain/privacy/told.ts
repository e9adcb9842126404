import { HIDDEN, PATTERNS } from './wording-mask.ts'
import { SELF_NAMES } from './wording-names.ts'

/** How to call somebody, as far as he said so himself. */
export type Told = Readonly<{ name: string | null; phone: string | null }>

const PHONES = PATTERNS.flatMap(([kind, pattern]) => (kind === 'phone' ? [pattern] : []))

/** The first name and the first phone he gave of himself; what he says of others is not taken for his. */
export const toldOf = (text: string): Told => ({ name: first(SELF_NAMES, text), phone: first(PHONES, text) })

const first = (patterns: readonly RegExp[], text: string): string | null =>
  patterns.flatMap((pattern) => text.match(pattern) ?? [])[0]?.trim() ?? null

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
