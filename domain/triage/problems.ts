import { matchDuties, type DutyMatch } from '../route/match.ts'
import type { Place } from '../task.ts'
import { LOOKED_AT } from '../text/fold.ts'
import type { Duty, Town } from '../town.ts'
import { isBare, substance, placeNamed } from './bare.ts'
import type { Classifier } from './classifier.ts'
import { BLANK, clausesOf, together, type Clause } from './clauses.ts'
import { guessesOf, judge, SURE, type Judgement } from './judge.ts'

/**
 * One thing a message is about, in its own words; `place` = where this one is, where it says so and the others are
 * elsewhere; `danger` = of a message that tells of a danger, is this the one?
 */
export type Problem = Readonly<{ text: string; judgement: Judgement; place?: Place | null; danger?: boolean }>

/** A clause that names a unit by no more than one short word does not open a case of its own. */
const STRONG = 9
/** … unless the classifier thinks so too. */
const AGREES = 0.5
/** It is no colour of what was said before, whoever helps there, when the classifier is that sure of a word of the list. */
const CERTAIN = 0.9
/** So much must a clause say, beside where and when, to be a problem without a word of the list, and to be more than a colour. */
const TELLING = 5
const COLOURLESS = 4
/** More cases than this are made of no message. */
const MOST = 4

type Named = Readonly<{ duty: Duty; strong: boolean; certain: boolean }>
/** `parted` = its own village, or the words of its writer, keep it apart from what was said before */
type Group = { duty: Duty; place: Place | null; parted: boolean; clauses: Clause[] }

/**
 * The problems of a message, one for each lead unit and village, in the order they were told. What names no unit belongs
 * to what was said before it. Where fewer than two problems are anybody's for sure, and their writer did not set them apart,
 * the message is one.
 */
export const problemsOf = (text: string, town: Town, day: string, classifier: Classifier | null): readonly Problem[] =>
  takenApart(text, town, day, classifier, ({ lead }) => lead)

/** The same by the items of the duty list: one unit may have to see to several things. */
export const mattersOf = (text: string, town: Town, day: string, classifier: Classifier | null): readonly Problem[] =>
  takenApart(text, town, day, classifier, ({ code }) => code)

type By = (duty: Duty) => string

function takenApart(text: string, town: Town, day: string, classifier: Classifier | null, by: By): readonly Problem[] {
  const whole = [{ text, judgement: judge(text, town, day, classifier) }]
  if (text.length > LOOKED_AT) return whole
  const groups = grouped(clausesOf(text), town, by, (clause) => named(clause, town, day, classifier))
  if (groups.length < 2 || groups.length > MOST) return whole
  const elsewhere = new Set(groups.map(({ place }) => place?.code)).size > 1
  const problems = groups.map((group) => problemOf(group, elsewhere, town, day, classifier))
  return areSeveral(problems, groups, by) ? problems : whole
}

function problemOf(
  { clauses, place }: Group,
  elsewhere: boolean,
  town: Town,
  day: string,
  classifier: Classifier | null,
): Problem {
  const text = together(clauses)
  return { text, judgement: judge(text, town, day, classifier), ...(elsewhere && place ? { place } : {}) }
}

/** No two are the same unit's at the same place, and each is somebody's: or two are, or its writer set it apart. */
function areSeveral(problems: readonly Problem[], groups: readonly Group[], by: By): boolean {
  const keys = problems.map(({ judgement: { routed } }) => (routed.kind === 'routed' ? by(routed.duty) : null))
  const different = new Set(keys.map((key, n) => `${key ?? n}@${groups[n]?.place?.code}`))
  const clear = keys.filter((key) => key !== null).length >= 2
  return different.size === groups.length && keys.every((key, n) => key !== null || clear || isParted(groups, n))
}

const isParted = (groups: readonly Group[], n: number): boolean => groups[n === 0 ? 1 : n]?.parted ?? false

/** What only says where, and whatever is said before the first problem, goes with what follows it. */
function grouped(clauses: readonly Clause[], town: Town, by: By, name: (clause: Clause) => Named | null): Group[] {
  const groups: Group[] = []
  let held: Clause[] = []
  let at: Place | null = null
  for (const clause of clauses) {
    const bare = isBare(clause.text, town)
    const here = placeNamed(clause.text, town)
    const found = bare ? null : name(clause)
    const last = groups.at(-1)
    if (bare && here) at = here
    if ((bare && (here || clause.apart)) || (!found && !last)) held.push(clause)
    else if (!found) last?.clauses.push(...held.splice(0), clause)
    else {
      at = here ?? at
      const apart = clause.apart || held.some((each) => each.apart)
      place(groups, [...held, { ...clause, apart }], found, at, by)
      held = []
    }
  }
  groups.at(-1)?.clauses.push(...held)
  return groups
}

/** Into the group of its unit there, into a new one, or, where it only colours what was said, into the last. */
function place(
  groups: Group[],
  clauses: readonly Clause[],
  { duty, strong, certain }: Named,
  at: Place | null,
  by: By,
): void {
  const last = groups.at(-1)
  const apart = clauses.at(-1)?.apart ?? false
  const moved = last !== undefined && last.place !== null && at !== null && at.code !== last.place.code
  const known = groups.find((group) => by(group.duty) === by(duty) && !differ(group.place, at))
  if (known) return void known.clauses.push(...clauses)
  const isOwn = apart || (strong && (moved || certain || !last?.duty.assist.includes(duty.lead)))
  if (last && !isOwn) return void last.clauses.push(...clauses)
  groups.push({ duty, place: at, parted: apart || moved, clauses: [...clauses] })
}

const differ = (one: Place | null, other: Place | null): boolean =>
  one !== null && other !== null && one.code !== other.code

/** By the words of the list; by what was learnt alone only where enough is said, and apart from what stands before it. */
function named({ text, joint, apart }: Clause, town: Town, day: string, classifier: Classifier | null): Named | null {
  const [best] = matchDuties(text, town.duties, day)
  const [guess] = classifier ? guessesOf(classifier, text, town, day) : []
  const says = substance(text, town)
  if (!best) {
    const stands = guess && guess.p >= SURE && says >= TELLING && (apart || joint !== BLANK)
    return stands ? { duty: guess.duty, strong: true, certain: false } : null
  }
  const agreed = guess?.duty === best.duty ? guess.p : 0
  return {
    duty: best.duty,
    strong: isStrong(best) || agreed >= AGREES,
    certain: agreed >= CERTAIN && says >= COLOURLESS,
  }
}

const isStrong = ({ score, words }: DutyMatch): boolean => score >= STRONG || words.length > 1
