import type { Stage, Task } from '../../domain/task.ts'
import { whyNot, type Act } from '../../domain/case/transitions.ts'

/** What the log says of a case: which act it was, where there is one that may be refused, and the stage that follows. */
type Move = Readonly<{ act?: Act; to?: Stage }>

const MOVES: Readonly<Record<string, Move>> = {
  dispatched: { to: 'dispatched' },
  triage: { to: 'triage' },
  signed: { act: 'sign', to: 'signed' },
  arrived: { act: 'arrive', to: 'arrived' },
  feedback: { act: 'feedback' },
  finished: { act: 'finish', to: 'finished' },
  returned: { act: 'return', to: 'disputed' },
  urged: { act: 'urge' },
  nudged: { act: 'nudge' },
  supplement: { act: 'supplement' },
  solved: { act: 'solved' },
  rated: { act: 'rate' },
  unsolved: { act: 'unsolved', to: 'triage' },
  withdrawn: { act: 'withdraw', to: 'withdrawn' },
  closed: { act: 'close', to: 'closed' },
  'extension-asked': { act: 'extend' },
  'suspension-asked': { act: 'suspend' },
  blocked: { act: 'block' },
}

export type Logged = Readonly<{ caseNo: string; type: string; data: Readonly<Record<string, unknown>> }>

/** Walks the log of a case. Answers what was done from a stage from which it may not be done, and where it ends. */
export function walk(events: readonly Logged[], stageNow: Stage): Readonly<{ wrong: readonly string[]; stage: Stage }> {
  const wrong: string[] = []
  let stage: Stage = 'triage'
  let merged = false
  for (const { type, data } of events) {
    if (type === 'conflict' && stage !== 'dispatched') stage = 'triage'
    if (type === 'merged-into') [stage, merged] = ['closed', true]
    if (type === 'split' && merged) [stage, merged] = ['triage', false]
    if (type === 'handed-over' && data['to'] === null && stage === 'signed') stage = 'dispatched'
    const { act, to } = MOVES[type] ?? {}
    const why = act ? whyNot({ stage, mergedInto: merged ? 'another' : null } as Task, act) : null
    if (why) wrong.push(`${type} while ${stage}: ${why}`)
    stage = to ?? stage
  }
  // a case that is ruled back to its unit is as it was before it was given back
  return { wrong, stage: stage === 'dispatched' && ['signed', 'arrived'].includes(stageNow) ? stageNow : stage }
}
