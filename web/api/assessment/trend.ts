import type { Context } from '../../../context.ts'
import type { Assessment } from '../../../domain/assess/assessment.ts'
import { monthsUpTo } from '../../../domain/assess/days.ts'
import { isEmpty, unitsOf } from '../../../domain/assess/view.ts'
import type { Trend } from './shape.ts'

/** How many months are looked at. */
const MONTHS = 6

/**
 * The scores of the last months. A frozen month is read, another one is counted: one after the other, so that nobody
 * else waits for it.
 */
export async function trendOf({ assess }: Pick<Context, 'assess'>, town: string, until: string): Promise<Trend> {
  const months: Trend['months'] = []
  for (const month of monthsUpTo(until, MONTHS)) {
    const assessed = await assess({ town, month })
    if (assessed && !isEmpty(assessed.assessment)) months.push(scoresOf(assessed.assessment))
  }
  return { months }
}

function scoresOf(assessment: Assessment): Trend['months'][number] {
  const { month, state, total } = assessment
  const units = unitsOf(assessment).map(({ id, name, score }) => ({ id, name, score }))
  return { month, state, fix: total.fix.score, find: total.find.score, units }
}
