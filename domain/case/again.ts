import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { begin, decide, factsNow, record, reporterAddress, tell, type CaseInHand } from './draft.ts'
import type { Joining } from './joining.ts'
import { hurry, involved, NUDGES, nudgeLimit } from './reporter.ts'

/** He had reported it himself: no second reporter, but he is waiting, so the unit is hurried. `news` = what it has not heard yet. */
export function again(hand: CaseInHand, joining: Joining, news: string | null, world: World): Decision {
  const { reporter, text, reply = null, attachments = [] } = joining
  const draft = begin(world, hand)
  const { id } = draft.task
  const more = news !== null || attachments.length > 0
  if (more) {
    draft.reports.push({ id: world.id(), taskId: id, text, at: world.now, ...reporter })
    record(draft, 'supplement', 'reporter', { text: news, files: attachments.length })
    for (const address of involved(draft))
      tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'supplement', note: news })
  }
  const nudged = nudgeLimit(hand, world) === null
  if (nudged) hurry(draft)
  const left = NUDGES.most - draft.task.nudges
  tell(draft, 'replies', reporterAddress(reporter), { kind: 'again', facts: factsNow(draft), nudged, left }, reply)
  const decision = decide(draft)
  return attachments.length > 0 ? { ...decision, attach: { ids: attachments, taskId: id } } : decision
}
