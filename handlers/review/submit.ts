import { factsOf } from '../../domain/case/facts.ts'
import { submit } from '../../domain/review/submit.ts'
import { nameIn } from '../../domain/review/pool.ts'
import { refusal, withFiles } from '../acts.ts'
import { newNumber } from '../entries.ts'
import { findFile } from '../legal/find.ts'
import type { OnCommand } from '../slice.ts'
import { stored } from '../stored.ts'
import { actorOf, answer } from '../turn.ts'
import { allReviews } from './find.ts'

/** 送审 n: the rules look at the file, then it is put before the reviewer who has the least to do. */
export const onSubmit: OnCommand = async (turn, ref) => {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findFile(turn, ref)
  if (!found.ok) return found.result
  const { hand, entry } = found
  const kept = await turn.ctx.store.attachments(hand.task.id)
  const evidence = kept.filter(({ sha256 }) => sha256).length + stored(turn.files).length
  const [number, book] = await Promise.all([newNumber(turn, hand.town.code, 'review'), allReviews(turn.ctx)])
  const outcome = submit(hand, entry, actorOf(turn), { evidence, number, book }, turn.world)
  if (!outcome.ok && 'reason' in outcome) return refusal(outcome.reason, hand, outcome.choices)
  const facts = factsOf(hand.task, hand.town)
  if (!outcome.ok) return answer('to be mended', { kind: 'review-mend', facts, faults: outcome.faults })
  const { owner, dueAt, data } = outcome.review
  const body = {
    kind: 'review-submitted',
    facts,
    owner: nameIn(turn.world, owner),
    dueAt: dueAt?.toISOString() ?? null,
    round: data.round,
    warnings: data.warnings,
  } as const
  return withFiles(turn, hand, { note: `submitted ${outcome.review.no}`, decision: outcome.decision, answers: [body] })
}
