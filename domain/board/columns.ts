import { OPEN_STAGES, type Stage, type Task } from '../task.ts'
import type { Clock } from '../policy.ts'

/** The columns of the board, in the order in which they are read: what waits for the command room comes first. */
export const COLUMNS = ['triage', 'disputed', 'dispatched', 'signed', 'arrived', 'done'] as const
export type Column = (typeof COLUMNS)[number]

/** What was done stays on the board for so many days. */
export const DONE_DAYS = 3

/** Where a case stands; a case that was withdrawn stands nowhere. */
export function columnOf(stage: Stage): Column | null {
  if (stage === 'withdrawn') return null
  return OPEN_STAGES.find((open) => open === stage) ?? 'done'
}

/** Which clock runs in which stage; where it has no end of its own, the last one counts. */
export const RUNNING: Readonly<Partial<Record<Stage, Clock>>> = {
  dispatched: 'sign',
  disputed: 'sign',
  signed: 'arrive',
  arrived: 'finish',
}

/** The clock that runs for a case now. */
export function runningClock({ stage, due }: Pick<Task, 'stage' | 'due'>): Clock | null {
  const clock = RUNNING[stage]
  if (clock && due[clock]) return clock
  return clock && due.finish ? 'finish' : null
}
