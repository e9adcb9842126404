import { fold } from '../text/fold.ts'
import { ANOTHER, CLAUSE_END, CLAUSE_JOIN } from './wording.ts'

/** A part of a message, in its own words: `joint` = what stood before it, `apart` = it says that it is about another thing. */
export type Clause = Readonly<{ text: string; joint: string; apart: boolean }>

/** Stood between two clauses: a breath, not a mark. */
export const BLANK = ' '

/** The clauses of a message; a blank parts them, too, where people speak without commas. */
export function clausesOf(text: string): Clause[] {
  const cut = fold(text)
  const clauses: Clause[] = []
  let from = 0
  let joint = ''
  for (const end of cut.matchAll(END)) {
    add(clauses, joint, text.slice(from, end.index), cut.slice(from, end.index))
    from = end.index + end[0].length
    joint = /^ +$/.test(end[0]) ? BLANK : CLAUSE_JOIN
  }
  add(clauses, joint, text.slice(from), cut.slice(from))
  return clauses
}

const END = new RegExp(CLAUSE_END, 'gu')

function add(clauses: Clause[], joint: string, text: string, folded: string): void {
  if (text.trim() !== '') clauses.push({ text: text.trim(), joint, apart: ANOTHER.test(folded.trim()) })
}

/** Put together again as they were told. */
export const together = (clauses: readonly Clause[]): string =>
  clauses.map(({ text, joint }, n) => (n === 0 ? text : joint + text)).join('')
