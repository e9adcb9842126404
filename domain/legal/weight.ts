import type { Look } from './look.ts'
import type { Party, Proposal, StepTaken } from './kinds.ts'
import { rule } from './look.ts'

const RANK: Readonly<Record<Proposal['sort'], number>> = {
  none: 0,
  warning: 1,
  fine: 2,
  confiscation: 3,
  other: 4,
  suspension: 5,
  revocation: 6,
}

type Weighed = Pick<Proposal, 'sort' | 'fine' | 'text'> & Readonly<{ value?: number | null }>

/** Is this more than the party was told, or the reviewer saw? What cannot be compared is. */
export function heavier(now: Weighed, before: Weighed): boolean {
  const differs = RANK[now.sort] > RANK.confiscation && now.text !== before.text
  return (
    RANK[now.sort] > RANK[before.sort] ||
    (now.fine ?? 0) > (before.fine ?? 0) ||
    (now.value ?? 0) > (before.value ?? 0) ||
    differs
  )
}

export const same = (one: Weighed, other: Weighed): boolean => !heavier(one, other) && !heavier(other, one)

/** What a step was taken on: a later change is measured against it. */
export const weightOf = ({ sort, fine, text, value }: Proposal) => ({ sort, fine, text, value: value ?? null })

/** The proposal a step was taken on, where it says so. */
export function weighedIn({ data }: StepTaken): Weighed | null {
  const { sort, fine, text, value } = data ?? {}
  if (typeof sort !== 'string' || !Object.hasOwn(RANK, sort)) return null
  return {
    sort: sort as Proposal['sort'],
    fine: typeof fine === 'number' ? fine : null,
    text: typeof text === 'string' ? text : '',
    value: typeof value === 'number' ? value : null,
  }
}

/** May the party ask for a hearing (§63)? What a confiscated thing is worth is not known: then he may. */
export function hasHearingRight(look: Look, proposal: Proposal, party: Party): boolean {
  const { sort, fine, value } = proposal
  if (sort === 'suspension' || sort === 'revocation' || sort === 'other') return true
  const large = rule(look, party.kind === 'entity' ? 'hearing.fine.entity' : 'hearing.fine.person')
  return (fine ?? 0) >= large || (sort === 'confiscation' && (value ?? large) >= large)
}

/** Warnings, and fines up to the limit, may be decided on the spot (§51). */
export function isSimple(look: Look, { sort, fine, value }: Proposal, party: Party): boolean {
  if (sort === 'warning') return (fine ?? 0) === 0 && (value ?? 0) === 0
  const most = rule(look, party.kind === 'entity' ? 'simple.entity' : 'simple.person')
  return sort === 'fine' && (value ?? 0) === 0 && fine !== null && fine <= most
}
