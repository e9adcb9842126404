import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { findStation } from '../people/directory.ts'

/**
 * Is what a case is about not for this group (its id in the township)? Where its reporter asked to be kept, only those who work
 * on it speak of it in a group: what somebody told in confidence is spread no further than the work needs (《个人信息保护法》第六条).
 */
export function isSealedIn({ shield, lead, assist }: Task, town: Town, group: string | null): boolean {
  if (shield === 'none') return false
  const working = [lead, ...assist].flatMap((id) => findStation(town, id)?.group ?? [])
  return group === null || !working.includes(group)
}

/** What is left there: its number, the unit and the clocks. */
export const sealed = (facts: Facts): Facts => ({
  caseNo: facts.caseNo,
  town: facts.town,
  stage: facts.stage,
  level: facts.level,
  lead: facts.lead,
  signBy: facts.signBy,
  arriveBy: facts.arriveBy,
  finishBy: facts.finishBy,
  tentative: facts.tentative,
  reopens: facts.reopens,
  ...{ item: null, place: null, text: '', assist: [], holder: null, result: null, legalBasis: null },
  ...(facts.twin ? { twin: true } : {}),
  ...(facts.shield ? { shield: facts.shield } : {}),
  sealed: true,
})
