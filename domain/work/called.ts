import type { Person, Town } from '../town.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { isWorkday } from '../calendar/workday.ts'
import { onDuty, unique, withRole } from '../people/directory.ts'
import { isAway, rosteredOn } from '../people/shift.ts'

/** Who looks at his work this morning: on a working day those on duty, the heads and the dispatchers; on a free day who is rostered. */
export function called(town: Town, { now, calendar }: Pick<World, 'now' | 'calendar'>): readonly Person[] {
  const today = dayOf(now)
  const ids = isWorkday(calendar, today)
    ? [
        ...town.stations.flatMap((station) => [
          ...onDuty(town, station, now),
          ...[station.head].flatMap((id) => id ?? []),
        ]),
        ...withRole(town, 'dispatcher'),
      ]
    : town.stations.flatMap((station) => rosteredOn(town, station, today))
  return unique(ids.filter((id) => !isAway(town, id, today))).flatMap(
    (id) => town.people.find(({ userid }) => userid === id) ?? [],
  )
}
