import type { Person, Station, Town } from '../town.ts'
import { squeeze } from '../text/fold.ts'
import { literal } from '../text/literal.ts'
import { bySurname } from './wording-conduct.ts'
import { TITLES, withTitle } from './wording-accused.ts'

type IsSo = (name: string) => boolean
type Meant = (people: readonly Person[], surname: string) => readonly Person[]

/** People by surname and title (王队长) of whom something is so; where several fit, the heads of their units. */
export const titled = (said: string, town: Town, isSo: IsSo): readonly string[] =>
  meantBy(said, town, (people, surname) =>
    TITLES.flatMap(({ title, of }) => {
      const isMeant = namesIn(said, withTitle(literal(surname), title)).some(isSo)
      return isMeant
        ? headsOf(
            people.filter((person) => fits(person, of, town)),
            town,
          )
        : []
    }),
  )

/**
 * People by surname alone (小张, 姓张的): those of the `units` that are meant. Where none of these has such a name it may
 * be anybody in the township, of whom only what `isGrave` is told.
 */
export const called = (said: string, town: Town, units: readonly Station[], isSo: IsSo, isGrave: IsSo) =>
  meantBy(said, town, (people, surname) => {
    const names = namesIn(said, bySurname(literal(surname)))
    const theirs = people.filter(({ station }) => units.some(({ id }) => id === station))
    if (theirs.length > 0) return names.some(isSo) ? theirs : []
    return names.some(isGrave) ? people : []
  })

function meantBy(said: string, town: Town, meant: Meant): readonly string[] {
  const surnames = [...new Set(town.people.map(({ name }) => squeeze(name).slice(0, 1)))]
  return surnames
    .filter((surname) => surname !== '' && said.includes(surname))
    .flatMap((surname) =>
      meant(
        town.people.filter(({ name }) => squeeze(name).startsWith(surname)),
        surname,
      ),
    )
    .map(({ userid }) => userid)
}

const namesIn = (said: string, pattern: RegExp): string[] => [
  ...new Set([...said.matchAll(pattern)].map(([name]) => name)),
]

function headsOf(people: readonly Person[], { stations }: Town): readonly Person[] {
  const heads = people.filter(({ userid, station }) =>
    stations.some(({ id, head }) => id === station && head === userid),
  )
  return heads.length > 0 ? heads : people
}

function fits({ roles, station }: Person, of: string, town: Town): boolean {
  const unit = town.stations.find(({ id }) => id === station)
  if (of === 'any') return true
  if (of === 'leader') return roles.includes('leader')
  return of === 'police' ? unit?.kind === 'police' : unit?.name.endsWith(of) === true
}
