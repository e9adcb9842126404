import { addDays } from './zone.ts'

const two = (written: string | undefined): string => (written ?? '').padStart(2, '0')

/** A day (YYYY-MM-DD) from its written parts; '' for one that is none (2月30日). */
export function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const written = `${year ?? ''}-${two(month)}-${two(day)}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : ''
}

/** How far back a day without its year is still this year's. */
const FAR_BACK = 180

/** 1月5日, said in December, is next year's. */
export function comingDate(today: string, month: string | undefined, day: string | undefined): string {
  const year = Number(today.slice(0, 4))
  const now = dateOf(String(year), month, day)
  // a leap day may be one of next year only
  return now < addDays(today, -FAR_BACK) ? dateOf(String(year + 1), month, day) : now
}
