import type { Handled, Lapsed } from '../notice.ts'
import type { Duty, Town } from '../town.ts'
import { findStation, isStaffed } from '../people/directory.ts'
import { fallbackLead } from '../route/fallback.ts'
import { isInForce, matchDuties } from '../route/match.ts'
import { squeeze } from '../text/fold.ts'

const MOST = 3

/** Items of the list that words mean: by keyword, by name or code, or by a part of the name. */
export function itemsFor(words: string, { duties }: Pick<Town, 'duties'>, day: string): readonly Duty[] {
  const asked = squeeze(words)
  if (asked === '') return []
  const byWord = matchDuties(words, duties, day).map(({ duty }) => duty)
  if (byWord.length > 0) return byWord.slice(0, MOST)
  const inForce = duties.filter((duty) => isInForce(duty, day))
  return inForce.filter(({ code, name }) => squeeze(code) === asked || squeeze(name).includes(asked)).slice(0, MOST)
}

/** Names that share most pairs of characters with the words. */
export function nearItems(words: string, { duties }: Town, day: string): string[] {
  const asked = new Set(pairs(squeeze(words)))
  const inForce = duties.filter((duty) => isInForce(duty, day))
  const rated = inForce.map(({ name }) => ({
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

/** Items the words mean that ended or have not begun, and the one that is to be followed now. */
export function lapsedItems(words: string, { duties }: Town, day: string): Lapsed[] {
  const asleep = duties.filter((duty) => !isInForce(duty, day))
  const always = asleep.map((duty) => ({ ...duty, validFrom: null, validUntil: null }))
  const meant = itemsFor(words, { duties: always }, day).map(({ code, name }) => `${code} ${name}`)
  return asleep
    .filter(({ code, name }) => meant.includes(`${code} ${name}`))
    .map((duty) => ({
      item: duty.name,
      until: duty.validUntil !== null && duty.validUntil < day ? duty.validUntil : null,
      from: duty.validFrom,
      instead: insteadOf(duty, duties, day),
    }))
}

/** The item in force that shares most keywords with this one, or its name. */
function insteadOf(duty: Duty, duties: readonly Duty[], day: string): string | null {
  const rated = duties
    .filter((other) => isInForce(other, day))
    .map((other) => ({
      name: other.name,
      shared: (other.name === duty.name ? 1 : 0) + other.keywords.filter((word) => duty.keywords.includes(word)).length,
    }))
  const [best] = rated.filter(({ shared }) => shared > 0).toSorted((a, b) => b.shared - a.shared)
  return best?.name ?? null
}

/** Who leads by the list; who leads instead, where that unit is gone or nobody works there. */
function leadOf({ lead }: Duty, town: Town): string {
  const unit = findStation(town, lead)
  return unit !== null && isStaffed(town, unit) ? lead : (fallbackLead(town) ?? lead)
}

/** An item by the names of those who deal with it. */
export function handled(duty: Duty, town: Town): Handled {
  const name = (id: string) => findStation(town, id)?.name ?? id
  const named = (id: string | null) => (id === null ? null : name(id))
  return {
    item: duty.name,
    mode: duty.mode,
    lead: name(leadOf(duty, town)),
    assist: duty.assist.map(name),
    approve: named(duty.approve),
    supervise: named(duty.supervise),
    punish: named(duty.punish),
    legalBasis: duty.legalBasis,
  }
}
