import type { Delegation, Duty, DutyMode, Town } from '../town.ts'
import { findStation, isStaffed } from '../people/directory.ts'

/** What stands in the way of a unit's own decision. */
export type Stop = 'punish-elsewhere' | 'delegation-over' | 'delegation-not-yet' | 'item-over'

/** What a unit may do about an item by itself. Names, not ids. */
export type Power = Readonly<{
  mode: DutyMode
  /** may it decide a penalty by itself? */
  punish: boolean
  stop: Stop | null
  /** whom to whistle for, or to hand over to */
  holder: string | null
  /** the day (YYYY-MM-DD) that matters to `stop` */
  day: string | null
  mentor: string | null
  mentorUntil: string | null
}>

/**
 * 看清单办事: what `station` may do about an item on `day` (YYYY-MM-DD): own items by itself; joint ones it looks into and
 * whistles for whoever may punish; others it hands over, unless it is itself who they are handed to. A power that was
 * lent ends with its document, also that of the unit to be whistled for.
 */
export function powerOf(duty: Duty, station: string, town: Town, day: string): Power {
  const holder = holderOf(duty)
  const found = stopOf(duty, station, holder, town, day)
  const { stop, lent } = found
  const handsOver = duty.mode === 'refer' || duty.mode === 'transfer'
  return {
    mode: duty.mode,
    punish: stop === null,
    stop: handsOver && stop === 'punish-elsewhere' ? null : stop,
    holder: lent && stop !== null ? lent.from : nameOf(holder, town),
    day: dayOfStop(stop, duty, lent),
    mentor: duty.mentorUntil !== null && day <= duty.mentorUntil ? guideOf(duty, town) : null,
    mentorUntil: duty.mentorUntil,
  }
}

/** Nobody, where it is a unit in which nobody works. */
function nameOf(holder: string | null, town: Town): string | null {
  const unit = findStation(town, holder)
  return unit === null ? holder : isStaffed(town, unit) ? unit.name : null
}

/** The department that guides, by its name; the list may give its id. */
const guideOf = ({ mentor }: Duty, town: Town): string | null => findStation(town, mentor)?.name ?? mentor

/** Who decides the penalty by the list; nobody, where it does not say. */
export const holderOf = ({ punish, mode, lead }: Duty): string | null => punish ?? (mode === 'own' ? lead : null)

/** The document under which a unit has a power it does not own: the one in force, else the last one. */
function delegationOf(duty: Duty, station: string, { delegations = [] }: Town, day: string): Delegation | null {
  const own = delegations.filter(({ items, to }) => to === station && items.includes(duty.code))
  const inForce = own.find(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil)
  return inForce ?? own.toSorted((a, b) => (a.validUntil < b.validUntil ? 1 : -1))[0] ?? null
}

type Stopped = Readonly<{ stop: Stop | null; lent: Delegation | null }>

function stopOf(duty: Duty, station: string, holder: string | null, town: Town, day: string): Stopped {
  if (duty.validUntil !== null && duty.validUntil < day) return { stop: 'item-over', lent: null }
  const own = underDocument(duty, station, town, day)
  if (own) return own
  if (holder === station) return { stop: null, lent: null }
  const theirs = holder === null ? null : underDocument(duty, holder, town, day)
  return theirs?.stop ? theirs : { stop: 'punish-elsewhere', lent: null }
}

/** What its document says of a unit that has a power which was lent; null where it has none such. */
function underDocument(duty: Duty, station: string, town: Town, day: string): Stopped | null {
  const lent = delegationOf(duty, station, town, day)
  if (!lent) return null
  if (lent.validUntil < day) return { stop: 'delegation-over', lent }
  return { stop: lent.validFrom > day ? 'delegation-not-yet' : null, lent }
}

function dayOfStop(stop: Stop | null, duty: Duty, lent: Delegation | null): string | null {
  if (stop === 'item-over') return duty.validUntil
  if (stop === 'delegation-over') return lent?.validUntil ?? null
  return stop === 'delegation-not-yet' ? (lent?.validFrom ?? null) : null
}
