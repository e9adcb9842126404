import type { Handled, Lapsed } from '../facts.ts'
import type { Duty, Town } from '../town.ts'
import { delegationsOf } from './lent.ts'
import { holderOf, powerOf } from './power.ts'
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
export const nearItems = (words: string, { duties }: Town, day: string): string[] =>
  sharing(words, duties, day, ({ name }) => [name]).map(({ name }) => name)

/** Longer words share a pair with something by chance. */
const SHORT = 10

/** Where no item is called so: those whose words are nearest, 「占地盖房子」, 「烧秸杆」. */
export function likeItems(words: string, { duties }: Town, day: string): readonly Duty[] {
  const least = squeeze(words).length <= SHORT ? 1 : 2
  return sharing(words, duties, day, ({ name, keywords }) => [name, ...keywords], least)
}

function sharing(
  words: string,
  duties: readonly Duty[],
  day: string,
  of: (duty: Duty) => readonly string[],
  least = 1,
): Duty[] {
  const asked = new Set(pairs(squeeze(words)))
  const shared = (duty: Duty) => {
    const own = new Set(of(duty).flatMap((each) => pairs(squeeze(each))))
    return [...asked].filter((pair) => own.has(pair)).length
  }
  return duties
    .filter((duty) => isInForce(duty, day))
    .map((duty) => ({ duty, score: shared(duty) }))
    .filter(({ score }) => score >= least)
    .toSorted((x, y) => y.score - x.score)
    .slice(0, MOST)
    .map(({ duty }) => duty)
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

/** An item by the names of those who deal with it, as the card of its lead says it on `day`. */
export function handled(duty: Duty, town: Town, day: string): Handled {
  const name = (id: string) => findStation(town, id)?.name ?? id
  const named = (id: string | null) => (id === null ? null : name(id))
  return {
    item: duty.name,
    mode: duty.mode,
    lead: name(leadOf(duty, town)),
    assist: duty.assist.map(name),
    approve: named(duty.approve),
    supervise: named(duty.supervise),
    punish: named(holderOf(duty)),
    legalBasis: duty.legalBasis,
    power: powerOf(duty, duty.lead, town, day),
    lent: delegationsOf(duty, town, day).map(({ from, to, doc, state, validFrom, validUntil }) => ({
      from,
      to: name(to),
      doc,
      state,
      until: state === 'not-yet' ? validFrom : validUntil,
    })),
  }
}
