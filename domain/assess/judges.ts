import type { Role, Town } from '../town.ts'
import { hasRole, stationOf } from '../feedback/parties.ts'

const DECIDE: readonly Role[] = ['supervisor', 'dispatcher', 'leader']

/** Who decides on an objection of a unit: supervisors who are neither of it nor objected themselves; where there is none, the command room, then the leaders. */
export function judgesOf(town: Town, unit: string, by: string): readonly string[] {
  const found = DECIDE.map((role) =>
    town.people
      .map(({ userid }) => userid)
      .filter((userid) => hasRole(town, userid, role) && userid !== by && stationOf(town, userid) !== unit),
  )
  return found.find((each) => each.length > 0) ?? []
}
