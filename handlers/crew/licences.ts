import { dayOf } from '../../domain/calendar/zone.ts'
import { expiring } from '../../domain/crew/licences.ts'
import { findStation, isCommand, nameOf } from '../../domain/people/directory.ts'
import type { Person, Town } from '../../domain/town.ts'
import { refusal } from '../acts.ts'
import type { OnCommand } from '../slice.ts'
import { answer } from '../turn.ts'
import { staffOf } from './found.ts'

/** 证件: for the command room and who watches over all of them everybody's, for a head those of his unit. */
export const onLicences: OnCommand = async (turn) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { person, town } = staff
  const people = lookedAfter(town, person)
  if (people === null) return refusal('licences-who', null)
  const items = expiring(town, people, dayOf(turn.world.now)).map(({ userid, ...rest }) => ({
    name: nameOf(town, userid) ?? '',
    station: findStation(town, town.people.find((each) => each.userid === userid)?.station ?? null)?.name ?? null,
    ...rest,
  }))
  return answer('licences', { kind: 'licences', items })
}

function lookedAfter({ people, stations }: Town, person: Person): readonly Person[] | null {
  if (isCommand(person) || person.roles.some((role) => role === 'supervisor' || role === 'admin')) return people
  const own = stations.filter(({ head }) => head === person.userid).map(({ id }) => id)
  return own.length > 0 ? people.filter(({ station }) => own.includes(station ?? '')) : null
}
