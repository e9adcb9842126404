import type { CaseRef } from '../../domain/command/parse.ts'
import { factsTo } from '../../domain/case/facts.ts'
import { evidenceOf } from '../../domain/evidence/list.ts'
import { readsEvidence } from '../../domain/evidence/readers.ts'
import { OPEN_STAGES } from '../../domain/task.ts'
import { refusal } from '../acts.ts'
import { ofMyUnit } from '../cases.ts'
import { readHere } from '../here.ts'
import { answer, type Result, type Turn } from '../turn.ts'

/** 证据 n: what there is that proves something. */
export async function onEvidence(turn: Turn, ref: CaseRef | null): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await readHere(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'nothing-to-do')
  if ('note' in found) return found
  const { hand } = found
  if (!readsEvidence(hand, turn.speaker.userid)) return refusal('not-yours', hand)
  const files = await turn.ctx.store.attachments(hand.task.id)
  const facts = factsTo(hand.task, hand.town, turn.speaker.userid)
  return answer('evidence', { kind: 'evidence-list', facts, ...evidenceOf(hand, files) })
}
