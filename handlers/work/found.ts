import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Stage } from '../../domain/task.ts'
import type { PartVerb } from '../../domain/command/parts.ts'
import { notFound, refusal } from '../acts.ts'
import { findCase, ofMyTown, ofMyUnit } from '../cases.ts'
import type { Result, Turn } from '../turn.ts'

/** The case an order of the unit means, or, for the command room, any of the township by its number. */
export async function workCase(
  turn: Turn,
  ref: CaseRef | null,
  stages: readonly Stage[],
): Promise<Readonly<{ hand: CaseInHand }> | Result> {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const fitting = () => (person.station === null ? ofMyTown(turn, stages) : ofMyUnit(turn, stages))
  const found = await findCase(turn, ref, fitting, 'nothing-to-do')
  return found.ok ? { hand: found.hand } : notFound(found)
}

/** Says what an order lacks; the next message of this person is that. */
export function askFor(
  reason: RefusalReason,
  { task, town }: CaseInHand,
  order: Readonly<{ verb: PartVerb; lead?: string; no?: string; choices?: readonly string[] }>,
): Result {
  const { verb, lead = '', no = task.caseNo, choices = [] } = order
  return {
    ...refusal(reason, { task, town, policy: town.policy }, choices),
    ask: { asks: 'words', verb, no, lead },
  }
}
