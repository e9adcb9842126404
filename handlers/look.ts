import type { Place, Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import type { Similar } from '../domain/duplicate/similar.ts'
import { matchDuties } from '../domain/route/match.ts'
import { mattersOf, problemsOf, type Problem } from '../domain/triage/problems.ts'
import { knownAlready } from './duplicate.ts'
import { accuses, OFFERED } from './hint.ts'
import { placeOfPart } from './open.ts'
import type { Turn } from './turn.ts'

/** `before` = words that belong to the report and do not say who leads. */
export type Told = Readonly<{
  town: Town
  place: Place | null
  text: string
  media: readonly string[]
  before?: string
}>

export type Looked = Readonly<{ problem: Problem; told: Told; found: readonly Similar[] }>

/** The problems of what was told, each with the cases it may be about. */
export async function lookedAt(turn: Turn, told: Told): Promise<readonly Looked[]> {
  const problems = problemsOf(told.text, told.town, dayOf(turn.world.now), turn.world.classifier ?? null)
  return (await Promise.all(problems.map((problem) => lookClosely(turn, told, problem, problems)))).flat()
}

/** A problem that may be known is looked at thing by thing: what is new beside it must not go with it. */
async function lookClosely(
  turn: Turn,
  told: Told,
  problem: Problem,
  problems: readonly Problem[],
): Promise<readonly Looked[]> {
  const whole = await look(turn, partOf(told, problem, problems), problem)
  if (!isKnown(turn, whole) || joinable(turn, whole)) return [whole]
  const matters = mattersOf(problem.text, told.town, dayOf(turn.world.now), turn.world.classifier ?? null)
  const apart = await Promise.all(matters.map((each) => look(turn, partOf(whole.told, each, matters), each)))
  return apart.some((each) => !isKnown(turn, each)) ? apart : [whole]
}

const isKnown = (turn: Turn, looked: Looked): boolean =>
  joinable(turn, looked) !== null || offeredFor(looked).length > 0

/** The cases he may be asked about. */
export const offeredFor = ({ found, told: { town } }: Looked): readonly Task[] =>
  found
    .filter(({ task, placed }) => placed && mayBeNamed(task, town))
    .map(({ task }) => task)
    .slice(0, OFFERED)

function partOf(told: Told, problem: Problem, { length }: readonly Problem[]): Told {
  return length === 1 ? told : { ...told, text: problem.text, place: placeOfPart(told, problem) }
}

async function look(turn: Turn, told: Told, problem: Problem): Promise<Looked> {
  const { world, ctx } = turn
  const { town, place, text } = told
  const { routed } = problem.judgement
  const item = routed.kind === 'unsure' ? null : routed.duty.code
  const lead = routed.kind === 'routed' ? routed.lead : null
  const shares = sharing(text, town, dayOf(world.now))
  const found = await knownAlready(ctx, { town: town.code, text, place, item, lead, shares, at: world.now })
  return { problem, told, found }
}

/** The case that is joined without a word: the same words of the same place, or his own words over again. */
export function joinable({ speaker }: Turn, { found }: Looked): Task | null {
  const his = ({ task }: Similar) => task.reporters.some(({ userid }) => userid === speaker.userid)
  return found.find((each) => each.same || (each.identical && his(each)))?.task ?? null
}

/** One case may be about two items of a unit, and be filed under the other. */
function sharing(text: string, { duties }: Town, day: string): (other: string) => boolean {
  const codes = matchDuties(text, duties, day).map(({ duty }) => duty.code)
  return (other) => matchDuties(other, duties, day).some(({ duty }) => codes.includes(duty.code))
}

/** What was told in confidence, and what accuses somebody, is not spoken of to others. */
const mayBeNamed = (task: Task, town: Town): boolean => task.shield !== 'confidential' && !accuses(task, town)
