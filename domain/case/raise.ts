import type { Level } from '../level.ts'
import { CLOCKS, type Clock } from '../policy.ts'
import { clockEnd } from '../clock/plan.ts'
import { barredUnits } from '../people/barred.ts'
import { fallbackLead } from '../route/fallback.ts'
import { armClock, clockBase, isWaiting, ownFinish, passed } from './clocks.ts'
import { worse } from './crowd.ts'
import { alarm, dispatch } from './dispatch.ts'
import { change, record, type Draft } from './draft.ts'
import { suspensionOf } from '../work/granted.ts'
import { lift } from '../work/lift.ts'
import { takeBack } from '../work/time.ts'

/** Raises the level of an open case; deadlines only ever come nearer. True when something changed. */
export function raise(draft: Draft, level: Level, why: 'danger' | 'crowd' | 'report'): boolean {
  const from = draft.task.level
  if (worse(from, level) === from || (why === 'crowd' && !gains(draft, level))) return false
  lift(draft, 'system')
  change(draft, { level })
  takeBack(draft)
  hurry(draft)
  record(draft, 'raised', 'system', { from, to: level, why, due: draft.task.due, own: ownFinish(draft) })
  if (level === 'emergency') sound(draft)
  return true
}

/** Nothing is gained where the case is due sooner anyway, or waits for what no hurry brings about. */
function gains({ task, policy, world }: Draft, level: Level): boolean {
  if (suspensionOf(task)) return false
  const due = task.due.finish
  return !due || clockEnd(policy, level, 'finish', world.now, world.calendar).at < due
}

function hurry(draft: Draft): void {
  for (const clock of CLOCKS) if (draft.task.due[clock] && isWaiting(draft, clock)) hurryClock(draft, clock)
}

/** The shorter time runs from where the clock began, or from now where it would be over already. */
function hurryClock(draft: Draft, clock: Clock): void {
  const { policy, world } = draft
  const end = (from: Date) => clockEnd(policy, draft.task.level, clock, from, world.calendar)
  const base = clockBase(draft.task, clock) ?? world.now
  const isOver = end(base).at <= world.now
  if (isOver) change(draft, clock === 'finish' ? { dispatchedAt: world.now } : { assignedAt: world.now })
  const due = end(isOver ? world.now : base)
  const known = draft.task.due[clock] ?? due.at
  if (due.at < known)
    change(draft, { due: { ...draft.task.due, [clock]: due.at }, tentative: draft.task.tentative || due.tentative })
  armClock(draft, clock, passed(draft, clock))
}

/** An emergency never waits for a person to choose. */
function sound(draft: Draft): void {
  const lead = draft.task.stage === 'triage' ? fallbackLead(draft.town, barredUnits(draft.task, draft.town)) : null
  if (lead) dispatch(draft, lead, [], 'system')
  else alarm(draft)
}
