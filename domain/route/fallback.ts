import type { Town } from '../town.ts'
import { findStation } from '../people/directory.ts'

/** Who leads what nobody else does: the unit the township names, else the brigade, else the first of the list. */
export function fallbackLead(town: Town): string | null {
  const named = findStation(town, town.fallback?.station ?? null)
  const found = named ?? town.stations.find(({ kind }) => kind === 'brigade') ?? town.stations[0]
  return found?.id ?? null
}

/** Is there anybody in this unit who would hear of a case? */
export function hasAnybody(town: Town, id: string): boolean {
  const station = findStation(town, id)
  if (!station) return false
  const rostered = town.roster.some((shift) => shift.station === id)
  return station.duty.length > 0 || station.head !== null || station.group !== null || rostered
}

/** Nothing is ownerless: `wanted` leads when it is there and has somebody, else the fallback, if that has. */
export function ownerOf(town: Town, wanted: string): string | null {
  if (hasAnybody(town, wanted)) return wanted
  const instead = fallbackLead(town)
  return instead !== null && hasAnybody(town, instead) ? instead : null
}
