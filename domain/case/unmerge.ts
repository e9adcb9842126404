import type { NewReport } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Reporter, Task } from '../task.ts'
import type { World } from '../world.ts'
import { findStation } from '../people/directory.ts'
import { dispatch } from './dispatch.ts'
import { begin, change, decide, factsNow, record, tellReporters, type CaseInHand, type Draft } from './draft.ts'
import { commandOnly, mergedFrom } from './merge.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { stricter } from './shield.ts'
import { askCommandRoom } from './triage.ts'

/**
 * 拆分: undoes a merge. The other case is dispatched again, with those of its reporters who have not withdrawn since,
 * and kept as carefully as the joint one. `reports` = all that were made of the joint case.
 */
export function unmerge(
  hand: CaseInHand,
  other: CaseInHand,
  reports: readonly NewReport[],
  actor: Actor,
  world: World,
): Outcome {
  const staying = other.task.reporters.filter((reporter) => isReporter(hand.task, reporter))
  const reason =
    commandOnly(hand, other, actor) ?? notMerged(hand.task, other.task) ?? (staying.length > 0 ? null : 'withdrawn')
  if (reason) return refuse(reason)
  const copies = reports.filter((report) => mergedFrom(report) === other.task.caseNo)
  const draft = begin(world, hand)
  change(draft, { reporters: hand.task.reporters.filter((reporter) => !cameWith(reporter, copies)) })
  record(draft, 'split', actor.userid, { case: other.task.caseNo })
  const reopened = begin(world, other)
  change(reopened, { reporters: staying, shield: stricter(other.task.shield, hand.task.shield) })
  reopen(reopened, hand.task.caseNo, actor)
  const gone = other.task.reporters.filter((reporter) => !staying.includes(reporter))
  const unreport = [
    ...copies.map(({ taskId, userid, id }) => ({ taskId, userid, id })),
    ...gone.map(({ userid }) => ({ taskId: other.task.id, userid, id: null })),
  ]
  return { ok: true, decision: { ...decide(draft), unreport, more: [decide(reopened)] }, task: reopened.task }
}

function notMerged(hand: Task, other: Task): RefusalReason | null {
  if (other.mergedInto !== hand.caseNo) return 'not-merged'
  return hand.stage === 'withdrawn' ? 'withdrawn' : null
}

const isReporter = ({ reporters }: Task, { userid }: Reporter): boolean =>
  reporters.some((known) => known.userid === userid)

/** Whoever reported the joint case by himself, too, stays with it. */
const cameWith = ({ userid }: Reporter, copies: readonly NewReport[]): boolean =>
  copies.some((copy) => copy.userid === userid)

function reopen(draft: Draft, from: string, actor: Actor): void {
  const { lead, assist } = draft.task
  const anew = { dispatchedAt: null, assignedAt: null, due: {}, arrivedAt: null, activeAt: null } as const
  change(draft, { ...anew, stage: 'triage', mergedInto: null, holder: null, signedAt: null })
  record(draft, 'split', actor.userid, { case: from })
  if (lead && findStation(draft.town, lead)) dispatch(draft, lead, assist, actor.userid)
  else askCommandRoom(draft, 'unsure', null, null)
  tellReporters(draft, () => ({ kind: 'split', facts: factsNow(draft), from }))
}
