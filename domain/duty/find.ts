import type { Handled } from '../notice.ts'
import type { Duty, Town } from '../town.ts'
import { findStation } from '../people/directory.ts'
import { isInForce, matchDuties } from '../route/match.ts'
import { squeeze } from '../text/fold.ts'

const MOST = 3

/** Items of the list that words mean: by keyword, by name or code, or by a part of the name. */
export function itemsFor(words: string, { duties }: Town, day: string): readonly Duty[] {
  const asked = squeeze(words)
  if (asked === '') return []
  const byWord = matchDuties(words, duties, day).map(({ duty }) => duty)
  if (byWord.length > 0) return byWord.slice(0, MOST)
  const inForce = duties.filter((duty) => isInForce(duty, day))
  return inForce.filter(({ code, name }) => squeeze(code) === asked || squeeze(name).includes(asked)).slice(0, MOST)
}

/** Names that share most pairs of characters with the words. */
export function nearItems(words: string, { duties }: Town): string[] {
  const asked = new Set(pairs(squeeze(words)))
  const rated = duties.map(({ name }) => ({
    name,
    shared: pairs(squeeze(name)).filter((pair) => asked.has(pair)).length,
  }))
  return rated
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ name }) => name)
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

/** An item by the names of those who deal with it. */
export function handled(duty: Duty, town: Town): Handled {
  const name = (id: string) => findStation(town, id)?.name ?? id
  const named = (id: string | null) => (id === null ? null : name(id))
  return {
    item: duty.name,
    mode: duty.mode,
    lead: name(duty.lead),
    assist: duty.assist.map(name),
    approve: named(duty.approve),
    supervise: named(duty.supervise),
    punish: named(duty.punish),
    legalBasis: duty.legalBasis,
  }
}
