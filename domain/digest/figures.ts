import type { Task } from '../task.ts'
import { suspensionOf } from '../work/granted.ts'

/** So many of so many. */
export type Share = Readonly<{ right: number; of: number }>

/** How cases were dealt with: signed in time, finished in time; and what those who reported them said. */
export type Figures = Readonly<{ cases: number; response: Share; onTime: Share; solved: Share; satisfied: Share }>

/** Of cases that count: what was taken back or joined to another is none, nor what has no unit. */
export function figuresOf(tasks: readonly Task[], now: Date): Figures {
  const cases = tasks.filter(
    ({ stage, mergedInto, lead }) => stage !== 'withdrawn' && mergedInto === null && lead !== null,
  )
  return {
    cases: cases.length,
    response: shareOf(cases.map((task) => wasInTime(task.due.sign, task.signedAt, now))),
    onTime: shareOf(
      cases.map((task) => (suspensionOf(task) ? null : wasInTime(task.due.finish, task.finishedAt, now))),
    ),
    solved: shareOf(cases.map(({ solved }) => solved)),
    satisfied: shareOf(cases.map(({ satisfied }) => satisfied)),
  }
}

/** Null while the time is not over and it may still be done. */
function wasInTime(due: Date | undefined, at: Date | null, now: Date): boolean | null {
  if (due === undefined || (at === null && due >= now)) return null
  return at !== null && at <= due
}

function shareOf(answers: readonly (boolean | null)[]): Share {
  const given = answers.filter((answer) => answer !== null)
  return { right: given.filter(Boolean).length, of: given.length }
}

/** 0..1; null of nothing. */
export const rate = ({ right, of }: Share): number | null => (of === 0 ? null : right / of)
