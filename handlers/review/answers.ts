import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { ReviewSaid } from '../../domain/review/said.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { viewOf } from '../../domain/review/view.ts'
import { refusal } from '../acts.ts'
import { answer, type Result, type Turn } from '../turn.ts'

export type ReviewCard = Extract<ReviewSaid, Readonly<{ kind: 'review-card' }>>
type Wants = Extract<ReviewSaid, Readonly<{ kind: 'review-ask' }>>['wants']

/** The words an order lacked: what is written next is the order with them. */
export const asksWords = (turn: Turn, hand: CaseInHand, wants: Wants, verb: string, no: string, lead = ''): Result => ({
  ...answer('asked for words', { kind: 'review-ask', facts: factsOf(hand.task, hand.town), wants }),
  ask: { asks: 'words', verb, no, lead },
})

/** A card as it stands now, for the place of the one that was tapped. */
export const cardOf = (turn: Turn, hand: CaseInHand, file: Entry<'file'>, review: Entry<'review'>): ReviewCard => ({
  kind: 'review-card',
  cardId: `review_${turn.row.id}`,
  facts: factsOf(hand.task, hand.town),
  view: viewOf(hand, file, review, turn.world),
  why: review.state === 'open' && review.owner !== turn.speaker.userid ? 'other' : 'shown',
})

/** Refused, and what stands on the card is brought up to date where it is over. */
export function refusedWith(
  hand: CaseInHand,
  { reason, choices }: Readonly<{ reason: RefusalReason; choices: readonly string[] }>,
  card: NoticeBody | null = null,
): Result {
  const refused = refusal(reason, hand, choices)
  return card?.kind === 'review-card' || card?.kind === 'signoff-card' ? { ...refused, card } : refused
}

/** A group reads along: who the party is, and what is thought of it, is not for it. */
export const mayTalkHere = ({ row }: Turn): boolean => row.chat.type === 'single'
