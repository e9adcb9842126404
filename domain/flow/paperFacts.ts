import type { Entry } from '../book/entry.ts'
import type { Person, Town } from '../town.ts'
import { findPerson, findStation, isCommand, nameOf } from '../people/directory.ts'
import type { PaperFacts } from './said.ts'

export type PaperEntry = Entry<'paper'>

export function paperFacts({ no, state, at, data }: PaperEntry, town: Town): PaperFacts {
  return {
    no,
    title: data.title ?? '',
    from: findStation(town, data.from)?.name ?? null,
    by: nameOf(town, data.by) ?? '',
    to: (data.to ?? []).map((id) => findStation(town, id)?.name ?? id),
    files: data.files.length,
    at: at.toISOString(),
    state,
    read: Object.keys(data.read).length,
    of: data.readers.length,
  }
}

/** Who has not read it, of those who are still here. */
export const unreadBy = ({ data }: PaperEntry, town: Town): readonly string[] =>
  data.readers.filter((userid) => !(userid in data.read) && findPerson({ towns: [town] }, userid) !== null)

/** May this person know of the paper at all? Its sender, its units and the command room; to anyone else there is none. */
export function mayOpen({ data, state }: PaperEntry, { userid, station, roles }: Person): boolean {
  if (data.by === userid) return true
  if (state === 'draft' || state === 'dropped') return false
  if (data.readers.includes(userid) || roles.includes('dispatcher') || roles.includes('leader')) return true
  return station !== null && (station === data.from || (data.to ?? []).includes(station))
}

/** Who may know the names of those who have not read it: all of them, or those of his own unit. */
export function leftFor(entry: PaperEntry, person: Person, town: Town): readonly string[] {
  const all = unreadBy(entry, town)
  const seesAll = entry.data.by === person.userid || isCommand(person)
  const own = person.roles.includes('head') ? person.station : null
  const seen = seesAll ? all : all.filter((userid) => own !== null && stationOf(userid, town) === own)
  return seen.map((userid) => nameOf(town, userid) ?? userid)
}

export const stationOf = (userid: string, town: Town): string | null =>
  town.people.find((person) => person.userid === userid)?.station ?? null

/** He, the head of his unit, or the command room takes it back. */
export const mayWithdraw = ({ data }: PaperEntry, person: Person): boolean =>
  data.by === person.userid ||
  isCommand(person) ||
  (data.from !== null && person.station === data.from && person.roles.includes('head'))
