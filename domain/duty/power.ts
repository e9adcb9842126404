import type { Delegation, Duty, DutyMode, Town } from '../town.ts'
import { findStation } from '../people/directory.ts'

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
 * whistles for whoever may punish; others it hands over. A power that was lent ends with its document.
 */
export function powerOf(duty: Duty, station: string, town: Town, day: string): Power {
  const lent = delegationOf(duty, station, town, day)
  const holder = duty.punish ?? (duty.mode === 'own' ? duty.lead : null)
  const stop = stopOf(duty, station, holder, lent, day)
  const name = (id: string | null) => findStation(town, id)?.name ?? id
  return {
    mode: duty.mode,
    punish: stop === null && (duty.mode === 'own' || duty.mode === 'joint'),
    stop: duty.mode === 'refer' || duty.mode === 'transfer' ? null : stop,
    holder: stop === 'delegation-over' || stop === 'delegation-not-yet' ? (lent?.from ?? null) : name(holder),
    day: dayOfStop(stop, duty, lent),
    mentor: duty.mentorUntil !== null && day <= duty.mentorUntil ? duty.mentor : null,
    mentorUntil: duty.mentorUntil,
  }
}

/** The document under which a unit has a power it does not own: the one in force, else the last one. */
function delegationOf(duty: Duty, station: string, { delegations = [] }: Town, day: string): Delegation | null {
  const own = delegations.filter(({ items, to }) => to === station && items.includes(duty.code))
  const inForce = own.find(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil)
  return inForce ?? own.toSorted((a, b) => (a.validUntil < b.validUntil ? 1 : -1))[0] ?? null
}

function stopOf(duty: Duty, station: string, holder: string | null, lent: Delegation | null, day: string): Stop | null {
  if (duty.validUntil !== null && duty.validUntil < day) return 'item-over'
  if (lent) return lent.validUntil < day ? 'delegation-over' : lent.validFrom > day ? 'delegation-not-yet' : null
  return holder === station ? null : 'punish-elsewhere'
}

function dayOfStop(stop: Stop | null, duty: Duty, lent: Delegation | null): string | null {
  if (stop === 'item-over') return duty.validUntil
  if (stop === 'delegation-over') return lent?.validUntil ?? null
  return stop === 'delegation-not-yet' ? (lent?.validFrom ?? null) : null
}
