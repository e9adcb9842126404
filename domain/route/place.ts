import type { Spot } from '../decision.ts'
import type { Place } from '../task.ts'
import { blanksIn, LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import type { Entry } from './gazetteer.ts'
import { mentionsIn, namesTown, type Mention } from './mention.ts'
import { fullName } from './placeName.ts'
import { roadIn } from './road.ts'
import { soundingAt, type Sounding } from './sound.ts'
import { placedWithin, spotAfter, stepsIn } from './spot.ts'
import { townTail } from './tail.ts'

/**
 * `index` is a position in the text without spaces; `ambiguous` lists the townships it may be in where somebody has to be
 * asked, and `heard` the villages whose names only sound like what he wrote.
 */
export type FoundPlace = Readonly<{
  town: Town
  place: Place
  index: number
  ambiguous: readonly Town[]
  heard?: readonly string[]
}>

/** `prefer` = the code of the writer's township, `prior` = where he is likely to be: what he scanned or shared. */
export type Bearings = Readonly<{ prefer?: string | undefined; prior?: Spot | null }>

type Looking = Readonly<{ said: string; towns: readonly Town[] }> & Bearings

/**
 * Where something is, by the longest village name or alias in the text; the earliest among equals. A village somebody
 * only comes from gives way to any other. When several have the name, the township named in the text is meant, else the
 * prior, else the writer's own. Where the text names none, it is at the prior.
 */
export function findPlace(text: string, towns: readonly Town[], bearings: Bearings = {}): FoundPlace | null {
  const looked = text.slice(0, LOOKED_AT)
  const said = squeeze(looked)
  const mentions = mentionsIn(said, blanksIn(looked), towns)
  const that = (stands: Mention['stands']) => mentions.filter((each) => each.stands === stands)
  const prior = that('not').some((each) => isAt(each, bearings.prior)) ? null : (bearings.prior ?? null)
  const look = { said, towns, prefer: bearings.prefer, prior }
  const here = longest(that('here')) ?? longest(that('of'))
  if (here) return byName(look, here)
  const from = longest(that('from'))
  return from ? (atPrior(look) ?? byName(look, from)) : unlisted(look)
}

const isAt = ({ entries }: Mention, prior: Spot | null | undefined): boolean =>
  entries.some(({ town, village }) => town.code === prior?.town && village.code === prior.place.code)

function byName(look: Looking, { at, entries, stands }: Mention): FoundPlace | null {
  const meant = choose(entries, look)
  const [first] = meant
  if (!first) return null
  const several = [...new Set(meant.map(({ town }) => town))]
  const place = placeOf(meant, look.said, at)
  const ambiguous = several.length > 1 ? several : []
  const rest = look.said.slice(at + first.written.length)
  return { town: first.town, place: stands === 'from' ? placedWithin(place, rest) : place, index: at, ambiguous }
}

/** Nothing is written like a village: it may sound like one, be a road, be known by less, or be where he is. */
function unlisted(look: Looking): FoundPlace | null {
  const home = homeOf(look)
  return (
    (home && bySound(look, home)) ??
    byRoad(look) ??
    (home && byTail(look.said, home)) ??
    atPrior(look) ??
    elsewhere(look, home)
  )
}

/** The writer's township: the one he names, else where he is, else his own. */
function homeOf({ said, towns, prefer, prior }: Looking): Town | null {
  const [only, ...others] = towns
  const known = towns.find(({ code }) => code === (townOf(prior) ?? prefer))
  return oneNamed(said, towns) ?? known ?? (only && others.length === 0 ? only : null)
}

/** A place that was shared and lies by no village does not say in which township it is. */
const townOf = (prior: Spot | null | undefined): string | undefined => (prior?.place.code ? prior.town : undefined)

function atPrior({ said, towns, prior }: Looking): FoundPlace | null {
  const town = towns.find(({ code }) => code === prior?.town)
  return prior && town ? { town, place: placedWithin(prior.place, said), index: 0, ambiguous: [] } : null
}

function bySound({ said, prior }: Looking, town: Town): FoundPlace | null {
  const hit = soundingAt(said, town)
  const villages = new Set(hit?.entries.map(({ village }) => village))
  const first = hit?.entries.find(({ village }) => villages.size === 1 || village.code === prior?.place.code)
  if (!hit || !first) return null
  return { town, place: placeOf([first], heardAs(said, hit, first), hit.at), index: hit.at, ambiguous: [] }
}

/** A village of another township that only sounds like what is written: worth a question, not a guess. */
function elsewhere({ said, towns }: Looking, home: Town | null): FoundPlace | null {
  const hit = soundingAt(said, towns)
  const entries = hit?.entries.filter((entry) => entry.town !== home) ?? []
  const [first] = entries
  if (!hit || !first) return null
  const name = said.slice(hit.at, hit.at + hit.length)
  return {
    town: home ?? towns[0] ?? first.town,
    place: { code: null, name },
    index: hit.at,
    ambiguous: [...new Set(entries.map(({ town }) => town))],
    heard: [...new Set(entries.map(({ town, village }) => `${town.name}${village.name}`))],
  }
}

/** A road has a name, but no village of its own: it is where he is, else only the township may be known. */
function byRoad(look: Looking): FoundPlace | null {
  const { said, towns, prefer, prior } = look
  const road = roadIn(said, towns)
  if (!road) return null
  const name = `${road.name}${stepsIn(said.slice(road.at + road.length))}`
  const meant = narrowed(road.towns, [
    (town) => namesTown(town, said),
    ({ code }) => code === townOf(prior),
    ({ code }) => code === prefer,
  ])
  const [town] = meant
  if (!town) return null
  const here = prior && townOf(prior) === town.code ? prior.place : null
  const place = here ? { ...here, name: `${here.name}${name}` } : { code: null, name }
  return { town, place, index: road.at, ambiguous: meant.length > 1 ? meant : [] }
}

function byTail(said: string, town: Town): FoundPlace | null {
  const tail = townTail(said, town)
  if (!tail) return null
  const index = said.indexOf(tail.written)
  const within = stepsIn(said.slice(index + tail.written.length))
  return { town, place: { code: tail.village.code, name: `${tail.whole}${within}` }, index, ambiguous: [] }
}

/** The text as it was meant. */
const heardAs = (said: string, { at, length }: Sounding, { written }: Entry): string =>
  `${said.slice(0, at)}${written}${said.slice(at + length)}`

function longest(found: readonly Mention[]): Mention | null {
  const length = (mention: Mention) => mention.entries[0]?.written.length ?? 0
  return found.reduce<Mention | null>((best, each) => (best && length(best) >= length(each) ? best : each), null)
}

const choose = (entries: readonly Entry[], { said, prefer, prior }: Looking): readonly Entry[] =>
  narrowed(entries, [
    ({ town }) => namesTown(town, said),
    ({ town, village }) => town.code === prior?.town && village.code === prior.place.code,
    ({ town }) => town.code === townOf(prior),
    ({ town }) => town.code === prefer,
  ])

/** Those that fit, by one reason after the other, where any does. */
function narrowed<T>(all: readonly T[], reasons: readonly ((each: T) => boolean)[]): readonly T[] {
  return reasons.reduce((left, fits) => (left.some(fits) ? left.filter(fits) : left), all)
}

/** The township a text speaks of, or null when it names none or several. */
export const townNamed = (text: string, towns: readonly Town[]): Town | null =>
  oneNamed(squeeze(text.slice(0, LOOKED_AT)), towns)

function oneNamed(said: string, towns: readonly Town[]): Town | null {
  const [first, ...others] = towns.filter((town) => namesTown(town, said))
  return first && others.length === 0 ? first : null
}

/** Several villages under one name: the place has a name, but no village yet. */
function placeOf(entries: readonly Entry[], said: string, at: number): Place {
  const [first] = entries
  if (!first) return { code: null, name: '' }
  const within = spotAfter(said.slice(at + first.written.length), first)
  if (new Set(entries.map(({ village }) => village)).size > 1) return { code: null, name: first.written + within }
  return { code: first.village.code, name: fullName(first.village, first.written) + within }
}
