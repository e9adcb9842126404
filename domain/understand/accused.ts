import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { literal } from '../text/literal.ts'
import { remembered } from '../text/remembered.ts'
import type { Station, Town } from '../town.ts'
import { withRole } from '../people/directory.ts'
import { called, titled } from './titled.ts'
import {
  ACCUSE_WHO_HAS_IT,
  ACCUSES,
  ACCUSES_UNIT,
  bareTitle,
  CALLED,
  CLAUSE,
  CLAUSE_END,
  COMPLAINS,
  COMPLAINT,
  GRAVE,
  KIN_OF_TITLE,
  MAY_ACCUSE,
  misconductOf,
  NEAR_IT,
  PEOPLE_OF,
  TIED_TO,
  UNIT_END,
} from './wording-accused.ts'
import { COMMAND_ROOM_NAMES, LEADER_TITLES, NICKNAMES, OF_A_PERSON, TIED_PERSON } from './wording-conduct.ts'

/** Whom of the township a text complains about: ids of units whose people are meant, and userids of people by name. */
export type Accused = Readonly<{ stations: readonly string[]; people: readonly string[] }>

type Told = Readonly<{ text: string; understood: Readonly<{ accused?: Accused }> | null }>

const NOBODY: Accused = { stations: [], people: [] }
/** So much before a name may say that it is a complaint. */
const BEFORE = 20

const found = remembered(accused)

/**
 * Units and people a text accuses. A name beside somebody else's misdeed is only a mention.
 * `has` is the unit that has the case: 「你们队长收了钱」 is said of it.
 */
export const accusedIn = (text: string, town: Town, has: string | null = null): Accused => found(text, town, has ?? '')

/** Whom a case accuses: by what was told first, and by what was added since. */
export function accusedOf({ text, understood }: Told, town: Town): Accused {
  const later = understood?.accused
  return later ? both(accusedIn(text, town), later) : accusedIn(text, town)
}

export const isAnybody = ({ stations, people }: Accused): boolean => stations.length + people.length > 0

export const both = (a: Accused, b: Accused): Accused => ({
  stations: [...new Set([...a.stations, ...b.stations])],
  people: [...new Set([...a.people, ...b.people])],
})

function accused(text: string, town: Town, has: string): Accused {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const unit = town.stations.find(({ id }) => id === has) ?? null
  if (!MAY_ACCUSE.test(said)) return unit ? whoHasIt(said, unit) : NOBODY
  const named: Accused = {
    stations: town.stations.filter((each) => namesOf(each).some((name) => isAccused(said, name, 'unit'))).map(byId),
    people: [...new Set(peopleIn(said, town, unit))],
  }
  return unit && !isAnybody(named) ? whoHasIt(said, unit) : named
}

/** By name, by surname and title, by surname alone, or by what they are. */
function peopleIn(said: string, town: Town, has: Station | null): string[] {
  const isSo = (name: string) => isAccused(said, name, 'person')
  const isGrave = (name: string) => isAccused(said, name, 'anybody')
  const named = town.stations.filter((each) => namesOf(each).some((name) => name.length > 1 && said.includes(name)))
  const known = [
    ...town.people.filter(({ name }) => isSo(squeeze(name))).map(({ userid }) => userid),
    ...titled(said, town, isSo),
    ...called(said, town, named.length > 0 || !has ? named : [has], isSo, isGrave),
  ]
  return known.length > 0 ? known : inOffice(said, town)
}

/** 「指挥室压着不派」, 「镇长他小舅子」: all who are that. */
function inOffice(said: string, town: Town): string[] {
  const isSaid = (names: readonly string[], whom: Whom) => names.some((name) => isAccused(said, name, whom))
  const room = isSaid(COMMAND_ROOM_NAMES, 'unit') ? withRole(town, 'dispatcher') : []
  const leaders = isSaid(LEADER_TITLES, 'anybody') ? withRole(town, 'leader') : []
  return [...room, ...leaders]
}

const byId = ({ id }: Station): string => id
const TITLE_IS_TOLD = [ACCUSES, COMPLAINT, KIN_OF_TITLE]

/** Nobody is named, and it is said of those who have the case. */
function whoHasIt(said: string, { id, name }: Station): Accused {
  const end = literal(squeeze(name).slice(-1))
  const title = bareTitle(end)
  const isTitle = said
    .split(CLAUSE_END)
    .some((clause) => title.test(clause) && TITLE_IS_TOLD.some((told) => told.test(clause)))
  return isTitle || [...ACCUSE_WHO_HAS_IT, misconductOf(end)].some((pattern) => pattern.test(said))
    ? { stations: [id], people: [] }
    : NOBODY
}

/** 城管中队, and 城管 as people say it. */
function namesOf({ name, kind, aliases = [] }: Station): string[] {
  const whole = squeeze(name)
  const nicknames = NICKNAMES.flatMap(([of, names]) => (of.test(whole) ? names : []))
  return [...new Set([whole, whole.replace(UNIT_END, ''), ...aliases.map(squeeze), ...nicknames, ...CALLED[kind]])]
}

/** `anybody` = the name may be that of somebody else: only what is grave counts. */
type Whom = 'unit' | 'person' | 'anybody'

/** Is it said of this name, or, of a unit, of its people? */
function isAccused(said: string, name: string, whom: Whom): boolean {
  if (name.length < 2) return false
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const before = said.slice(Math.max(0, at - BEFORE), at)
    const after = said.slice(at + name.length, at + name.length + 40)
    if (SAID_OF[whom](before, after)) return true
  }
  return false
}

const SAID_OF: Readonly<Record<Whom, (before: string, after: string) => boolean>> = {
  unit: (before, after) =>
    isTied(before, after) || ACCUSES_UNIT.test(after) || (PEOPLE_OF.test(after) && isToldOf(before, after)),
  person: (before, after) =>
    isTied(before, after) || isToldOf(before, after) || TIED_PERSON.test(before) || OF_A_PERSON.test(clauseOf(after)),
  anybody: (_before, after) => GRAVE.test(clauseOf(after)),
}

const clauseOf = (after: string): string => CLAUSE.exec(after)?.[0] ?? ''
const isTied = (before: string, after: string): boolean => TIED_TO.test(before) && !NEAR_IT.test(after)
const isToldOf = (before: string, after: string): boolean => ACCUSES.test(clauseOf(after)) || COMPLAINS.test(before)
