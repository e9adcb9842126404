import type { Station, Town } from '../town.ts'

type Plan = Pick<Town, 'roster' | 'absences' | 'swaps'>

/** Is this person on leave on a day (YYYY-MM-DD)? */
export function isAway({ absences = [] }: Pick<Town, 'absences'>, userid: string, day: string): boolean {
  return absences.some((each) => each.userid === userid && each.from <= day && day <= each.to)
}

/** Who the roster has in a station on a day, with the shifts that were swapped; none where the roster says nothing of it. */
export function rosteredOn(plan: Plan, station: Station, day: string): readonly string[] {
  const lines = plan.roster.filter((shift) => shift.station === station.id && shift.date === day)
  return swapped(
    plan,
    station,
    day,
    lines.map(({ userid }) => userid),
  )
}

/** Who should be on duty: by the roster of that day, else by the default list. */
function plannedOn(plan: Plan, station: Station, day: string): readonly string[] {
  const rostered = rosteredOn(plan, station, day)
  return rostered.length > 0 ? rostered : swapped(plan, station, day, station.duty)
}

/** Who is on duty in a station on a day: who is planned and not on leave; where all of them are, the head or whoever else is there. */
export function onDutyOn(plan: Plan, station: Station, day: string): readonly string[] {
  const planned = plannedOn(plan, station, day)
  const present = planned.filter((id) => !isAway(plan, id, day))
  return present.length > 0 ? present : standIn(plan, station, day, planned)
}

/** Is everybody who was planned on leave? */
export function isUncovered(plan: Plan, station: Station, day: string): boolean {
  const planned = plannedOn(plan, station, day)
  return planned.length > 0 && planned.every((id) => isAway(plan, id, day))
}

/** A case must reach somebody: where nobody is there, the head all the same. */
function standIn(plan: Plan, { head, duty }: Station, day: string, planned: readonly string[]): readonly string[] {
  const others = [...(head === null ? [] : [head]), ...duty]
  const found = others.find((id) => !isAway(plan, id, day)) ?? head ?? planned[0]
  return found === undefined ? [] : [found]
}

function swapped({ swaps = [] }: Plan, { id }: Station, day: string, planned: readonly string[]): readonly string[] {
  const ofDay = swaps.filter(({ date, station }) => date === day && station === id)
  const after = ofDay.reduce((ids, swap) => ids.map((each) => (each === swap.out ? swap.in : each)), planned)
  return [...new Set(after)]
}
