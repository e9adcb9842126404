import type { Entry } from '../book/entry.ts'
import { isKind } from '../book/entry.ts'
import type { Absence, Swap, Town } from '../town.ts'

/** What changes who is on duty. */
export const CHANGES = ['leave', 'swap'] as const

/** The townships with the leave and the swaps that were agreed; `entries` newest first, as the store gives them. */
export function withChanges(towns: readonly Town[], entries: readonly Entry[]): readonly Town[] {
  const agreed = entries.filter(({ state }) => state === 'agreed').toReversed()
  return towns.map((town) =>
    changed(
      town,
      agreed.filter((entry) => entry.town === town.code),
    ),
  )
}

function changed(town: Town, entries: readonly Entry[]): Town {
  const { absences: _absences, swaps: _swaps, ...plain } = town
  const absences = entries.flatMap((entry): Absence[] => (isKind(entry, 'leave') ? [absence(entry)] : []))
  const swaps = entries.flatMap((entry): readonly Swap[] => (isKind(entry, 'swap') ? entry.data.shifts : []))
  return absences.length === 0 && swaps.length === 0 ? plain : { ...plain, absences, swaps }
}

export const absence = ({ data: { by, from, to } }: Entry<'leave'>): Absence => ({ userid: by, from, to })
