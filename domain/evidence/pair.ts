import { COMING, type NewAttachment } from '../decision.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Gate } from '../case/gate.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { Mark } from './kinds.ts'
import { isPicture, marksOf } from './pictures.ts'
import type { EvidenceRefusal } from './said.ts'

export type Lacking = Extract<EvidenceRefusal, `proof-${string}`>

/** Does the item of this case want a picture before and one after the work? */
export const demandsPair = ({ task, town }: Readonly<{ task: Task; town: Town }>): boolean =>
  town.duties.find(({ code }) => code === task.item)?.proof === 'pair'

/** What an item that demands the pair still lacks; null = nothing. */
export function lacking(hand: CaseInHand): Lacking | null {
  if (!demandsPair(hand)) return null
  const [before, after] = [marked(hand, 'before'), marked(hand, 'after')]
  if (before.length === 0 && after.length === 0) return 'proof-both'
  if (before.length === 0) return 'proof-before'
  if (after.length === 0) return 'proof-after'
  const [first, then] = [before.filter(isHere), after.filter(isHere)]
  if (first.length === 0 || then.length === 0) return 'proof-coming'
  return first.some((one) => then.some((other) => !isSame(one, other))) ? null : 'proof-same'
}

/** Whoever finishes and by whatever order: the pair must be there. */
export const pairGate: Gate = (hand, act) => (act === 'finish' ? lacking(hand) : null)

function marked(hand: CaseInHand, mark: Mark): readonly NewAttachment[] {
  const { marks } = marksOf(hand)
  const counts = ({ id }: NewAttachment) =>
    // reopened, it must be shown anew that it is done
    marks[id]?.mark === mark && (mark === 'before' || marks[id].round === hand.task.reopens)
  return (hand.files ?? []).filter((file) => counts(file) && isPicture(file) && (isHere(file) || isComing(file)))
}

const isHere = ({ sha256 }: NewAttachment): boolean => sha256 !== null
const isComing = ({ fault }: NewAttachment): boolean => fault === COMING

const isSame = (one: NewAttachment, other: NewAttachment): boolean =>
  one.sha256 === other.sha256 || (Boolean(one.thumb) && one.thumb === other.thumb)
