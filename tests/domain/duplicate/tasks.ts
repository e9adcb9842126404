import type { Task } from '../../../domain/task.ts'

let count = 0

/** An open case by what the search for duplicates looks at. */
export function aTask(text: string, more: Partial<Task> = {}): Task {
  count += 1
  return {
    id: `t-${count}`,
    caseNo: `QS261124-${String(count).padStart(4, '0')}`,
    town: 'QS',
    day: '261124',
    seq: count,
    version: 1,
    stage: 'dispatched',
    level: 'normal',
    item: null,
    place: { code: 'QS01', name: '王家村' },
    text,
    lead: null,
    assist: [],
    candidates: [],
    reporters: [],
    policyId: 'p',
    createdAt: new Date('2026-11-24T10:00:00+08:00'),
    dispatchedAt: null,
    assignedAt: null,
    due: {},
    ruleBy: null,
    tentative: false,
    holder: null,
    signedAt: null,
    arrivedAt: null,
    activeAt: null,
    finishedAt: null,
    result: null,
    returns: 0,
    reopens: 0,
    nudges: 0,
    nudgedAt: null,
    solved: null,
    satisfied: null,
    cards: 0,
    shield: 'none',
    mergedInto: null,
    linked: [],
    understood: null,
    dutyVersion: null,
    person: null,
    ...more,
  }
}
