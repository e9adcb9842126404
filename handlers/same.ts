import type { Question } from '../domain/decision.ts'
import type { Known } from '../domain/notice.ts'
import { OPEN_STAGES, type Place, type Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { matchDuties } from '../domain/route/match.ts'
import { problemsOf, type Problem } from '../domain/triage/problems.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { accusedIn } from '../domain/understand/accused.ts'
import { chosenCase, mereYes, sameChoices, saysMore } from '../domain/understand/choice.ts'
import { buttons, put } from './ask.ts'
import { isOpen, reported } from './cases.ts'
import { joinTo, knownAlready } from './duplicate.ts'
import { open } from './open.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

/** So many cases are offered at once. */
const OFFERED = 3

type Told = Readonly<{ town: Town; place: Place | null; text: string; media: readonly string[] }>

/** What is told is known already: joined in the very same words, else asked about. New, or several things: a case of its own. */
export async function openOrJoin(turn: Turn, told: Told): Promise<Result> {
  const problems = problemsOf(told.text, told.town, dayOf(turn.world.now), turn.world.classifier ?? null)
  return (await known(turn, told, problems)) ?? open(turn, { ...told, problems })
}

async function known(
  turn: Turn,
  { town, place, text, media }: Told,
  [problem, ...others]: readonly Problem[],
): Promise<Result | null> {
  const { world, ctx } = turn
  const day = dayOf(world.now)
  if (!problem || others.length > 0) return null
  const { routed } = problem.judgement
  const item = routed.kind === 'unsure' ? null : routed.duty.code
  const lead = routed.kind === 'routed' ? routed.lead : null
  const found = await knownAlready(ctx, {
    town: town.code,
    text,
    place,
    item,
    lead,
    shares: sharing(text, town, day),
    at: world.now,
  })
  const [best] = found
  if (best?.same) return joinTo(turn, best.task, { text, how: 'same-text', level: routed.level, attachments: media })
  const offered = found.map(({ task }) => task).filter((task) => mayBeNamed(task, town))
  return offered.length > 0 && mayAsk(turn)
    ? askSame(turn, offered.slice(0, OFFERED), { town, place, text, media })
    : null
}

/** One case may be about two items of a unit, and be filed under the other. */
function sharing(text: string, { duties }: Town, day: string): (other: string) => boolean {
  const codes = matchDuties(text, duties, day).map(({ duty }) => duty.code)
  return (other) => matchDuties(other, duties, day).some(({ duty }) => codes.includes(duty.code))
}

/** What was told in confidence, and what accuses somebody, is not spoken of to others. */
function mayBeNamed({ shield, text }: Task, town: Town): boolean {
  const { people, stations } = accusedIn(text, town)
  return shield !== 'confidential' && people.length + stations.length === 0
}

function askSame(turn: Turn, offered: readonly Task[], { town, place, text, media }: Told): Result {
  const cases = offered.map(({ caseNo }) => caseNo)
  const ask = buttons(turn, sameChoices(cases))
  const body = { kind: 'ask-same', known: offered.map((task) => publicly(task, town)), ask } as const
  return put('asked whether it is the same', { asks: 'same', cases, text, media, town: town.code, place }, body, ask)
}

function publicly(task: Task, town: Town): Known {
  const { caseNo, item, place } = factsOf(task, town)
  return { caseNo, item, place, at: task.createdAt.toISOString(), count: task.reporters.length }
}

/** The answer to 「是同一件事吗」; whatever says neither yes nor no belongs to a report of its own. */
export async function answerSame(
  turn: Turn,
  question: Extract<Question, { asks: 'same' }>,
  said: string,
): Promise<Result> {
  const town = findTown(turn.world, question.town)
  const answered = chosenCase(said, question.cases)
  const chosen = mereYes(said) && (await askedSince(turn)) ? 'unclear' : answered
  if (chosen === 'unclear' || chosen === 'none') {
    const text = chosen === 'unclear' || saysMore(said) ? `${question.text}${SAID_JOIN}${said}` : question.text
    return { ...(await open(turn, { town, place: question.place, text, media: question.media })), ask: null }
  }
  const task = await turn.ctx.store.taskByCaseNo(chosen)
  const { text, media, place } = question
  if (!task || !isOpen(task)) return { ...(await open(turn, { town, place, text, media })), ask: null }
  const [problem] = problemsOf(text, town, dayOf(turn.world.now), turn.world.classifier ?? null)
  const level = problem?.judgement.routed.level ?? 'normal'
  return { ...(await joinTo(turn, task, { text, how: 'offered', level, attachments: media })), ask: null }
}

/** Something else was asked of him after that question, about a case of his: a mere yes may be meant for it. */
async function askedSince(turn: Turn): Promise<boolean> {
  const since = turn.pending?.askedAt
  if (!since) return false
  const own = await reported(turn, [...OPEN_STAGES, 'finished'])
  const timelines = await Promise.all(own.map(({ id }) => turn.ctx.store.timeline(id)))
  return timelines.flat().some(({ type, at }) => ASKS_HIM.includes(type) && at > since)
}

/** What follows these is a question to the reporter. */
const ASKS_HIM: readonly string[] = ['asked-reporter', 'finished']
