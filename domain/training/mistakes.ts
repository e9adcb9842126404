import type { Entry } from '../book/entry.ts'
import { addDays, dayOf } from '../calendar/zone.ts'
import { AGAIN_AFTER, FRESH_DAYS, RIGHT_TIMES } from './limits.ts'

type Quiz = Entry<'quiz'>

/** What somebody still gets wrong. `due` = the day (YYYY-MM-DD) from which it is asked again. */
export type Mistake = Readonly<{ key: string; last: Quiz; due: string; rights: number }>

/** 错题本: what was wrong and has not been right twice in a row since, the oldest first. */
export function mistakesOf(past: readonly Quiz[]): Mistake[] {
  const book = new Map<string, Mistake & { asked: number }>()
  for (const quiz of inOrder(past)) {
    const { key } = quiz.data.question
    const known = book.get(key)
    if (quiz.state === 'asked' || (!known && quiz.state === 'right')) continue
    const rights = quiz.state === 'right' ? (known?.rights ?? 0) + 1 : 0
    const asked = known ? known.asked + 1 : 0
    if (rights >= RIGHT_TIMES) book.delete(key)
    else book.set(key, { key, last: quiz, due: addDays(answeredOn(quiz), waitAfter(asked)), rights, asked })
  }
  return [...book.values()].map(({ asked: _, ...mistake }) => mistake)
}

const waitAfter = (asked: number): number => AGAIN_AFTER[Math.min(asked, AGAIN_AFTER.length - 1)] ?? AGAIN_AFTER[0]

export const dueMistakes = (mistakes: readonly Mistake[], day: string): Mistake[] =>
  mistakes.filter(({ due }) => due <= day).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

/** Keys of what he was asked in the last days. */
export const seenLately = (past: readonly Quiz[], day: string): string[] =>
  past.filter(({ at }) => dayOf(at) > addDays(day, -FRESH_DAYS)).map(({ data }) => data.question.key)

/** An old question may be answered late: what counts is when it was answered. */
const inOrder = (past: readonly Quiz[]): Quiz[] =>
  past.toSorted((a, b) => answeredAt(a).getTime() - answeredAt(b).getTime())

const answeredAt = ({ at, data }: Quiz): Date => (data.answeredAt === null ? at : new Date(data.answeredAt))
const answeredOn = (quiz: Quiz): string => dayOf(answeredAt(quiz))

/** Answered after its day: it teaches, and counts as late. */
export const isLate = (quiz: Quiz): boolean => quiz.data.answeredAt !== null && answeredOn(quiz) > dayOf(quiz.at)
