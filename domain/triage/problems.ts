import { matchDuties, type DutyMatch } from '../route/match.ts'
import { fold } from '../text/fold.ts'
import type { Duty, Town } from '../town.ts'
import type { Classifier } from './classifier.ts'
import { guessesOf, judge, SURE, type Judgement } from './judge.ts'
import { ANOTHER, CLAUSE_END, CLAUSE_JOIN } from './wording.ts'

/** One thing a message is about, in its own words. */
export type Problem = Readonly<{ text: string; judgement: Judgement }>

/** A clause that names a unit by no more than one short word does not open a case of its own. */
const STRONG = 9
/** … unless the classifier thinks so too. */
const AGREES = 0.5
/** More cases than this are made of no message. */
const MOST = 4

type Clause = Readonly<{ text: string; apart: boolean }>
type Group = { duty: Duty; lead: string; clauses: string[] }
type Named = Readonly<{ duty: Duty; strong: boolean }>

/**
 * The problems of a message, one for each lead unit, in the order they were told. What names no unit belongs to what
 * was said before it. A problem nobody can place for sure is not taken apart: then the message is one.
 */
export function problemsOf(text: string, town: Town, day: string, classifier: Classifier | null): readonly Problem[] {
  const whole = [{ text, judgement: judge(text, town, day, classifier) }]
  const groups = grouped(clausesOf(text), (clause) => named(clause, town, day, classifier))
  if (groups.length < 2 || groups.length > MOST) return whole
  const problems = groups.map(({ clauses }) => ({
    text: clauses.join(CLAUSE_JOIN),
    judgement: judge(clauses.join(CLAUSE_JOIN), town, day, classifier),
  }))
  const leads = new Set(problems.map(({ judgement: { routed } }) => (routed.kind === 'routed' ? routed.lead : null)))
  return leads.size === problems.length && !leads.has(null) ? problems : whole
}

function clausesOf(text: string): Clause[] {
  const cut = fold(text)
  const clauses: Clause[] = []
  let from = 0
  for (const end of cut.matchAll(new RegExp(CLAUSE_END, 'gu'))) {
    add(clauses, text.slice(from, end.index), cut.slice(from, end.index))
    from = end.index + end[0].length
  }
  add(clauses, text.slice(from), cut.slice(from))
  return clauses
}

function add(clauses: Clause[], text: string, folded: string): void {
  if (text.trim() !== '') clauses.push({ text: text.trim(), apart: ANOTHER.test(folded.trim()) })
}

function grouped(clauses: readonly Clause[], name: (clause: string) => Named | null): Group[] {
  const groups: Group[] = []
  const before: string[] = []
  for (const { text, apart } of clauses) {
    const found = name(text)
    const last = groups.at(-1)
    if (!found) (last?.clauses ?? before).push(text)
    else place(groups, text, found, apart, before)
  }
  return groups
}

/** Into the group of its unit, into a new one, or, where it only colours what was said, into the last. */
function place(groups: Group[], text: string, { duty, strong }: Named, apart: boolean, before: string[]): void {
  const last = groups.at(-1)
  const known = groups.find(({ lead }) => lead === duty.lead)
  if (known) return void known.clauses.push(text)
  if (last && !apart && !(strong && !last.duty.assist.includes(duty.lead))) return void last.clauses.push(text)
  groups.push({ duty, lead: duty.lead, clauses: [...before.splice(0), text] })
}

function named(clause: string, town: Town, day: string, classifier: Classifier | null): Named | null {
  const [best] = matchDuties(clause, town.duties, day)
  const [guess] = classifier ? guessesOf(classifier, clause, town, day) : []
  if (best) return { duty: best.duty, strong: isStrong(best) || (guess?.duty === best.duty && guess.p >= AGREES) }
  return guess && guess.p >= SURE ? { duty: guess.duty, strong: true } : null
}

const isStrong = ({ score, words }: DutyMatch): boolean => score >= STRONG || words.length > 1
