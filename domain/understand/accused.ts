import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'
import type { Town } from '../town.ts'
import { ACCUSES, CLAUSE, COMPLAINS, COMPLAINT, PEOPLE_OF, UNIT_END } from './wording-accused.ts'

/** Whom of the township a text complains about: ids of units whose people are meant, and userids of people by name. */
export type Accused = Readonly<{ stations: readonly string[]; people: readonly string[] }>

const NOBODY: Accused = { stations: [], people: [] }
/** So much before a name may say that it is a complaint. */
const BEFORE = 20

/** Units and people a text accuses. A name beside somebody else's misdeed is only a mention. */
export const accusedIn = remembered(accused)

function accused(text: string, town: Town): Accused {
  const said = squeeze(text.slice(0, LOOKED_AT))
  if (!ACCUSES.test(said) && !COMPLAINT.test(said)) return NOBODY
  return {
    stations: town.stations
      .filter(({ name }) => namesOf(name).some((each) => isAccused(said, each, true)))
      .map(({ id }) => id),
    people: town.people.filter(({ name }) => isAccused(said, squeeze(name), false)).map(({ userid }) => userid),
  }
}

/** 城管中队, and 城管 as people say it. */
function namesOf(name: string): string[] {
  const whole = squeeze(name)
  return [...new Set([whole, whole.replace(UNIT_END, '')])]
}

/** Is it said of this name, or, of a unit, of its people? */
function isAccused(said: string, name: string, ofPeople: boolean): boolean {
  if (name.length < 2) return false
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const after = said.slice(at + name.length, at + name.length + 40)
    if (ofPeople && !PEOPLE_OF.test(after)) continue
    if (ACCUSES.test(CLAUSE.exec(after)?.[0] ?? '') || COMPLAINS.test(said.slice(Math.max(0, at - BEFORE), at)))
      return true
  }
  return false
}
