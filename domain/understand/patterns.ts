import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'
import { DIGITS, LASTS, PEOPLE, PLACES, REPEATS, SHOWN, SINCE, UNITS, WIDE } from './wording-patterns.ts'

/** How long something goes on (days), whether it comes again, and how many it concerns, as far as a text says so. */
export type Patterns = Readonly<{
  days: number | null
  repeats: boolean
  count: number | null
  /** what is counted: 户, 人, 亩… */
  unit: string | null
  wide: boolean
}>

export const patternsOf = (text: string): Patterns => found(text, UNITS)

const found = remembered((text: string): Patterns => {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const people = PEOPLE.exec(said)
  return {
    days: daysIn(said),
    repeats: REPEATS.test(said),
    count: people ? numberOf(people[1] ?? '') : null,
    unit: people?.[2] ?? null,
    wide: WIDE.test(said),
  }
})

function daysIn(said: string): number | null {
  const lasts = LASTS.exec(said)
  if (lasts) return numberOf(lasts[1] ?? '') * (UNITS[lasts[2] ?? ''] ?? 1)
  return SINCE.find(([words]) => words.test(said))?.[1] ?? null
}

/** 三, 十来, 二十五, 两百, 廿三, 好几; what is only about so many is taken for the least. */
export function numberOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written)
  const whole = DIGITS[written]
  if (whole !== undefined) return whole
  let sum = 0
  let digit = 0
  for (const char of written) {
    const place = PLACES[char]
    if (place === undefined) digit = DIGITS[char] ?? 0
    else {
      sum += (digit || 1) * place
      digit = 0
    }
  }
  return sum + digit
}

/** The same in a few words, for those who go there. */
export function shownPatterns({ days, repeats, count, unit, wide }: Patterns): string[] {
  return [
    ...(days === null ? [] : [SHOWN.lasts(days)]),
    ...(repeats ? [SHOWN.repeats] : []),
    ...(count === null || unit === null || count < 2 ? [] : [SHOWN.people(count, unit)]),
    ...(wide ? [SHOWN.wide] : []),
  ]
}
