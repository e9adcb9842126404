import type { Duration } from '../calendar/duration.ts'
import type { Place } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { namedFirst, type Named, type Partner } from '../duty/named.ts'
import { placeAsTold } from '../route/asTold.ts'
import { findPlace } from '../route/place.ts'
import type { Mark, Sort } from './kinds.ts'
import {
  COMMANDED_BY,
  HOURS_WORD,
  MARK_WORDS,
  MUST,
  numberIn,
  OPTIONAL,
  SORT_FOR_SURE,
  SORT_WORDS,
  WITHIN,
} from './wording-order.ts'

/** What 吹哨 without a case says; `unsure` = a name that could not be told, with the units it may be. */
export type WhistleOrder = Readonly<{
  sort: Sort | null
  place: Place | null
  partners: readonly Partner[]
  reason: string
  /** userid */
  commander: string | null
  unsure: Readonly<{ said: string; maybe: readonly string[] }> | null
}>

const SORTS: readonly Sort[] = ['emergency', 'daily', 'hard']

/** The sort the words begin with, and the rest. 「应急 派出所 …」 calls a unit, unless a unit is called behind it all the same. */
export function sortIn(words: string, town: Town, numbered: boolean): Readonly<{ sort: Sort | null; rest: string }> {
  const sort = SORTS.find((each) => SORT_WORDS[each].test(words)) ?? null
  const rest = sort ? words.replace(SORT_WORDS[sort], '') : words
  const isUnit = !SORT_FOR_SURE.test(words) && (numbered || split(rest, town) === null)
  return sort && !isUnit ? { sort, rest } : { sort: null, rest: words }
}

/** 「王家村 派出所、城管中队 聚众斗殴」: the place, who is called, and why. */
export function whistleOrder(words: string, town: Town, world: World): WhistleOrder {
  const { sort, rest } = sortIn(words.trim(), town, false)
  const { commander, text } = commanderIn(rest, town)
  const found = split(text, town)
  const where = found?.before ?? text
  const named = findPlace(where || (found?.rest ?? ''), world.towns, { prefer: town.code })
  const place = named && named.ambiguous.length === 0 && named.town.code === town.code ? named.place : null
  const asTold = found && where ? placeAsTold(where) : null
  const unsure = found?.unsure ? { said: found.unsure.said, maybe: found.unsure.maybe.map(({ name }) => name) } : null
  return { sort, commander, unsure, partners: found?.partners ?? [], place: place ?? asTold, reason: found?.rest ?? '' }
}

/** The first of its words behind which units are named. What comes first may be a place that only reads like a unit: 老粮站. */
function split(text: string, town: Town): Split | null {
  const starts = [...text.matchAll(/(?:^|[\s，,：:、])(?=\S)/gu)].map(({ index, 0: gap }) => index + gap.length)
  const found = starts.flatMap((at) => splitAt(text, at, town) ?? [])
  const [first, second] = found
  const isPlace = first?.before === '' && first.partners.length === 0 && second && second.partners.length > 0
  return (isPlace ? second : first) ?? null
}

type Split = Named & Readonly<{ before: string }>

function splitAt(text: string, at: number, town: Town): Split | null {
  const named = namedFirst(text.slice(at), town)
  if (named.partners.length === 0 && !named.unsure) return null
  return { ...named, before: text.slice(0, at).replace(/[\s，,：:、]+$/u, '') }
}

function commanderIn(words: string, { people }: Town): Readonly<{ commander: string | null; text: string }> {
  const found = COMMANDED_BY.exec(words)
  const name = found?.[1] ?? found?.[2]
  const person = people.find((each) => each.name === name)
  if (!found || !person) return { commander: null, text: words }
  return { commander: person.userid, text: words.replace(found[0], '').trim() }
}

/** 「派出所 好」 */
export function markIn(words: string): Readonly<{ mark: Mark; rest: string }> | null {
  const marks = Object.keys(MARK_WORDS).filter((each): each is Mark => each in MARK_WORDS)
  const mark = marks.find((each) => MARK_WORDS[each].test(words))
  return mark ? { mark, rest: words.replace(MARK_WORDS[mark], '').trim() } : null
}

export type ChildOrder = Readonly<{ text: string; must: boolean; term: Duration | null }>

/** 「拆除违建 3天内 可选」: what is to be done, by when, and whether the case may do without it. */
export function childOrder(words: string): ChildOrder {
  let text = words.trim()
  let must = true
  let term: Duration | null = null
  // the two may stand in either order
  for (let round = 0; round < 2; round += 1) {
    if (OPTIONAL.test(text)) must = false
    text = text.replace(OPTIONAL, '').replace(MUST, '')
    const [said, number, unit] = WITHIN.exec(text) ?? []
    if (said && number) term = { amount: numberIn(number), unit: unit === HOURS_WORD ? 'h' : 'd' }
    text = text.replace(WITHIN, '').trim()
  }
  return { text, must, term: term && term.amount > 0 ? term : null }
}
