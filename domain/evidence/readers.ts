import type { CaseInHand } from '../case/draft.ts'
import { isReporter, mayRead } from '../people/audience.ts'
import { isOnCase } from './pictures.ts'

/** Staff who work on the case or watch over it; whoever only reported it learns how it goes, not what proves it. */
export function readsEvidence(hand: CaseInHand, userid: string): boolean {
  const { task, town } = hand
  const isStaff = town.people.some((person) => person.userid === userid)
  return isStaff && mayRead(task, town, userid) && (isOnCase(hand, userid) || !isReporter(task, userid))
}
