import { lengthOf } from '../calendar/duration.ts'
import { workMsBetween } from '../clock/deadline.ts'
import type { Draft } from '../case/draft.ts'
import { understoodOf } from '../task.ts'
import { keepTime } from './keep.ts'

/** Whoever handed the case in wants an answer by an instant of his own: the finish clock is never longer than that. It is time granted, with a minus; counted `from` where the clock begins. */
export function keepTerm(draft: Draft, from: Date): void {
  const { task, policy, world } = draft
  const { answerBy } = understoodOf(task)
  if (answerBy === undefined) return
  const { finish, hours } = policy.levels[task.level]
  const by = new Date(answerBy)
  const left =
    hours === 'always'
      ? Math.max(0, by.getTime() - from.getTime())
      : workMsBetween(from, by, policy.workHours, world.calendar)
  const extra = left - lengthOf(finish, hours)
  if (extra < 0) keepTime(draft, { extra })
}
