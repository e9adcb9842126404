import type { Entry } from '../../domain/book/entry.ts'
import type { PartCard } from '../../domain/book/said.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Outcome } from '../../domain/case/outcome.ts'
import type { FeedbackItem } from '../../domain/feedback/said.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { isKind, type Kind } from '../../domain/book/entry.ts'
import { openOpinions } from '../../domain/feedback/opinion.ts'
import { findStation } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { isTap, type Result, type Turn } from '../turn.ts'

type OfEntry = Entry<'opinion' | 'exclusion' | 'revisit'>

/** The card as it is now takes the place of the tapped one; where the order was typed, it is the answer. */
export function withCard(turn: Turn, outcome: Outcome, note: string, card: PartCard): Result {
  const decision = outcome.ok ? { decision: outcome.decision } : {}
  return isTap(turn) ? { note, ...decision, card } : { note, ...decision, answers: [card] }
}

/** Refused, a tapped card shows how it stands; the words say why. */
export function refusedWith(turn: Turn, reason: RefusalReason, hand: CaseInHand, card: PartCard): Result {
  const refused = refusal(reason, hand)
  return isTap(turn) ? { ...refused, card } : refused
}

export const newCardId = ({ row }: Turn, { no }: Readonly<{ no: string }>): string => `${no}_${row.id}`

/** The entry of a kind a decision wrote. */
export function written<K extends Kind>(outcome: Outcome, kind: K): Entry<K> | null {
  const entries = outcome.ok ? (outcome.decision.entries ?? []) : []
  return entries.find((entry): entry is Entry<K> => isKind(entry, kind)) ?? null
}

export function itemOf({ task, town }: CaseInHand, entry: OfEntry): FeedbackItem {
  return {
    no: entry.no,
    facts: factsOf(task, town),
    unit: findStation(town, entry.data.unit)?.name ?? entry.data.unit,
    state: entry.state,
    dueAt: entry.dueAt?.toISOString() ?? null,
    reach: entry.kind === 'revisit' ? (task.shield === 'none' ? 'call' : 'chat') : null,
  }
}

/** What supervisors still wait for on a case: shown to whoever looks at it or finishes it. */
export function stillOpen(hand: CaseInHand): NoticeBody[] {
  const items = openOpinions(hand.entries).map((entry) => itemOf(hand, entry))
  const rest = { list: 'opinion', month: null, alone: 0, lapsed: 0 } as const
  return items.length === 0 ? [] : [{ kind: 'feedback-list', ...rest, items }]
}
