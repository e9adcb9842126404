import type { Question } from '../domain/decision.ts'
import { OPEN_STAGES, type Task } from '../domain/task.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findTown } from '../domain/people/directory.ts'
import { findPlace } from '../domain/route/place.ts'
import { problemsOf } from '../domain/triage/problems.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { placeAnswer } from '../domain/understand/aside.ts'
import { chosenCase, mereYes, saysMore, toldBeside } from '../domain/understand/choice.ts'
import { isOpen, reported } from './cases.ts'
import { joinTo } from './duplicate.ts'
import type { Told } from './look.ts'
import { namesMatter } from './matter.ts'
import { open } from './open.ts'
import { askSame } from './same.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

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

function tells(turn: Turn, { town }: Told, said: string): boolean {
  if (findPlace(said, turn.world.towns) !== null) return true
  if ([...said].length >= TELLS && placeAnswer(said) !== 'talk') return true
  return namesMatter(turn, said, [town])
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
