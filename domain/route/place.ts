import type { Place } from '../task.ts'
import { blanksIn, LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { entriesAt, gazetteer, type Entry } from './gazetteer.ts'
import { fullName } from './placeName.ts'
import { soundingAt } from './sound.ts'
import { townTail } from './tail.ts'
import {
  CLAUSE_BEGIN,
  FAMILY,
  LEADS_WITHIN,
  OTHER_NAME,
  PEOPLE_AFTER,
  PLACE_AFTER,
  PLACE_BEFORE,
  SIDE_OF,
  TOWN_END,
  VILLAGE,
  VILLAGE_MOUTH,
  WITHIN,
} from './wording.ts'

/** `index` is a position in the text without spaces; `ambiguous` lists the townships (two or more) that all have such a place. */
export type FoundPlace = Readonly<{ town: Town; place: Place; index: number; ambiguous: readonly Town[] }>

type Hit = Readonly<{ at: number; entries: readonly Entry[] }>

/** A place in a village is told in so many characters. */
const WITHIN_LENGTH = 10

/**
 * Where something is, by the longest village name or alias in the text; the earliest among equals.
 * When several townships have it, the one named in the text is meant, else `prefer` (the code of the writer's township).
 */
export function findPlace(
  text: string,
  towns: readonly Town[],
  options: Readonly<{ prefer?: string | undefined }> = {},
): FoundPlace | null {
  const looked = text.slice(0, LOOKED_AT)
  const said = squeeze(looked)
  const hit = longest(hits(said, blanksIn(looked), towns))
  if (!hit) return unlisted(said, towns, options.prefer)
  const meant = choose(hit.entries, said, options.prefer)
  const first = meant[0]
  if (!first) return null
  const sameTown = meant.filter(({ town }) => town === first.town)
  const several = [...new Set(meant.map(({ town }) => town))]
  return {
    town: first.town,
    place: placeOf(sameTown, said, hit.at),
    index: hit.at,
    ambiguous: several.length > 1 ? several : [],
  }
}

/** Nothing is written like a village: the writer's own township may have one that sounds like it, or that all know by less. */
function unlisted(said: string, towns: readonly Town[], prefer: string | undefined): FoundPlace | null {
  const [only, ...others] = towns
  const town = towns.find(({ code }) => code === prefer) ?? (others.length === 0 ? only : undefined)
  return (town && bySound(said, town)) ?? byRoad(said, towns, prefer) ?? (town ? byTail(said, town) : null)
}

function byTail(said: string, town: Town): FoundPlace | null {
  const tail = townTail(said, town)
  if (!tail) return null
  const index = said.indexOf(tail.written)
  const within = steps(said.slice(index + tail.written.length), WITHIN_LENGTH)
  return { town, place: { code: tail.village.code, name: `${tail.whole}${within}` }, index, ambiguous: [] }
}

function bySound(said: string, town: Town): FoundPlace | null {
  const hit = soundingAt(said, town)
  const [first, ...also] = hit?.entries ?? []
  if (!hit || !first || also.some(({ village }) => village !== first.village)) return null
  return { town, place: placeOf([first], heardAs(said, hit, first), hit.at), index: hit.at, ambiguous: [] }
}

/** A road that runs through several villages: it has a name, but no village. */
function byRoad(said: string, towns: readonly Town[], prefer: string | undefined): FoundPlace | null {
  const ordered = towns.toSorted((a, b) => Number(b.code === prefer) - Number(a.code === prefer))
  for (const town of ordered)
    for (const { names, village } of town.landmarks ?? []) {
      const name = village === null ? names.find((each) => said.includes(squeeze(each))) : undefined
      if (name === undefined) continue
      const index = said.indexOf(squeeze(name))
      const within = steps(said.slice(index + name.length), WITHIN_LENGTH)
      return { town, place: { code: null, name: `${name}${within}` }, index, ambiguous: [] }
    }
  return null
}

/** Where in a village, for words that do not say in which: 「村口有人…」, 「在小学对面…」. */
export function spotIn(text: string): string {
  const said = squeeze(text.slice(0, LOOKED_AT))
  for (const { index, 0: lead } of said.matchAll(CLAUSE_BEGIN)) {
    const found = steps(said.slice(index + lead.length), WITHIN_LENGTH)
    if (found !== '') return found
  }
  return ''
}

/** The text as it was meant. */
const heardAs = (said: string, { at, length }: Readonly<{ at: number; length: number }>, { written }: Entry): string =>
  `${said.slice(0, at)}${written}${said.slice(at + length)}`

function hits(said: string, blanks: ReadonlySet<number>, towns: readonly Town[]): Hit[] {
  const places = gazetteer(towns)
  const found: Hit[] = []
  for (let at = 0; at < said.length; at++) {
    const entries = entriesAt(places, said, at).filter((entry) =>
      isPlace(entry, said, at, wordBefore(said, at, blanks)),
    )
    const length = entries[0]?.written.length
    if (length) found.push({ at, entries: entries.filter(({ written }) => written.length === length) })
  }
  return found
}

/** The characters before a position that may belong to the same word. */
function wordBefore(said: string, at: number, blanks: ReadonlySet<number>): string {
  const from = [at, at - 1, at - 2].find((position) => blanks.has(position)) ?? at - 3
  return said.slice(Math.max(0, from), at)
}

function isPlace(entry: Entry, said: string, at: number, before: string): boolean {
  const after = said.slice(at + entry.written.length)
  if (OTHER_NAME.test(before) && !SIDE_OF.test(before)) return false
  if (!entry.short) return true
  if (PLACE_AFTER.test(after))
    return PLACE_BEFORE.test(before) || namesTown(entry.town, said.slice(0, at)) || steps(after, WITHIN_LENGTH) !== ''
  return PEOPLE_AFTER.test(after) && PLACE_BEFORE.test(before) && !(FAMILY.test(entry.written) && before === '')
}

function longest(found: readonly Hit[]): Hit | null {
  const length = (hit: Hit) => hit.entries[0]?.written.length ?? 0
  return found.reduce<Hit | null>((best, hit) => (best && length(best) >= length(hit) ? best : hit), null)
}

function choose(entries: readonly Entry[], said: string, prefer: string | undefined): readonly Entry[] {
  const named = entries.filter(({ town }) => namesTown(town, said))
  const left = named.length > 0 ? named : entries
  const preferred = left.filter(({ town }) => town.code === prefer)
  return preferred.length > 0 ? preferred : left
}

/** The township a text speaks of, or null when it names none or several. */
export function townNamed(text: string, towns: readonly Town[]): Town | null {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const [first, ...others] = towns.filter((town) => namesTown(town, said))
  return first && others.length === 0 ? first : null
}

function namesTown(town: Town, said: string): boolean {
  const name = squeeze(town.name)
  const short = name.replace(TOWN_END, '')
  return said.includes(name) || (short.length >= 2 && said.includes(short))
}

/** Several villages of one township under one alias: the place has a name, but no village yet. */
function placeOf(entries: readonly Entry[], said: string, at: number): Place {
  const [first] = entries
  if (!first) return { code: null, name: '' }
  const within = spotAfter(said.slice(at + first.written.length), first)
  if (new Set(entries.map(({ village }) => village.code)).size > 1) return { code: null, name: first.written + within }
  return { code: first.village.code, name: fullName(first.village, first.written) + within }
}

/** Where in the village, as far as the text says so right after its name. */
function spotAfter(after: string, { village, written }: Entry): string {
  const mouth = written.endsWith(VILLAGE) ? (VILLAGE_MOUTH.exec(after)?.[0] ?? '') : ''
  const alias =
    village.aliases.map(squeeze).find((name) => name.length >= 2 && name !== written && after.startsWith(name)) ?? ''
  const start = mouth || alias
  return start + steps(after.slice(start.length), WITHIN_LENGTH - start.length)
}

/** As many whole steps as have room: 「小学」「对面」「桥头」. */
function steps(after: string, room: number): string {
  const text = after.slice(LEADS_WITHIN.exec(after)?.[0].length ?? 0)
  let length = 0
  for (;;) {
    const step = WITHIN.exec(text.slice(length))?.[0].length ?? 0
    if (step === 0 || length + step > room) return text.slice(0, length)
    length += step
  }
}
