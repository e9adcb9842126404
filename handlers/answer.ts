import type { Question } from '../domain/decision.ts'
import type { Near } from '../domain/route/nearest.ts'
import { nearestVillage } from '../domain/route/nearest.ts'
import { insistence } from '../domain/understand/choice.ts'
import { knowsNoPlace } from '../domain/command/answers.ts'
import { findPlace } from '../domain/route/place.ts'
import { besidePlace } from './aside.ts'
import { answerWhich, onRelay } from './relay.ts'
import { askPlace, askProblem } from './ask.ts'
import { onlyVoice } from './media.ts'
import { homeTown } from './open.ts'
import { answerWords } from './answerWords.ts'
import { answerPlace, answerPlaced } from './answerPlace.ts'
import { answerProblem, insist, report, speaksOfElsewhere } from './report.ts'
import { openOrJoin } from './same.ts'
import { answerSame } from './sameAnswer.ts'
import { answerText } from './staff.ts'
import { onTalk } from './talk.ts'
import { answer, answered, mayAsk, relaysOf, type Result, type Turn } from './turn.ts'
import { answerOwn } from './villager.ts'

/** What was asked decides what an answer is. */
export async function onAnswer(turn: Turn, question: Question, said: string): Promise<Result> {
  if (answersUnit(turn, question, said)) return onRelay(turn, said)
  switch (question.asks) {
    case 'place':
      return (await besidePlace(turn, question, said)) ?? answerPlace(turn, question, said)
    case 'problem':
      return answerProblem(turn, question, said)
    case 'same':
      return answerSame(turn, question, said)
    case 'insist':
      return onInsist(turn, question, said)
    case 'relay':
      return onRelay(turn, said)
    case 'which':
      return answerWhich(turn, question, said)
    case 'spot':
      return answerOwn(turn, question.caseNo, said)
    case 'words':
      return onWanted(turn, question, said)
    case 'supplement':
      return onMore(turn, question.caseNo, said)
    default:
      return answerText(turn, { asks: question.asks, caseNo: question.caseNo }, said)
  }
}

/** A unit asked him after we did, and what he says is no answer to us. */
function answersUnit(turn: Turn, { asks }: Question, said: string): boolean {
  const [newest] = relaysOf(turn)
  if (!newest || !turn.pending || new Date(newest.at) <= turn.pending.askedAt) return false
  if (asks === 'place') return !knowsNoPlace(said) && findPlace(said, turn.world.towns) === null
  return asks === 'insist' && insistence(said) === 'other'
}

/** It is not the township's business, and he was told: he insists, he leaves it at that, or he speaks of something else. */
async function onInsist(turn: Turn, question: Extract<Question, { asks: 'insist' }>, said: string): Promise<Result> {
  const meant = insistence(said)
  if (meant === 'insists') return insist(turn, question)
  const result =
    meant === 'content'
      ? answer('content', { kind: 'greeting', staff: turn.speaker.person !== null, bye: true })
      : await onTalk({ ...turn, pending: null }, said)
  return { ...result, ask: result.ask ?? null }
}

/** What a reporter is not satisfied with may be answered by a report of something else. */
async function onWanted(turn: Turn, question: Extract<Question, { asks: 'words' }>, said: string): Promise<Result> {
  const { verb, no } = question
  const task = verb === 'dissatisfied' && no ? await turn.ctx.store.taskByCaseNo(no) : null
  return task && speaksOfElsewhere(turn, said, task)
    ? answered(await report(turn, said))
    : answerWords(turn, question, said)
}

/** More about a case; another problem at another place is a report of its own. */
async function onMore(turn: Turn, caseNo: string, said: string): Promise<Result> {
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  return task && speaksOfElsewhere(turn, said, task) ? report(turn, said) : answerOwn(turn, caseNo, said)
}

/** Pictures in place of an answer: kept with the report. One that says where it was taken answers 「在哪里」. */
export async function onMorePictures(
  turn: Turn,
  question: Extract<Question, { media: readonly string[] }>,
  added: readonly string[],
): Promise<Result> {
  const media = [...question.media, ...added]
  const kept = { note: 'kept a picture for the report', ask: { ...question, media } }
  if (question.asks === 'same' || question.asks === 'insist' || question.asks === 'which')
    return { ...kept, answers: [{ kind: 'media-kept', facts: null, count: added.length }] }
  const taken = question.asks === 'place' ? takenAt(turn) : null
  if (taken && question.asks === 'place') return answerPlaced(turn, question, taken, taken.place.name)
  const town = homeTown(turn.world, turn.speaker.town)
  const spot = question.asks === 'problem' ? (question.spot ?? null) : null
  if (!mayAsk(turn)) return openOrJoin(turn, { town, place: spot?.place ?? null, text: question.text, media })
  if (question.asks === 'place') return askPlace(turn, question.text, media)
  return askProblem(turn, town, { text: question.text, media, ...(spot ? { spot } : {}) }, { voice: onlyVoice(turn) })
}

/** Where a picture of this message was taken, if it says so and a village lies there. */
function takenAt({ files, world }: Turn): Near | null {
  const points = files.flatMap(({ gps }) => (gps ? [gps.split(',').map(Number)] : []))
  return points.reduce<Near | null>(
    (found, [lat = NaN, lng = NaN]) => found ?? nearestVillage({ lat, lng }, world.towns),
    null,
  )
}
