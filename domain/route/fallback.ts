import type { Town } from '../town.ts'
import { findStation, isStaffed, onDuty } from '../people/directory.ts'

/**
 * Who leads what nobody else does: the unit the township names, else the brigade, else the first of the list;
 * never one of the `barred`.
 */
export function fallbackLead(town: Town, barred: readonly string[] = []): string | null {
  const free = town.stations.filter(({ id }) => !barred.includes(id))
  const named = free.find(({ id }) => id === town.fallback?.station)
  return (named ?? free.find(({ kind }) => kind === 'brigade') ?? free[0])?.id ?? null
}

/** Is there anybody in this unit who would hear of a case? */
export function hasAnybody(town: Town, id: string, now: Date): boolean {
  const station = findStation(town, id)
  return station !== null && (onDuty(town, station, now).length > 0 || isStaffed(town, station))
}

/** Nothing is ownerless: `wanted` leads when it is there and has somebody, else the fallback, if that has. */
export function ownerOf(town: Town, wanted: string, now: Date): string | null {
  if (hasAnybody(town, wanted, now)) return wanted
  const instead = fallbackLead(town)
  return instead !== null && hasAnybody(town, instead, now) ? instead : null
}
