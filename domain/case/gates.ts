import type { World } from '../world.ts'
import type { CaseInHand } from './draft.ts'
import type { Gate, Stopped } from './gate.ts'
import type { Act } from './transitions.ts'
import { fileGate } from '../legal/caseGate.ts'
import { suspendedGate } from '../work/gate.ts'
import { pairGate } from '../evidence/pair.ts'
import { childrenGate } from '../joint/gate.ts'

/** Each part of the house names what its entries demand. */
const GATES: readonly Gate[] = [fileGate, suspendedGate, pairGate, childrenGate]

export function gateBefore(hand: CaseInHand, act: Act, world: World): Stopped | null {
  for (const gate of GATES) {
    const stopped = gate(hand, act, world)
    if (stopped) return typeof stopped === 'string' ? { reason: stopped } : stopped
  }
  return null
}
