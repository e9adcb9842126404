import type { Person, Town } from '../town.ts'
import { squeeze } from '../text/fold.ts'
import { TITLES, withTitle } from './wording-accused.ts'

/** People by surname and title (王队长) of whom something is so; where several fit, the heads of their units. */
export function titled(said: string, town: Town, isSo: (name: string) => boolean): readonly string[] {
  const surnames = [...new Set(town.people.map(({ name }) => squeeze(name).slice(0, 1)))].filter((each) => each !== '')
  return surnames.flatMap((surname) => (said.includes(surname) ? ofSurname(said, surname, town, isSo) : []))
}

function ofSurname(said: string, surname: string, town: Town, isSo: (name: string) => boolean): string[] {
  const people = town.people.filter(({ name }) => squeeze(name).startsWith(surname))
  return TITLES.flatMap(({ title, of }) => {
    const names = new Set([...said.matchAll(withTitle(surname, title))].map(([name]) => name))
    const meant = [...names].some(isSo) ? people.filter((person) => fits(person, of, town)) : []
    const heads = meant.filter(({ userid, station }) =>
      town.stations.some(({ id, head }) => id === station && head === userid),
    )
    return (heads.length > 0 ? heads : meant).map(({ userid }) => userid)
  })
}

function fits({ roles, station }: Person, of: string, town: Town): boolean {
  const unit = town.stations.find(({ id }) => id === station)
  if (of === 'any') return true
  if (of === 'leader') return roles.includes('leader')
  return of === 'police' ? unit?.kind === 'police' : unit?.name.endsWith(of) === true
}
