import { fold } from '../text/fold.ts'

const MONTH = /^(?:(20\d{2})[-./年])?(\d{1,2})(?:月份?|(?![\d.]))|^(?:上个?月|本月|这个?月)/u

/** A month and nothing else; which one needs the day. */
export const isMonth = (text: string): boolean => monthIn(text, SOME_DAY)?.rest === ''
const SOME_DAY = '2026-12-31'

/** A month written at the beginning of a text: 2026-11, 2026年11月, 11月, 上月; the one named last where the year is missing. `today` is YYYY-MM-DD. */
export function monthIn(text: string, today: string): Readonly<{ month: string; rest: string }> | null {
  const found = MONTH.exec(fold(text).trimStart())
  if (!found) return null
  const [whole, year, digits] = found
  const rest = text
    .trimStart()
    .slice(whole.length)
    .replace(/^[\s,，:：]+/u, '')
  if (digits === undefined) return { month: shift(today.slice(0, 7), whole.startsWith('上') ? -1 : 0), rest }
  // a bare number may be a case
  if (year === undefined && !whole.includes('月')) return null
  const number = Number(digits)
  if (number < 1 || number > 12) return null
  const month = (of: number): string => `${of}-${String(number).padStart(2, '0')}`
  if (year !== undefined) return { month: month(Number(year)), rest }
  const here = Number(today.slice(0, 4))
  return { month: month(here) <= today.slice(0, 7) ? month(here) : month(here - 1), rest }
}

function shift(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

type Named = Readonly<{ code: string; name: string }>

/** The indicator a text begins with, by its code or its name, and what is left; the longest that fits. */
export function indicatorIn<I extends Named>(
  text: string,
  indicators: readonly I[],
): Readonly<{ found: I; rest: string }> | null {
  const folded = fold(text)
  const words = indicators
    .flatMap((found) =>
      [found.code, found.name, found.name.replace(/率$/u, '')].map((word) => ({ found, word: fold(word) })),
    )
    .filter(({ word }) => word !== '' && folded.startsWith(word))
    .toSorted((a, b) => b.word.length - a.word.length)
  const [first] = words
  return first ? { found: first.found, rest: text.slice(first.word.length).replace(/^[\s,，:：、]+/u, '') } : null
}
