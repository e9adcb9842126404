import { LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { ACCUSES, PEOPLE_OF } from './wording-accused.ts'

/** Whom of the township a text complains about: ids of units whose people are meant, and userids of people by name. */
export type Accused = Readonly<{ stations: readonly string[]; people: readonly string[] }>

const NOBODY: Accused = { stations: [], people: [] }

/** Units and people a text accuses. Without a word of complaint a name is only a mention. */
export function accusedIn(text: string, town: Town): Accused {
  const said = squeeze(text.slice(0, LOOKED_AT))
  if (!ACCUSES.test(said)) return NOBODY
  return {
    stations: town.stations.filter(({ name }) => isOfPeople(said, squeeze(name))).map(({ id }) => id),
    people: town.people.filter(({ name }) => name.length > 1 && said.includes(squeeze(name))).map((p) => p.userid),
  }
}

function isOfPeople(said: string, name: string): boolean {
  for (let at = said.indexOf(name); name !== '' && at >= 0; at = said.indexOf(name, at + 1))
    if (PEOPLE_OF.test(said.slice(at + name.length))) return true
  return false
}
