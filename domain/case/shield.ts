import type { Shield } from '../task.ts'
import type { World } from '../world.ts'
import { begin, change, decide, record, type CaseInHand } from './draft.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'

const STRICTNESS: Readonly<Record<Shield, number>> = { none: 0, anonymous: 1, confidential: 2 }

/** A case of several reporters is kept as the most careful of them asked. */
export const stricter = (one: Shield, other: Shield): Shield => (STRICTNESS[other] > STRICTNESS[one] ? other : one)

/** 匿名 / 保密: from now on nobody who handles the case sees who reported it. It is never made looser again. */
export function shieldCase(hand: CaseInHand, actor: Actor, shield: Shield, world: World): Outcome {
  if (!hand.task.reporters.some(({ userid }) => userid === actor.userid)) return refuse('not-reporter')
  const draft = begin(world, hand)
  change(draft, { shield: stricter(hand.task.shield, shield) })
  record(draft, 'shielded', 'reporter', { shield: draft.task.shield })
  return { ok: true, decision: decide(draft), task: draft.task }
}
