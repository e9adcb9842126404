import type { Question } from '../domain/decision.ts'
import { OPEN_STAGES, type Place, type Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { knownOf, suspected } from '../domain/case/suspect.ts'
import type { Similar } from '../domain/duplicate/similar.ts'
import { findTown } from '../domain/people/directory.ts'
import { matchDuties } from '../domain/route/match.ts'
import { findPlace } from '../domain/route/place.ts'
import { problemsOf, type Problem } from '../domain/triage/problems.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { accusedOf, isAnybody } from '../domain/understand/accused.ts'
import { placeAnswer } from '../domain/understand/aside.ts'
import { chosenCase, mereYes, sameChoices, saysMore, toldBeside } from '../domain/understand/choice.ts'
import { buttons, put } from './ask.ts'
import { isOpen, reported } from './cases.ts'
import { joinTo, knownAlready } from './duplicate.ts'
import { open, placeOfPart } from './open.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

/** So many cases are offered at once. */
const OFFERED = 3

type Told = Readonly<{ town: Town; place: Place | null; text: string; media: readonly string[] }>

type Looked = Readonly<{ problem: Problem; told: Told; found: readonly Similar[] }>

/** What is told is known already: joined in the very same words, else asked about. New: a case of its own. Each problem for itself. */
export async function openOrJoin(turn: Turn, told: Told): Promise<Result> {
  const problems = problemsOf(told.text, told.town, dayOf(turn.world.now), turn.world.classifier ?? null)
  const looked = await Promise.all(problems.map((problem) => look(turn, partOf(told, problem, problems), problem)))
  const [only, ...others] = looked
  return only && others.length === 0 ? openOne(turn, told, only) : openSome(turn, told, looked)
}

function partOf(told: Told, { text }: Problem, { length }: readonly Problem[]): Told {
  return length === 1 ? told : { ...told, text, place: placeOfPart(told, text) }
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
function joinable({ speaker }: Turn, { found }: Looked): Task | null {
  const his = ({ task }: Similar) => task.reporters.some(({ userid }) => userid === speaker.userid)
  return found.find((each) => each.same || (each.identical && his(each)))?.task ?? null
}

async function openOne(turn: Turn, told: Told, looked: Looked): Promise<Result> {
  const { town, text, media } = told
  const { problem, found } = looked
  const same = joinable(turn, looked)
  const { level } = problem.judgement.routed
  if (same) return joinTo(turn, same, { text, how: 'same-text', level, attachments: media })
  const offered = found.filter(({ task, placed }) => placed && mayBeNamed(task, town)).map(({ task }) => task)
  if (offered.length > 0 && mayAsk(turn)) return askSame(turn, offered.slice(0, OFFERED), told)
  return suggesting(turn, town, found, await open(turn, { ...told, problems: [problem] }))
}

/** So much alike must two texts be (0..1) that somebody looks at them who did not ask to. */
const ALIKE = 0.4

/** Alike by their words alone: only the command room can tell. */
function suggesting({ world }: Turn, town: Town, found: readonly Similar[], result: Result): Result {
  const { decision } = result
  const alike = found.filter(({ placed, score, task }) => !placed && score >= ALIKE && !accuses(task, town))
  if (!decision || alike.length === 0) return result
  const told = suspected(
    decision,
    alike.slice(0, OFFERED).map(({ task }) => task),
    town,
    world,
  )
  return { ...result, decision: { ...decision, notices: [...(decision.notices ?? []), ...told] } }
}

/** Of several problems those that are known are joined, and the others are cases of their own. */
async function openSome(turn: Turn, told: Told, looked: readonly Looked[]): Promise<Result> {
  const joins = new Map<string, Looked & Readonly<{ task: Task }>>()
  const fresh = looked.filter((each) => {
    const task = joinable(turn, each)
    if (task) joins.set(task.id, { ...each, task })
    return task === null
  })
  const opened = fresh.length > 0 ? await open(turn, { ...told, problems: fresh.map(({ problem }) => problem) }) : null
  const media = opened ? [] : told.media
  const joined = await Promise.all(
    [...joins.values()].map(({ task, problem, told: { text } }, n) =>
      joinTo(turn, task, {
        text,
        how: 'same-text',
        level: problem.judgement.routed.level,
        attachments: n === 0 ? media : [],
      }),
    ),
  )
  return together([...(opened ? [opened] : []), ...joined])
}

function together([first, ...others]: readonly Result[]): Result {
  if (!first) throw new Error('no problem to work on')
  const more = others.flatMap(({ decision }) => decision ?? [])
  const note = [first, ...others].map((result) => result.note).join(', ')
  return { ...first, note, decision: { ...first.decision, more: [...(first.decision?.more ?? []), ...more] } }
}

/** One case may be about two items of a unit, and be filed under the other. */
function sharing(text: string, { duties }: Town, day: string): (other: string) => boolean {
  const codes = matchDuties(text, duties, day).map(({ duty }) => duty.code)
  return (other) => matchDuties(other, duties, day).some(({ duty }) => codes.includes(duty.code))
}

/** What was told in confidence, and what accuses somebody, is not spoken of to others. */
const mayBeNamed = (task: Task, town: Town): boolean => task.shield !== 'confidential' && !accuses(task, town)

const accuses = (task: Task, town: Town): boolean => isAnybody(accusedOf(task, town))

function askSame(turn: Turn, offered: readonly Task[], { town, place, text, media }: Told, again = false): Result {
  const cases = offered.map(({ caseNo }) => caseNo)
  const ask = buttons(turn, sameChoices(cases))
  const body = {
    kind: 'ask-same',
    known: offered.map((task) => knownOf(task, town, turn.speaker.userid)),
    ...(again ? { again } : {}),
    ask,
  } as const
  const question = { asks: 'same', cases, text, media, town: town.code, place, ...(again ? { again } : {}) } as const
  return put('asked whether it is the same', question, body, ask)
}

type Asked = Extract<Question, { asks: 'same' }>

/** The answer to 「是同一件事吗」; what cannot be told is asked once more, and what tells something belongs to the report. */
export async function answerSame(turn: Turn, question: Asked, said: string): Promise<Result> {
  const town = findTown(turn.world, question.town)
  const told = { town, place: question.place, text: question.text, media: question.media }
  const answered = chosenCase(said, question.cases)
  if (answered === 'none') return ownCase(turn, saysMore(said) ? withWords(told, said) : told)
  if (answered === 'unclear')
    return (await askedAgain(turn, question, told, said)) ?? ownCase(turn, withMore(turn, told, said))
  if (mereYes(said) && (await askedSince(turn))) return ownCase(turn, withWords(told, said))
  const task = await turn.ctx.store.taskByCaseNo(answered)
  const beside = toldBeside(said)
  if (!task || !isOpen(task) || speaksOfAnotherPlace(turn, beside, task)) return ownCase(turn, withWords(told, beside))
  const { text, media } = withWords(told, beside)
  const [problem] = problemsOf(told.text, town, dayOf(turn.world.now), turn.world.classifier ?? null)
  const level = problem?.judgement.routed.level ?? 'normal'
  return { ...(await joinTo(turn, task, { text, how: 'offered', level, attachments: media })), ask: null }
}

const ownCase = async (turn: Turn, told: Told): Promise<Result> => ({ ...(await open(turn, told)), ask: null })

const withWords = (told: Told, words: string): Told =>
  words === '' ? told : { ...told, text: `${told.text}${SAID_JOIN}${words}` }

/** 「啥意思」 tells nothing; 「桥西那家也在倒」 does. */
const withMore = (turn: Turn, told: Told, said: string): Told =>
  tells(turn, told, said) ? withWords(told, said) : told

/** A shorter answer that names neither a place nor a problem tells nothing, and nor does what asks back. */
const TELLS = 6

function tells({ world }: Turn, { town }: Told, said: string): boolean {
  if (findPlace(said, world.towns) !== null) return true
  if ([...said].length >= TELLS && placeAnswer(said) !== 'talk') return true
  return matchDuties(said, town.duties, dayOf(world.now)).length > 0
}

async function askedAgain(turn: Turn, question: Asked, told: Told, said: string): Promise<Result | null> {
  if (question.again || !mayAsk(turn) || tells(turn, told, said)) return null
  const tasks = await Promise.all(question.cases.map((caseNo) => turn.ctx.store.taskByCaseNo(caseNo)))
  const still = tasks.flatMap((task) => (task && isOpen(task) ? [task] : []))
  return still.length > 0 ? askSame(turn, still, told, true) : null
}

function speaksOfAnotherPlace({ world }: Turn, words: string, { town, place }: Task): boolean {
  const code = words === '' ? null : (findPlace(words, world.towns, { prefer: town })?.place.code ?? null)
  return code !== null && code !== place?.code
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
