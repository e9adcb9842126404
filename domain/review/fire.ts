import { whileIn } from '../book/desk.ts'
import type { Entry } from '../book/entry.ts'
import type { Draft } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { alert, begin, decide, enter, factsNow, record } from '../case/draft.ts'
import { toPerson, commandRoom, distinct, leaders, type Address } from '../people/recipients.ts'
import { keptFrom, type InReview } from './decide.ts'
import { reviewStep } from './due.ts'
import { fitFor, leastBusy, nameIn, unfitFor } from './pool.ts'
import { armReview, REVIEW_TIMER, sayNobody, sendCard } from './tell.ts'

/** A review waits: its reviewer is reminded, then another one is offered it, then those above hear. `book` = all reviews. */
export function fireReview(found: InReview, step: number, book: readonly Entry<'review'>[], world: World): Decision {
  const { hand, review } = found
  if (review.state !== 'open') return { timers: [{ subject: review.id, kind: REVIEW_TIMER, dueAt: null, step: 0 }] }
  const draft = begin(world, hand)
  const held = replaced(draft, found, book)
  speak(draft, { ...found, review: held }, step, book)
  armReview(draft, hand, held, step + 1)
  return decide(draft)
}

/** Whoever has left, or whose certificate is over, cannot decide it any more: it goes to the next. */
function replaced(draft: Draft, found: InReview, book: readonly Entry<'review'>[]): Entry<'review'> {
  const { hand, file, review } = found
  const { world } = draft
  if (review.owner !== null && unfitFor(hand, file.data, review.owner, world, keptFrom(found.review)) === null)
    return review
  const owner = leastBusy(fitFor(hand, file.data, world, { without: keptFrom(found.review) }), book)?.userid ?? null
  const moved = { ...review, owner }
  if (owner === null) sayNobody(draft, file, review)
  if (owner === review.owner) return review
  enter(draft, moved)
  record(draft, 'review-handed', 'system', { no: review.no, from: review.owner, to: owner })
  sendCard(draft, hand, file, moved, { why: 'moved' })
  return moved
}

function speak(draft: Draft, found: InReview, step: number, book: readonly Entry<'review'>[]): void {
  const { review } = found
  const said = reviewStep(step)
  record(draft, said === 'remind' ? 'review-reminded' : 'review-late', 'system', { no: review.no, step })
  if (said === 'offer') return offer(draft, found, book)
  if (review.owner !== null) remind(draft, review, [toPerson(review.owner)], 'owner')
  if (said === 'above') remind(draft, review, [...leaders(draft.town), ...commandRoom(draft.town)], 'above')
}

function remind(draft: Draft, review: Entry<'review'>, to: readonly Address[], whom: 'owner' | 'above'): void {
  const dueAt = review.dueAt?.toISOString() ?? ''
  const over = review.dueAt !== null && review.dueAt <= draft.world.now
  const owner = nameIn(draft.world, review.owner)
  const said = { kind: 'review-due', facts: factsNow(draft) } as const
  for (const address of distinct(to))
    alert(draft, address, whileIn(review, { ...said, no: review.no, dueAt, over, owner, to: whom }))
}

/** Another reviewer may take it over; who has it keeps it until then. */
function offer(draft: Draft, found: InReview, book: readonly Entry<'review'>[]): void {
  const { hand, file, review } = found
  const without = [...keptFrom(found.review), ...(review.owner === null ? [] : [review.owner])]
  const other = leastBusy(fitFor(hand, file.data, draft.world, { without }), book)
  if (other) sendCard(draft, hand, file, review, { why: 'offer', to: other.userid })
  // nobody else may: those above hear it now
  else remind(draft, review, [...leaders(draft.town), ...commandRoom(draft.town)], 'above')
}
