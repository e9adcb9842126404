import { LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Place } from '../task.ts'
import type { Entry } from './gazetteer.ts'
import { CLAUSE_BEGIN, FILLING, LEADS_WITHIN, ONLY_SIDE, RELATIVE, VILLAGE, VILLAGE_MOUTH, WITHIN } from './wording.ts'

/** A place in a village is told in so many characters. */
const WITHIN_LENGTH = 10

/** Where in a village, for words that do not say in which: 「村口有人…」, 「在小学对面…」. */
export function spotIn(text: string): string {
  const said = squeeze(text.slice(0, LOOKED_AT))
  for (const { index, 0: lead } of said.matchAll(CLAUSE_BEGIN)) {
    const found = stepsIn(said.slice(index + lead.length))
    if (found !== '' && !ONLY_SIDE.test(found)) return found
  }
  return ''
}

/** 「村口」, 「我家门口」: where, to somebody who knows the village, and nothing else. */
export function isRelative(text: string): boolean {
  const said = squeeze(text).replace(FILLING, '')
  const spot = spotIn(said)
  return (
    RELATIVE.test(said) ||
    ONLY_SIDE.test(said) ||
    (spot !== '' && said.endsWith(spot) && said.length <= spot.length + LEAD)
  )
}

/** 「就在我们村」 before 「村口」. */
const LEAD = 4

/** 「村口」 said of 王家村 is 王家村村口. */
export function placedWithin(place: Place, text: string): Place {
  const spot = spotIn(text)
  return spot === '' || place.name.endsWith(spot) ? place : { ...place, name: `${place.name}${spot}` }
}

/** Where in the village, as far as the text says so right after its name. */
export function spotAfter(after: string, { village, written }: Entry): string {
  const mouth = written.endsWith(VILLAGE) ? (VILLAGE_MOUTH.exec(after)?.[0] ?? '') : ''
  const alias =
    village.aliases.map(squeeze).find((name) => name.length >= 2 && name !== written && after.startsWith(name)) ?? ''
  const start = mouth || alias
  return start + stepsIn(after.slice(start.length), WITHIN_LENGTH - start.length)
}

/** 「村口」, 「小学对面」, and nothing else. */
export const isSpot = (text: string): boolean => text !== '' && stepsIn(text) === text

/** As many whole steps as have room: 「小学」「对面」「桥头」. */
export function stepsIn(after: string, room = WITHIN_LENGTH): string {
  const text = after.slice(LEADS_WITHIN.exec(after)?.[0].length ?? 0)
  let length = 0
  for (;;) {
    const step = WITHIN.exec(text.slice(length))?.[0].length ?? 0
    if (step === 0 || length + step > room) return text.slice(0, length)
    length += step
  }
}
