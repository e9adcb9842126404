import { OPEN_STAGES, type Stage, type Task } from '../task.ts'
import { CLOCKS } from '../policy.ts'

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

/** What runs down on the board: the clocks of the unit, and what the command room has to say who leads. */
export const BOARD_CLOCKS = [...CLOCKS, 'rule'] as const
export type BoardClock = (typeof BOARD_CLOCKS)[number]

/** Which clock runs in which stage; where that of a unit has no end of its own, the last one counts. */
export const RUNNING: Readonly<Partial<Record<Stage, BoardClock>>> = {
  triage: 'rule',
  disputed: 'rule',
  dispatched: 'sign',
  signed: 'arrive',
  arrived: 'finish',
}

type Running = Readonly<{ clock: BoardClock; at: Date }>

/** The clock that runs for a case now, and when it is over. */
export function runningClock({ stage, due, ruleBy }: Pick<Task, 'stage' | 'due' | 'ruleBy'>): Running | null {
  const clock = RUNNING[stage]
  if (!clock) return null
  const [name, at] =
    clock === 'rule' ? [clock, ruleBy] : due[clock] ? [clock, due[clock]] : ['finish' as const, due.finish]
  return at ? { clock: name, at } : null
}
