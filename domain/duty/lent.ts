import type { Delegation, Duty, Town } from '../town.ts'

/** How a document by which a power was lent stands on a day. */
export type LentState = 'in-force' | 'over' | 'not-yet'

/** What was lent for an item, to each unit by the document that counts for it on `day`. */
export function delegationsOf(
  { code }: Duty,
  { delegations = [] }: Pick<Town, 'delegations'>,
  day: string,
): (Delegation & Readonly<{ state: LentState }>)[] {
  const all = delegations
    .filter(({ items }) => items.includes(code))
    .map((each) => ({ ...each, state: stateOf(each, day) }))
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.validUntil < b.validUntil ? 1 : -1))
  return all.filter(({ to }, i) => all.findIndex((other) => other.to === to) === i)
}

const RANK: Readonly<Record<LentState, number>> = { 'in-force': 0, 'not-yet': 1, over: 1 }

function stateOf({ validFrom, validUntil }: Delegation, day: string): LentState {
  return validUntil < day ? 'over' : validFrom > day ? 'not-yet' : 'in-force'
}
