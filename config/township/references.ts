import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { type Notes, type Reference, refuse, warn } from './notes.ts'
import type { Township } from './read.ts'

type Named = Readonly<{ id: string; name: string }>
type Known = Readonly<Record<Reference['kind'], readonly Named[]>>

const peopleOf = ({ file }: Township): Named[] => (file?.people ?? []).map(({ userid, name }) => ({ id: userid, name }))

/** Stations are a town's own; people and groups are shared by the whole county. */
const knownTo = (town: Township, county: readonly Township[]): Known => ({
  station: town.file?.stations ?? [],
  person: county.flatMap(peopleOf),
  group: county.flatMap(({ file }) => file?.groups ?? []),
})

/** What was probably meant: the id of the thing that goes by this name, or the nearest id. */
function guess(written: string, known: readonly Named[]): string | null {
  return (
    known.find(({ name }) => name === written)?.id ??
    nearest(
      written,
      known.map(({ id }) => id),
    )
  )
}

/** The same of a list that is tried by itself: it names units and people of its township. */
export function checkNamed(
  notes: Notes,
  {
    stations,
    people,
  }: Readonly<{ stations: readonly Named[]; people: readonly Readonly<{ userid: string; name: string }>[] }>,
): void {
  const known = { station: stations, person: people.map(({ userid, name }) => ({ id: userid, name })), group: [] }
  for (const reference of notes.references) check({ notes }, known, reference)
}

function check(town: Pick<Township, 'notes'>, known: Known, { where, kind, id, grave }: Reference): void {
  const things = known[kind]
  if (things.some((thing) => thing.id === id)) return
  const meant = guess(id, things)
  if (grave) refuse(town.notes, where, wording.unknownReference(kind, id, meant))
  else warn(town.notes, where, wording.outsideDepartment(id, meant))
}

/** Checks that every id that is used is defined. Where a town.yaml could not be read, only that is reported. */
export function checkReferences(county: readonly Township[]): void {
  const allRead = county.every(({ file }) => file !== null)
  for (const town of county) {
    if (town.file === null) continue
    const known = knownTo(town, county)
    const checkable = town.notes.references.filter(({ kind }) => kind === 'station' || allRead)
    for (const reference of checkable) check(town, known, reference)
  }
}
