import type { Task } from '../task.ts'
import type { Assessment } from '../assess/assessment.ts'
import type { Measure } from '../assess/measures.ts'
import type { Scored } from '../assess/score.ts'
import { ofDuty } from '../assess/indicator.ts'
import { suspensionOf } from '../work/granted.ts'

/** So many of so many. */
export type Share = Readonly<{ right: number; of: number }>

/** How cases were dealt with: signed in time, finished in time; and what those who reported them said. */
export type Figures = Readonly<{ cases: number; response: Share; onTime: Share; solved: Share; satisfied: Share }>

export type Shares = Omit<Figures, 'cases'>

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

/** The same of a month, as the assessment has it: there is no second count of a month. Nothing where the township does not score it. */
export const assessedShares = (assessment: Pick<Assessment, 'indicators'>, scored: Scored): Shares => ({
  response: assessedShare(assessment, scored, 'sign'),
  onTime: assessedShare(assessment, scored, 'finish'),
  solved: assessedShare(assessment, scored, 'solved'),
  satisfied: assessedShare(assessment, scored, 'satisfied'),
})

function assessedShare({ indicators }: Pick<Assessment, 'indicators'>, { cells }: Scored, wanted: Measure): Share {
  const cell = cells[ofDuty(indicators, 'fix').findIndex(({ measure }) => measure === wanted)]
  return { right: cell?.top ?? 0, of: cell?.of ?? 0 }
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
