import type { Town } from '../town.ts'
import type { ClassEntry } from './class.ts'
import type { QuizEntry } from './quiz.ts'
import type { Learner, Share } from './said.ts'
import { isLate } from './mistakes.ts'
import { isLearner } from './quiz.ts'

export type Month = Readonly<{ quizzes: readonly QuizEntry[]; classes: readonly ClassEntry[] }>

/** What was asked, answered, right and late, and how often somebody was at a class. */
export const shareOf = (quizzes: readonly QuizEntry[], attended: number): Share => ({
  asked: quizzes.length,
  answered: quizzes.filter(({ state }) => state !== 'asked').length,
  right: quizzes.filter(({ state }) => state === 'right').length,
  late: quizzes.filter(isLate).length,
  attended,
})

/** Of one person. */
export const ofPerson = (userid: string, { quizzes, classes }: Month): Share =>
  shareOf(
    quizzes.filter(({ owner }) => owner === userid),
    classes.filter(({ data }) => userid in data.present).length,
  )

/** Of each unit, in the order of the township's list: nobody is ranked. A question counts where its reader was then. */
export function byUnit({ quizzes, classes }: Month, town: Town): Learner[] {
  return town.stations.map(({ id, name }) => {
    const people = town.people.filter(({ station }) => station === id).map(({ userid }) => userid)
    const there = classes.flatMap(({ data }) => Object.keys(data.present)).filter((userid) => people.includes(userid))
    return {
      name,
      ...shareOf(
        quizzes.filter(({ data }) => data.unit === id),
        there.length,
      ),
    }
  })
}

/** The people of a unit, in the order of the township's list. */
export const byPerson = (unit: string, month: Month, town: Town): Learner[] =>
  town.people
    .filter((person) => person.station === unit && isLearner(person))
    .map(({ userid, name }) => ({ name, ...ofPerson(userid, month) }))
