import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import type { CaseInHand } from './draft.ts'
import type { Act } from './transitions.ts'
import { fileGate } from '../legal/caseGate.ts'

/** What must be so before something is done to a case, whoever does it and by whatever order or tap; null = it is. */
export type Gate = (hand: CaseInHand, act: Act, world: World) => RefusalReason | null

/** Each part of the house names what its entries demand. */
const GATES: readonly Gate[] = [fileGate]

export function gateBefore(hand: CaseInHand, act: Act, world: World): RefusalReason | null {
  for (const gate of GATES) {
    const reason = gate(hand, act, world)
    if (reason) return reason
  }
  return null
}
