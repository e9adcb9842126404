import type { Level } from '../level.ts'
import { patternsOf, type Patterns } from '../understand/patterns.ts'
import { MANY } from '../understand/wording-patterns.ts'

/** What makes an ordinary matter urgent; danger alone makes an emergency, and that is found elsewhere. */
const RULES: readonly Readonly<{ name: string; holds: (found: Patterns) => boolean }>[] = [
  { name: 'lasts-a-month', holds: ({ days }) => days !== null && days >= 30 },
  { name: 'again-for-a-week', holds: ({ days, repeats }) => repeats && days !== null && days >= 7 },
  { name: 'many-households', holds: ({ count, unit }) => count !== null && count >= (MANY[unit ?? ''] ?? Infinity) },
  { name: 'told-before', holds: ({ told }) => told >= 3 },
  { name: 'wide', holds: ({ wide, days, repeats }) => wide && (repeats || (days !== null && days >= 2)) },
]

/** The level of a report as its patterns raise it, and the names of the rules that did; `day` is when it was written. */
export function raised(text: string, level: Level, day: string): Readonly<{ level: Level; why: readonly string[] }> {
  if (level !== 'normal') return { level, why: [] }
  const found = patternsOf(text, day)
  const why = RULES.filter(({ holds }) => holds(found)).map(({ name }) => name)
  return { level: why.length > 0 ? 'urgent' : level, why }
}
