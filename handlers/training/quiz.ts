import type { CaseRef } from '../../domain/command/parsed.ts'
import { atDesk, decided } from '../../domain/book/desk.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { chosenFor } from '../../domain/training/question.ts'
import { answerQuiz, askQuiz, isLearner, quizSaid, type QuizEntry } from '../../domain/training/quiz.ts'
import { refusal } from '../acts.ts'
import { findEntry, newNumber } from '../entries.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf, isGroup, newCardId, quizzesOf, syllabusFor, withCard } from './book.ts'

/** 每日一题: the question of today, also where the township asks nobody in the morning. */
export async function onQuiz(turn: Turn): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  if (!isLearner(clerk.person)) return refusal('quiz-not-learner', null)
  const { town, person } = clerk
  const day = dayOf(turn.world.now)
  const past = await quizzesOf(turn.ctx, town, person.userid)
  const today = past.find(({ at }) => dayOf(at) === day)
  if (today) return answer(`quiz ${today.no} again`, quizSaid(today, newCardId(turn, today)))
  const chosen = chosenFor(await syllabusFor(turn.ctx, town, day), person.userid, past)
  if (!chosen) return answer('nothing new to ask', { kind: 'study-nothing' })
  const desk = atDesk(turn.world, town)
  const entry = askQuiz(desk, person, chosen, await newNumber(turn, town.code, 'quiz'))
  return { ...answer(`quiz ${entry.no}`, quizSaid(entry, newCardId(turn, entry))), decision: decided(desk) }
}

/** A tap on an option, or 答题 B: right or wrong at once, with where the answer stands. What was answered stays so. */
export async function onQuizAnswer(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  const may = (entry: QuizEntry) => entry.owner === clerk.person.userid && entry.town === clerk.town.code
  const found = await quizMeant(turn, clerk.town, may, ref, rest)
  if (!found) return refusal('quiz-none', null)
  const { entry, words } = found
  const shown = (quiz: QuizEntry) => quizSaid(quiz, newCardId(turn, quiz))
  if (entry.state !== 'asked') return withCard(turn, { note: `quiz ${entry.no} is answered` }, shown(entry))
  const chosen = optionOf(words, entry.data.question.options.length)
  if (chosen === null) return refusal('quiz-how', null)
  const done = answerQuiz(entry, chosen, clerk.town, turn.world)
  return withCard(turn, { note: `quiz ${entry.no} ${done.entry.state}`, decision: done.decision }, shown(done.entry))
}

/** By its number, else his newest. */
async function quizMeant(
  turn: Turn,
  town: Readonly<{ code: string }>,
  may: (entry: QuizEntry) => boolean,
  ref: CaseRef | null,
  rest: string,
): Promise<Readonly<{ entry: QuizEntry; words: string }> | null> {
  if (ref !== null) {
    const found = await findEntry(turn, { kinds: ['quiz'], states: ['asked'], may }, ref, rest)
    return found.ok ? found : null
  }
  const owner = turn.speaker.userid
  const [newest] = await turn.ctx.store.entries({ town: town.code, kinds: ['quiz'], owner, limit: 1 })
  return newest?.kind === 'quiz' ? { entry: newest, words: rest } : null
}

/** A is the first. */
function optionOf(words: string, count: number): number | null {
  const letter = /^\s*([a-dａ-ｄ])/iu.exec(words.normalize('NFKC'))?.[1]?.toUpperCase()
  const at = letter === undefined ? -1 : letter.charCodeAt(0) - 'A'.charCodeAt(0)
  return at >= 0 && at < count ? at : null
}
