import type { Absence, Station, Town } from '../town.ts'
import { addDays } from '../calendar/zone.ts'
import { isUncovered } from '../people/shift.ts'
import { LOOK_AHEAD } from './limits.ts'

export function daysFrom(from: string, to: string, most: number): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) days.push(day)
  return days
}

/** Days on which nobody of the unit is on duty any more once this leave counts, though somebody was before. */
export function gapsOf(town: Town, station: Station, leave: Absence, today: string): readonly string[] {
  const after = { ...town, absences: [...(town.absences ?? []), leave] }
  const from = leave.from < today ? today : leave.from
  return daysFrom(from, leave.to, LOOK_AHEAD).filter(
    (day) => isUncovered(after, station, day) && !isUncovered(town, station, day),
  )
}
