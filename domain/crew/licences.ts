import type { Calendar } from '../calendar/calendar.ts'
import type { Person, Station, Town } from '../town.ts'
import { isWorkday } from '../calendar/workday.ts'
import { addDays, dayFrom } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { isLicensed } from '../people/licence.ts'

/** 执法证, or 法律职业资格证 and 行政执法监督证. `days` below 0 = over; `until` null = none is registered. */
export type Expiring = Readonly<{
  userid: string
  what: 'licence' | 'certificate'
  until: string | null
  days: number | null
}>

/** What ends later is nobody's worry yet. */
const WITHIN = 90

/** Whose licence or certificate is over, ends soon or is missing, the first to end first. */
export function expiring(town: Town, people: readonly Person[], day: string): readonly Expiring[] {
  const all = people.flatMap((person) => [
    ...ending(person.userid, 'licence', person.licenceUntil, day),
    ...ending(person.userid, 'certificate', person.certificateUntil ?? null, day),
    ...(mustHave(town, person) && person.licence === null
      ? [{ userid: person.userid, what: 'licence' as const, until: null, days: null }]
      : []),
  ])
  return all.toSorted((a, b) => (a.days ?? WITHIN + 1) - (b.days ?? WITHIN + 1))
}

function ending(userid: string, what: Expiring['what'], until: string | null, day: string): Expiring[] {
  const days = until === null ? null : dayFrom(until) - dayFrom(day)
  return days !== null && days <= WITHIN ? [{ userid, what, until, days }] : []
}

const ENFORCES: readonly Station['kind'][] = ['brigade', 'resident']

/** Police and departments have powers of their own, and other papers. */
export const mustHave = (town: Town, { roles, station }: Person): boolean =>
  roles.includes('officer') && ENFORCES.includes(findStation(town, station)?.kind ?? 'police')

/** Officers of the units of a head who have no valid licence on the day: named to him on the first working day of a month. */
export function unlicensed(town: Town, head: string, day: string): readonly Person[] {
  const own = town.stations.filter((station) => station.head === head).map(({ id }) => id)
  return town.people.filter(
    (person) => own.includes(person.station ?? '') && mustHave(town, person) && !isLicensed(person, day),
  )
}

export function isFirstWorkday(day: string, calendar: Calendar): boolean {
  if (!isWorkday(calendar, day)) return false
  const month = day.slice(0, 7)
  for (let before = addDays(day, -1); before.startsWith(month); before = addDays(before, -1))
    if (isWorkday(calendar, before)) return false
  return true
}
