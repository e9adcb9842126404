import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'
import { numberOf } from './number.ts'
import { daysSince } from './since.ts'
import {
  ABOUT,
  LASTS,
  LASTS_BY_VERB,
  NOT_ITS_OWN,
  PEOPLE,
  REPEATS,
  SHOWN,
  TOLD,
  UNITS,
  WIDE,
} from './wording-patterns.ts'

/**
 * How long something goes on (days), whether it comes again, how many it concerns, and how often it was told before, as
 * far as a text says so.
 */
export type Patterns = Readonly<{
  days: number | null
  repeats: boolean
  count: number | null
  /** what is counted: 户, 人, 亩… */
  unit: string | null
  wide: boolean
  told: number
}>

/** `today` (YYYY-MM-DD, Asia/Shanghai) is when it was written: 「国庆以后」 is counted from there. */
export const patternsOf = (text: string, today: string): Patterns => found(text, UNITS, today)

const found = remembered((text: string, _units, today: string): Patterns => {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const people = PEOPLE.exec(said)
  const told = TOLD.exec(said)
  return {
    days: daysIn(said, today),
    repeats: REPEATS.test(said),
    count: people ? numberOf(people[1] ?? '') : null,
    unit: people?.[2] ?? null,
    wide: WIDE.test(said),
    told: told ? numberOf(told[1] ?? told[2] ?? '') : 0,
  }
})

function daysIn(said: string, today: string): number | null {
  return (
    lasting(said, LASTS) ??
    lasting(said, LASTS_BY_VERB) ??
    daysSince(said, today) ??
    ABOUT.find(([words]) => words.test(said))?.[1] ??
    null
  )
}

/** The first time a text gives that is the matter's own: 「住了三十年了」 is not. */
function lasting(said: string, pattern: RegExp): number | null {
  for (const match of said.matchAll(pattern)) {
    const [, number = '', half, unit = ''] = match
    if (NOT_ITS_OWN.test(said.slice(Math.max(0, match.index - BEFORE), match.index))) continue
    return (numberOf(number) + (half ? 0.5 : 0)) * (UNITS[unit] ?? 1)
  }
  return null
}

const BEFORE = 8

/** The same in a few words, for those who go there. */
export function shownPatterns({ days, repeats, count, unit, wide, told }: Patterns): string[] {
  return [
    ...(days === null ? [] : [SHOWN.lasts(days)]),
    ...(repeats ? [SHOWN.repeats] : []),
    ...(count === null || unit === null || count < 2 ? [] : [SHOWN.people(count, unit)]),
    ...(wide ? [SHOWN.wide] : []),
    ...(told < 2 ? [] : [SHOWN.told(told)]),
  ]
}
