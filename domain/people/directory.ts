import type { World } from '../world.ts'
import type { Person, Role, Station, Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { onDutyOn } from './shift.ts'

/** A person with the township that lists him; a county shares people by id, the given town wins. */
export function findPerson(
  world: Pick<World, 'towns'>,
  userid: string,
  town?: string,
): Readonly<{ person: Person; town: Town }> | null {
  const found = world.towns.flatMap((t) => {
    const person = t.people.find((p) => p.userid === userid)
    return person ? [{ person, town: t }] : []
  })
  return found.find((f) => f.town.code === town) ?? found[0] ?? null
}

export function findTown(world: Pick<World, 'towns'>, code: string): Town {
  const town = world.towns.find((t) => t.code === code)
  if (!town) throw new Error(`township ${code} is not in the configuration any more`)
  return town
}

export function findStation(town: Town, id: string | null): Station | null {
  return town.stations.find((s) => s.id === id) ?? null
}

export function nameOf(town: Town, userid: string | null): string | null {
  if (userid === null) return null
  return town.people.find((p) => p.userid === userid)?.name ?? null
}

/** Who is on duty in a station on the day of `now`. */
export function onDuty(town: Town, station: Station, now: Date): readonly string[] {
  return onDutyOn(town, station, dayOf(now))
}

/** Does anybody hear what is sent to this unit? A group in which nobody works signs nothing. */
export function isStaffed(town: Town, { id, head, duty, group }: Station): boolean {
  return head !== null || duty.length > 0 || (group !== null && town.people.some(({ station }) => station === id))
}

export function withRole(town: Town, role: Role): readonly string[] {
  return town.people.filter((p) => p.roles.includes(role)).map((p) => p.userid)
}

/** The command room and the leaders may assign, rule and urge. */
export function isCommand(person: Person): boolean {
  return person.roles.includes('dispatcher') || person.roles.includes('leader')
}

export function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}
