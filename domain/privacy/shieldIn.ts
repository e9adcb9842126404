import type { Shield } from '../task.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { CLAUSE_JOIN } from '../triage/wording.ts'
import { ANONYMOUS, AROUND_IT, CONFIDENTIAL, BESIDE_IT } from './wording-shield.ts'

/** How the words of a report ask that their writer be kept. */
export function shieldIn(text: string): Shield {
  const said = squeeze(text.slice(0, LOOKED_AT))
  if (said.search(CONFIDENTIAL) >= 0) return 'confidential'
  return said.search(ANONYMOUS) >= 0 ? 'anonymous' : 'none'
}

/** How somebody asks to be kept, and whatever else he says. */
export type Wish = Readonly<{ shield: Exclude<Shield, 'none'>; rest: string }>

/** A longer message is looked at as a report only. */
const LONGEST = 200
const CLAUSES = /[,，。;；!！?？、\s]+/u

/** The wish in a message, apart from the clauses that say more; null where there is none. */
export function wishIn(text: string): Wish | null {
  const shield = shieldIn(text)
  if (shield === 'none' || text.length > LONGEST) return null
  const clauses = text.split(CLAUSES)
  const more = clauses.filter((clause) => !onlyWishes(clause) && !BESIDE_IT.test(squeeze(clause)))
  return { shield, rest: more.length === clauses.length ? text : more.join(CLAUSE_JOIN) }
}

/** Nothing is told: 「匿名」, 「请替我保密，我怕报复」, or not a word. */
export function tellsNothing(text: string): boolean {
  return wordsOf(text) === '' || wishIn(text)?.rest === ''
}

function onlyWishes(clause: string): boolean {
  const said = squeeze(clause)
  const left = said.replace(CONFIDENTIAL, '').replace(ANONYMOUS, '')
  return wordsOf(left === said ? said : left.replace(AROUND_IT, '')) === ''
}
