import type { Decision, NewReport } from '../decision.ts'
import type { Notice } from '../notice.ts'
import type { World } from '../world.ts'
import { begin, change, decide, record, type CaseInHand } from './draft.ts'

/** A report that had been joined is a case of its own now (`opened`): its reporter leaves the other one and hears why. */
export function apart(hand: CaseInHand, report: NewReport, opened: Decision, by: string, world: World): Decision {
  const draft = begin(world, hand)
  const { caseNo, id } = draft.task
  change(draft, { reporters: draft.task.reporters.filter(({ userid }) => userid !== report.userid) })
  record(draft, 'split', by, { case: opened.task?.caseNo ?? null })
  const unreport = [{ taskId: id, userid: report.userid, id: null }]
  const notices = (opened.notices ?? []).map((notice) => explained(notice, caseNo))
  return { ...opened, notices, more: [...(opened.more ?? []), { ...decide(draft), unreport }] }
}

function explained(notice: Notice, from: string): Notice {
  const { body } = notice
  return body.kind === 'accepted' ? { ...notice, body: { kind: 'split', facts: body.facts, from } } : notice
}
