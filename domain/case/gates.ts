import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import type { CaseInHand } from './draft.ts'
import type { Act } from './transitions.ts'
import { fileGate } from '../legal/caseGate.ts'
import { suspendedGate } from '../work/gate.ts'
import { pairGate } from '../evidence/pair.ts'
import { childrenGate } from '../joint/gate.ts'

/** Why it is not done yet; `choices` = what is in the way, by name. */
export type Stopped = Readonly<{ reason: RefusalReason; choices?: readonly string[] }>

/** What must be so before something is done to a case, whoever does it and by whatever order or tap; null = it is. */
export type Gate = (hand: CaseInHand, act: Act, world: World) => RefusalReason | Stopped | null

/** Each part of the house names what its entries demand. */
const GATES: readonly Gate[] = [fileGate, suspendedGate, pairGate, childrenGate]

export function gateBefore(hand: CaseInHand, act: Act, world: World): Stopped | null {
  for (const gate of GATES) {
    const stopped = gate(hand, act, world)
    if (stopped) return typeof stopped === 'string' ? { reason: stopped } : stopped
  }
  return null
}
