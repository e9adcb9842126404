import type { RefusalReason } from '../refusal.ts'
import { OPEN_STAGES, type Stage, type Task } from '../task.ts'

/** What can be done to a case. */
export const ACTS = [
  'sign',
  'arrive',
  'feedback',
  'finish',
  'return',
  'assign',
  'urge',
  'withdraw',
  'nudge',
  'supplement',
  'solved',
  'unsolved',
  'rate',
  'close',
  'merge',
  'call-in',
  'extend',
  'suspend',
  'block',
  'record',
] as const
export type Act = (typeof ACTS)[number]

/** The stages from which an act is allowed. Anything absent is refused, with the reason of `WHY_NOT`. */
const ALLOWED: Readonly<Record<Act, readonly Stage[]>> = {
  sign: ['dispatched'],
  arrive: ['dispatched', 'signed'],
  feedback: ['dispatched', 'signed', 'arrived'],
  finish: ['signed', 'arrived'],
  return: ['dispatched', 'signed', 'arrived'],
  assign: ['triage', 'disputed', 'dispatched', 'signed', 'arrived'],
  urge: OPEN_STAGES,
  withdraw: OPEN_STAGES,
  nudge: OPEN_STAGES,
  supplement: [...OPEN_STAGES, 'finished'],
  solved: ['finished'],
  unsolved: ['finished', 'closed'],
  rate: ['finished', 'closed'],
  close: ['finished'],
  merge: OPEN_STAGES,
  'call-in': ['dispatched', 'signed', 'arrived'],
  extend: ['signed', 'arrived'],
  suspend: ['signed', 'arrived'],
  block: ['dispatched', 'signed', 'arrived'],
  // the file of a case may be open when its report is answered
  record: ['dispatched', 'signed', 'arrived', 'disputed', 'finished'],
}

const WHY_NOT: Readonly<Record<Stage, RefusalReason>> = {
  triage: 'not-dispatched',
  dispatched: 'sign-first',
  signed: 'already-signed',
  arrived: 'already-signed',
  disputed: 'being-ruled',
  finished: 'already-finished',
  closed: 'already-closed',
  withdrawn: 'withdrawn',
}

const REPORTER_ACTS: readonly Act[] = ['solved', 'unsolved', 'rate']

/** Why this act is not possible now, or null. */
export function whyNot(task: Task, act: Act): RefusalReason | null {
  if (task.mergedInto !== null) return 'merged'
  if (ALLOWED[act].includes(task.stage)) return null
  if (REPORTER_ACTS.includes(act) && (OPEN_STAGES as readonly Stage[]).includes(task.stage)) return 'not-finished'
  return WHY_NOT[task.stage]
}

/** The clocks of a case run while it is with a unit or between units. */
export function isRunning(task: Task): boolean {
  return task.stage !== 'triage' && (OPEN_STAGES as readonly Stage[]).includes(task.stage)
}
