import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import { ofKind } from '../book/entry.ts'
import { enter, factsNow, record, tell } from '../case/draft.ts'
import { hasSince } from '../legal/steps.ts'
import { UNSEEN } from '../legal/review.ts'
import { unitsOf } from './mentor.ts'
import { armReview, sayMoved } from './tell.ts'
import { armSignoff } from './signoffTell.ts'
import { toPerson } from '../people/recipients.ts'

/**
 * What becomes of a review and a sign-off that are waited for when the file moves on: nobody decides on what is no longer
 * so. Whoever ends the file, or changes what was submitted, by whatever order.
 */
export function followFile(draft: Draft, hand: CaseInHand, before: Entry<'file'>, after: Entry<'file'>): void {
  const over = after.state !== 'open'
  const changed = hasSince({ steps: after.data.steps.slice(before.data.steps.length) }, UNSEEN, [])
  if (!over && !changed) return
  const waiting = (entry: Entry<'review'> | Entry<'signoff'>) => entry.state === 'open' && entry.data.file === after.id
  for (const review of ofKind(hand.entries ?? [], 'review').filter(waiting))
    endReview(draft, hand, review, over ? 'over' : 'changed')
  for (const signoff of ofKind(hand.entries ?? [], 'signoff').filter(waiting)) endSignoff(draft, hand, signoff)
}

function endReview(draft: Draft, hand: CaseInHand, review: Entry<'review'>, news: 'over' | 'changed'): void {
  const ended: Entry<'review'> = { ...review, state: 'withdrawn' }
  enter(draft, ended)
  armReview(draft, hand, ended)
  record(draft, 'review-withdrawn', 'system', { no: review.no, why: news })
  const reviewer = review.owner === null ? [] : [toPerson(review.owner)]
  // the officer must put it before the reviewer again, and is told so
  sayMoved(draft, news === 'changed' ? [...reviewer, toPerson(review.data.by)] : reviewer, { news })
}

export function endSignoff(draft: Draft, hand: CaseInHand, signoff: Entry<'signoff'>): void {
  const ended: Entry<'signoff'> = { ...signoff, state: 'withdrawn' }
  enter(draft, ended)
  armSignoff(draft, hand, ended)
  record(draft, 'signoff-withdrawn', 'system', { no: signoff.no })
  const body = { kind: 'signoff-moved', facts: factsNow(draft), mentor: signoff.data.mentor } as const
  for (const address of unitsOf(draft, signoff.owner)) tell(draft, 'dispatch', address, body)
}
