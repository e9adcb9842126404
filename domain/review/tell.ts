import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import { alert, factsNow, nextCardId, record, tell } from '../case/draft.ts'
import { toPerson, commandRoom, distinct, type Address } from '../people/recipients.ts'
import type { ReviewSaid } from './said.ts'
import { nextStep } from './due.ts'
import { nameIn } from './pool.ts'
import { viewOf } from './view.ts'

export const REVIEW_TIMER = 'review'

type Card = Extract<ReviewSaid, Readonly<{ kind: 'review-card' }>>
type Moved = Extract<ReviewSaid, Readonly<{ kind: 'review-moved' }>>

/** The card of a review, to whoever has it. */
export function sendCard(
  draft: Draft,
  hand: CaseInHand,
  file: Entry<'file'>,
  review: Entry<'review'>,
  { why, to = review.owner }: Readonly<{ why: Card['why']; to?: string | null }>,
): void {
  if (to === null) return
  const view = viewOf(hand, file, review, draft.world)
  tell(draft, 'dispatch', toPerson(to), {
    kind: 'review-card',
    cardId: nextCardId(draft),
    facts: factsNow(draft),
    view,
    why,
  })
}

/** The officers of a file and who submitted it, as far as they are still there. */
export const officersOf = (draft: Draft, file: Entry<'file'>, ...more: readonly string[]): Address[] =>
  distinct(
    [...file.data.officers, ...more]
      .filter((userid) => draft.town.people.some((person) => person.userid === userid))
      .map(toPerson),
  )

export function sayMoved(
  draft: Draft,
  to: readonly Address[],
  { news, who = null }: Readonly<{ news: Moved['news']; who?: string | null }>,
): void {
  const body = { kind: 'review-moved', facts: factsNow(draft), news, who: nameIn(draft.world, who) } as const
  for (const address of distinct(to)) tell(draft, 'dispatch', address, body)
}

/** Nobody who may review it is left: the command room must see to it, and the officer knows. */
export function sayNobody(draft: Draft, file: Entry<'file'>, review: Entry<'review'>): void {
  record(draft, 'review-nobody', 'system', { no: review.no })
  const body = { kind: 'review-moved', facts: factsNow(draft), news: 'nobody', who: null } as const
  for (const address of distinct([...commandRoom(draft.town), ...officersOf(draft, file, review.data.by)]))
    alert(draft, address, body)
}

/** What is said next of a review that is open; nothing of one that is over. */
export function armReview(draft: Draft, hand: CaseInHand, review: Entry<'review'>, step = 0): void {
  const { id: subject, state, at: from, dueAt } = review
  const next = state === 'open' && dueAt ? nextStep(hand, 'review.within', { from, dueAt, step }, draft.world) : null
  draft.timers.push({ subject, kind: REVIEW_TIMER, dueAt: next?.at ?? null, step: next?.step ?? 0 })
}
