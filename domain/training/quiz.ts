import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Person, Town } from '../town.ts'
import type { World } from '../world.ts'
import type { Chosen } from './question.ts'
import type { QuizSaid } from './said.ts'
import { atDesk, decided, put, say, type Desk } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { isLate } from './mistakes.ts'
import { toPerson } from '../people/recipients.ts'

export type QuizEntry = Entry<'quiz'>

/** Officers and heads learn the list they work by. */
export const isLearner = ({ roles }: Person): boolean => roles.includes('officer') || roles.includes('head')

/** Writes down that somebody is asked; the log knows which question, and nothing else. */
export function askQuiz(desk: Desk, person: Person, { question, again }: Chosen, number: EntryNumber): QuizEntry {
  const { world, town } = desk
  const data = { question, again, unit: person.station, chosen: null, answeredAt: null }
  const entry = newEntry({ world, town }, 'quiz', number, { state: 'asked', owner: person.userid, data })
  put(desk, entry, 'quiz-asked', person.userid, { question: question.key, unit: person.station, again })
  return entry
}

/** … and puts the question before him, alone. */
export function sendQuiz(desk: Desk, entry: QuizEntry): void {
  const userid = entry.owner ?? ''
  say(desk, 'dispatch', entry, toPerson(userid), quizSaid(entry, `${entry.no}_1`))
}

/** The first answer counts; late, too. */
export function answerQuiz(
  before: QuizEntry,
  chosen: number,
  town: Town,
  world: World,
): Readonly<{ decision: Decision; entry: QuizEntry }> {
  const desk = atDesk(world, town)
  const data = { ...before.data, chosen, answeredAt: world.now.toISOString() }
  const state = chosen === before.data.question.right ? 'right' : 'wrong'
  const entry: QuizEntry = { ...before, state, data }
  put(desk, entry, 'quiz-answered', entry.owner ?? '', {
    question: data.question.key,
    unit: data.unit,
    right: state === 'right',
    late: isLate(entry),
  })
  return { decision: decided(desk), entry }
}

export function quizSaid(entry: QuizEntry, cardId: string): QuizSaid {
  const { question, chosen, again } = entry.data
  const { key: _, right, ...shown } = question
  return {
    kind: 'quiz',
    no: entry.no,
    cardId,
    day: dayOf(entry.at),
    question: shown,
    right: chosen === null ? null : right,
    chosen,
    again,
    late: isLate(entry),
  }
}
