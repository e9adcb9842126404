import { decided, type Desk } from '../book/desk.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import { unbarred } from '../people/barred.ts'

/**
 * The decision about an entry of a case: the case is written with it, so that two who decide at once cannot pass each
 * other, and whoever it complains about hears nothing. Without a case it is as it was decided.
 */
export function besideCase(desk: Desk, hand: CaseInHand | null): Decision {
  const decision = decided(desk)
  if (!hand) return decision
  const { task, town } = hand
  const notices = (decision.notices ?? []).flatMap((notice) => {
    const [address] = unbarred(task, town, [notice])
    return address ? [{ ...notice, ...address }] : []
  })
  const events = (decision.events ?? []).map((event) => ({ ...event, taskId: task.id, caseNo: task.caseNo }))
  return { ...decision, task, notices, events }
}
