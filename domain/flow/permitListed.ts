import { begin, decide, record, type CaseInHand } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { LISTED_NOTE } from './wording-flow.ts'

/** That the list was looked at for a case, and what it said; no name gets into the log. */
export function noteListed(hand: CaseInHand, by: string, valid: number, expired: number, world: World): Decision {
  const draft = begin(world, hand)
  record(draft, 'permit-listed', by, { note: LISTED_NOTE(valid, expired) })
  return decide(draft)
}
