import { namesDuty } from '../route/match.ts'
import { findPlace } from '../route/place.ts'
import { mentionsIn } from '../route/mention.ts'
import { blanksIn, squeeze } from '../text/fold.ts'
import type { Place } from '../task.ts'
import type { Town } from '../town.ts'
import { CIRCUMSTANCE, LITTLE_WORDS, REACHES, SPOT_WORDS } from './wording-bare.ts'

/** With fewer characters than this left, a clause tells of no problem. */
const LEAST = 2

/**
 * A clause that only says where, when, how often or how bad, or who will not see to it: it belongs to what stands beside
 * it. Whatever else the duty list has a word for is a matter.
 */
export function isBare(clause: string, town: Town): boolean {
  const matter = without(clause, town).replace(CIRCUMSTANCE, ' ')
  return lengthOf(matter) < LEAST && !namesDuty(matter, town.duties)
}

/** How many characters of a clause say more than where, when, how often and how bad. */
export const substance = (clause: string, town: Town): number =>
  lengthOf(without(clause, town).replace(CIRCUMSTANCE, ' '))

const lengthOf = (matter: string): number => [...matter.replace(LITTLE_WORDS, '').replaceAll(' ', '')].length

/** The village a clause says something is in. Where a smell or the noise reaches to, it is not. */
export function placeNamed(clause: string, town: Town): Place | null {
  if (REACHES.test(squeeze(clause)) || !namesHere(clause, town)) return null
  const found = findPlace(clause, [town])
  return found && found.ambiguous.length === 0 && found.place.code !== null ? found.place : null
}

const namesHere = (clause: string, town: Town): boolean =>
  mentionsIn(squeeze(clause), blanksIn(clause), [town]).some(({ stands }) => stands === 'here')

/** Without the names of villages, and the spots in them. */
function without(clause: string, town: Town): string {
  const said = squeeze(clause)
  const names = mentionsIn(said, blanksIn(clause), [town]).map(({ entries }) => entries[0]?.written ?? '')
  const rest = names.reduce((left, name) => (name === '' ? left : left.replaceAll(name, '')), said)
  return (names.length > 0 ? rest.replace(SPOT_WORDS, '') : rest).replace(/[^\p{L}\p{N}]/gu, '')
}
