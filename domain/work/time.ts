import { workMsBetween } from '../clock/deadline.ts'
import { clockEnd } from '../clock/plan.ts'
import { armClock, armQuiet, clockBase, passed } from '../case/clocks.ts'
import { change, setTimer, type Draft } from '../case/draft.ts'
import { extraOf, suspensionOf } from './granted.ts'
import { keepTime } from './keep.ts'
import { keepTerm } from './term.ts'

/** 延期: so many ms more, in the hours of the level. Reminders and ladder count from the new deadline. */
export function giveMore(draft: Draft, ms: number): void {
  const suspended = suspensionOf(draft.task)
  keepTime(draft, { extra: extraOf(draft.task) + ms, ...(suspended ? { suspended } : {}) })
  if (!suspended) countAgain(draft)
}

/** 挂账: the clocks stand still. Whoever waits need not come to the place, either. */
export function standStill(draft: Draft, until: Date, why: string, file = false): void {
  const { finish: _finish, arrive: _arrive, ...due } = draft.task.due
  const since = suspensionOf(draft.task)?.since ?? draft.world.now.toISOString()
  change(draft, { due })
  keepTime(draft, {
    extra: extraOf(draft.task),
    suspended: { since, until: until.toISOString(), why, ...(file ? { file: true } : {}) },
  })
  for (const kind of ['finish', 'arrive', 'quiet']) setTimer(draft, kind, null)
}

/** 恢复: what was left of the time is left from now on. False where nothing stood still. */
export function goOn(draft: Draft): boolean {
  const suspended = suspensionOf(draft.task)
  if (!suspended) return false
  keepTime(draft, { extra: extraOf(draft.task) + stoodStill(draft, new Date(suspended.since)) })
  countAgain(draft)
  if (draft.task.holder) armQuiet(draft)
  return true
}

/** A higher level has its own, shorter time: what was granted before does not lengthen it. */
export function takeBack(draft: Draft): void {
  keepTime(draft, null)
  keepTerm(draft, clockBase(draft.task, 'finish') ?? draft.world.now)
}

function stoodStill({ task, policy, world }: Draft, since: Date): number {
  return policy.levels[task.level].hours === 'always'
    ? Math.max(0, world.now.getTime() - since.getTime())
    : workMsBetween(since, world.now, policy.workHours, world.calendar)
}

function countAgain(draft: Draft): void {
  const { policy, world, task } = draft
  const base = clockBase(task, 'finish')
  if (!base) return
  const { at, tentative } = clockEnd(policy, task.level, 'finish', base, world.calendar, extraOf(task))
  change(draft, { due: { ...task.due, finish: at }, tentative: task.tentative || tentative })
  armClock(draft, 'finish', passed(draft, 'finish'))
}
