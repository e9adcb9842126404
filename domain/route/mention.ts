import { squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { entriesAt, gazetteer, type Entry } from './gazetteer.ts'
import { isSpot, stepsIn } from './spot.ts'
import { FAMILY, OTHER_NAME, PEOPLE_AFTER, PLACE_AFTER, PLACE_BEFORE, SIDE_OF, TOWN_END } from './wording.ts'
import {
  ASKS_BACK,
  CARRIED_AFTER,
  CARRIED_BEFORE,
  COMMON_VILLAGE,
  DENIED_BEFORE,
  FIRM_OF,
  FROM_BEFORE,
  I_BEFORE,
  LIVES_AFTER,
  OF_AFTER,
  PEOPLE_OF,
  RUNS_ON,
  RUNS_ON_COMMON,
  SOMEBODY_OF,
} from './wording-mention.ts'

/**
 * A name in a text: where it happens, or (`of`) whose people or firm they are, or (`from`) where somebody or something
 * comes from, or where it is `not`.
 */
export type Mention = Readonly<{ at: number; entries: readonly Entry[]; stands: 'here' | 'of' | 'from' | 'not' }>

const LOOKED_BACK = 8

/** All names of villages in a text, the longest of those that begin at one character. */
export function mentionsIn(said: string, blanks: ReadonlySet<number>, towns: readonly Town[]): Mention[] {
  const places = gazetteer(towns)
  const found: Mention[] = []
  for (let at = 0; at < said.length; at++) {
    const entries = entriesAt(places, said, at).filter((entry) =>
      isPlace(entry, said, at, wordBefore(said, at, blanks), towns),
    )
    const length = entries[0]?.written.length
    if (!length) continue
    found.push({ at, entries: longestOf(entries), stands: standing(before(said, at), said.slice(at + length)) })
  }
  return found
}

/** 王家村村口 is listed in one township, but 王家村 of another has a 村口 too. */
function longestOf([first, ...others]: readonly Entry[]): Entry[] {
  if (!first) return []
  const rest = ({ written }: Entry) => first.written.slice(written.length)
  const isRival = (entry: Entry) => !entry.short && entry.town !== first.town && isSpot(rest(entry))
  return [first, ...others.filter((entry) => rest(entry) === '' || isRival(entry))]
}

const before = (said: string, at: number): string => said.slice(Math.max(0, at - LOOKED_BACK), at)

/** The characters before a position that may belong to the same word. */
function wordBefore(said: string, at: number, blanks: ReadonlySet<number>): string {
  const from = [at, at - 1, at - 2].find((position) => blanks.has(position)) ?? at - 3
  return said.slice(Math.max(0, from), at)
}

function isPlace(entry: Entry, said: string, at: number, word: string, towns: readonly Town[]): boolean {
  const after = said.slice(at + entry.written.length)
  if (OTHER_NAME.test(word) && !SIDE_OF.test(word)) return false
  if (runsOn(entry.written, after) || towns.some((town) => inNameOfTown(town, said, at))) return false
  if (!entry.short) return true
  if (PLACE_AFTER.test(after))
    return PLACE_BEFORE.test(word) || namesTown(entry.town, said.slice(0, at)) || stepsIn(after) !== ''
  return PEOPLE_AFTER.test(after) && PLACE_BEFORE.test(word) && !(FAMILY.test(entry.written) && word === '')
}

function runsOn(written: string, after: string): boolean {
  if (COMMON_VILLAGE.test(written) && RUNS_ON_COMMON.test(after)) return true
  return RUNS_ON[written.at(-1) ?? '']?.test(after) ?? false
}

/** 石门 is not in 青石门市部: the 石 is that of 青石镇. */
function inNameOfTown(town: Town, said: string, at: number): boolean {
  const name = stemOf(town)
  const from = Math.max(0, at - name.length + 1)
  const begins = said.slice(from, at + name.length - 1).indexOf(name)
  return begins >= 0 && from + begins < at
}

function standing(head: string, after: string): Mention['stands'] {
  if (DENIED_BEFORE.test(head) && !ASKS_BACK.test(after)) return 'not'
  if (FROM_BEFORE.test(head) || LIVES_AFTER.test(after) || (I_BEFORE.test(head) && OF_AFTER.test(after))) return 'from'
  if (CARRIED_BEFORE.test(head) && CARRIED_AFTER.test(after)) return 'from'
  return PEOPLE_OF.test(after) || SOMEBODY_OF.test(after) || FIRM_OF.test(after) ? 'of' : 'here'
}

const stemOf = ({ name }: Town): string => squeeze(name).replace(TOWN_END, '')

/** Whether a squeezed text speaks of a township. */
export function namesTown(town: Town, said: string): boolean {
  const short = stemOf(town)
  return said.includes(squeeze(town.name)) || (short.length >= 2 && said.includes(short))
}
