import { matchDuties } from '../route/match.ts'
import type { Place } from '../task.ts'
import { LOOKED_AT } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { dangerOf } from '../understand/danger.ts'
import { placeNamed } from './bare.ts'
import type { Classifier } from './classifier.ts'
import { clausesOf, together, type Clause } from './clauses.ts'
import { judge } from './judge.ts'
import type { Problem } from './problems.ts'

type Part = { place: Place | null; clauses: Clause[] }

/**
 * A danger, and what else its message is about: the danger first, and as one, with every word that is not plainly another
 * matter. Its place is its own: where a lamp is broken says nothing about where it burns.
 */
export function dangerApart(
  text: string,
  place: Place | null,
  town: Town,
  day: string,
  by: Classifier | null,
): readonly Problem[] {
  const all = text.length > LOOKED_AT ? [] : parts(clausesOf(text), town, day)
  const isDanger = ({ clauses }: Part) => dangerOf(together(clauses), town) !== null
  const [dangers, others] = [all.filter(isDanger), all.filter((part) => !isDanger(part))]
  const told = (each: readonly Part[], where: Place | null, danger: boolean): Problem => {
    const words = together(each.flatMap(({ clauses }) => clauses))
    return { text: words, judgement: judge(words, town, day, by), place: where, danger }
  }
  const whole: Problem = { text, judgement: judge(text, town, day, by), place, danger: true }
  if (dangers.length === 0 || others.length === 0) return [whole]
  const named = dangers.find((part) => part.place)?.place
  const isTheirs = others.some((part) => part.place !== null && part.place.code === place?.code)
  return [
    told(dangers, named ?? (isTheirs ? null : place), true),
    ...others.map((part) => told([part], part.place ?? place, false)),
  ]
}

/** A part begins where its writer says so, or names another village, and there is a matter in it. */
function parts(clauses: readonly Clause[], town: Town, day: string): Part[] {
  return clauses.reduce<Part[]>((found, clause) => {
    const last = found.at(-1)
    const place = placeNamed(clause.text, town)
    const moved = place !== null && place.code !== last?.place?.code
    const isMatter = matchDuties(clause.text, town.duties, day).length > 0 || dangerOf(clause.text, town) !== null
    if (!last || ((clause.apart || moved) && isMatter)) return [...found, { place, clauses: [clause] }]
    last.clauses.push(clause)
    last.place ??= place
    return found
  }, [])
}
