import { z } from 'zod'
import { dayOf } from '../../domain/calendar/zone.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { onDutyOn } from '../../domain/people/shift.ts'
import { ROLES, type Person, type Station, type Town } from '../../domain/town.ts'
import type { Load } from '../../store/store.ts'
import { UNIT_KINDS } from '../wording/units.ts'

const counts = { open: z.number(), overdue: z.number(), finished: z.number() }
const personShape = z.object({
  userid: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  ...counts,
  onDuty: z.boolean(),
  /** on leave today; YYYY-MM-DD */
  away: z.object({ from: z.string(), to: z.string() }).nullable(),
})

/** A unit with what it has in hand and who is there today. */
export const unitShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  head: z.string().nullable(),
  ...counts,
  today: z.array(z.string()),
  people: z.array(personShape),
})
type Unit = z.infer<typeof unitShape>

export function unitOf(town: Town, station: Station, loads: readonly Load[], now: Date): Unit {
  const day = dayOf(now)
  const duty = onDutyOn(town, station, day)
  const staff = town.people.filter((person) => person.station === station.id)
  return {
    id: station.id,
    name: station.name,
    kind: UNIT_KINDS[station.kind],
    head: nameOf(town, station.head),
    ...sum(loads.filter(({ lead }) => lead === station.id)),
    today: duty.map((userid) => nameOf(town, userid) ?? userid),
    people: staff.map((person) => memberOf(town, person, loads, duty, day)),
  }
}

/** What somebody holds counts for him whichever unit leads it. */
function memberOf(town: Town, person: Person, loads: readonly Load[], duty: readonly string[], day: string) {
  const { userid, name, roles } = person
  const away = (town.absences ?? []).find((each) => each.userid === userid && each.from <= day && day <= each.to)
  return {
    ...{ userid, name, roles: [...roles] },
    ...sum(loads.filter(({ holder }) => holder === userid)),
    onDuty: duty.includes(userid),
    away: away ? { from: away.from, to: away.to } : null,
  }
}

const sum = (loads: readonly Load[]) => ({
  open: total(loads, 'open'),
  overdue: total(loads, 'overdue'),
  finished: total(loads, 'finished'),
})

const total = (loads: readonly Load[], of: 'open' | 'overdue' | 'finished'): number =>
  loads.reduce((all, load) => all + load[of], 0)
