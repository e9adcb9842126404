import { addDays, dayFrom, weekday } from '../calendar/zone.ts'
import { numberOf } from './number.ts'
import {
  DAY_OF_MONTH,
  DATED,
  DAYS_AGO,
  FEASTS,
  FROM,
  LAST_MONTH,
  LAST_WEEK,
  LAST_YEAR,
  MONTH_DAY,
  ON,
  THIS_MONTH,
  WEEKDAY,
  WEEKDAYS,
  YEAR,
  YEAR_BEFORE,
} from './wording-patterns.ts'

/** Reads one way to say since when; `found` are its groups, the answer is a day (YYYY-MM-DD) or null. */
type Reading = Readonly<{ said: RegExp; day: (today: string, found: readonly (string | undefined)[]) => string | null }>

/** 「从昨天」 and 「昨天开始」 alike. */
const beginning = (said: string): RegExp => new RegExp(`${FROM}(?:${said})|(?:${said})${ON}`, 'u')

const READINGS: readonly Reading[] = [
  { said: beginning(YEAR), day: (_today, [year]) => (year ? `${year}-07-01` : null) },
  { said: beginning(YEAR_BEFORE), day: (today) => `${Number(today.slice(0, 4)) - 2}-12-31` },
  { said: beginning(LAST_YEAR), day: (today) => addDays(today, -365) },
  { said: beginning(MONTH_DAY), day: (today, [month, day]) => lastDate(today, month, day ?? '1') },
  ...FEASTS.map(({ said, month, day, lunar }): Reading => ({
    said: beginning(said),
    day: (today) => (lunar ? lastLunar(today, month, day) : lastSolar(today, month, day)),
  })),
  { said: beginning(LAST_MONTH), day: (today) => addDays(`${today.slice(0, 7)}-01`, -10) },
  { said: beginning(THIS_MONTH), day: (today) => `${today.slice(0, 7)}-01` },
  { said: beginning(LAST_WEEK), day: (today, [name]) => lastWeek(today, name) },
  { said: beginning(WEEKDAY), day: (today, [name]) => lastWeekday(today, name) },
  ...DAYS_AGO.map(([said, ago]): Reading => ({ said: beginning(said), day: (today) => addDays(today, -ago) })),
  { said: beginning(DAY_OF_MONTH), day: (today, [day]) => lastOfMonth(today, day) },
]

/** Since how many days something goes on, as far as a text names the day it began; `today` is YYYY-MM-DD. */
export function daysSince(said: string, today: string): number | null {
  if (!DATED.test(said)) return null
  for (const reading of READINGS) {
    const match = reading.said.exec(said)
    const groups = match?.slice(1).filter((group) => group !== undefined)
    const day = match && reading.day(today, groups ?? [])
    if (day && day <= today) return dayFrom(today) - dayFrom(day)
  }
  return null
}

function lastSolar(today: string, month: number, day: number): string | null {
  const two = (n: number) => String(n).padStart(2, '0')
  const of = (year: number) => `${year}-${two(month)}-${two(day)}`
  const year = Number(today.slice(0, 4))
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return of(year) <= today ? of(year) : of(year - 1)
}

const lastDate = (today: string, month: string | undefined, day: string): string | null =>
  lastSolar(today, numberOf(month ?? ''), numberOf(day))

/** The twentieth of this month, or of the last. */
function lastOfMonth(today: string, day: string | undefined): string | null {
  const wanted = String(numberOf(day ?? '')).padStart(2, '0')
  const found = Array.from({ length: 62 }, (_, ago) => addDays(today, -ago)).find((each) => each.endsWith(`-${wanted}`))
  return found ?? null
}

function lastWeekday(today: string, name: string | undefined): string | null {
  const wanted = WEEKDAYS.findIndex((names) => names.includes(name ?? '')) + 1
  return wanted < 1 ? null : (lately(today).find((day) => weekday(day) === wanted) ?? null)
}

function lastWeek(today: string, name: string | undefined): string {
  const monday = addDays(today, 1 - weekday(today) - 7)
  const at = WEEKDAYS.findIndex((names) => names.includes(name ?? ''))
  return addDays(monday, Math.max(0, at))
}

const lately = (today: string): string[] => Array.from({ length: 7 }, (_, ago) => addDays(today, -ago))

const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** The last time it was that day by the farmers' calendar: no more than a long lunar year back. */
function lastLunar(today: string, month: number, day: number): string | null {
  for (let ago = 0; ago < 385; ago += 1) {
    const each = addDays(today, -ago)
    if (LUNAR.format(new Date(`${each}T00:00:00Z`)) === `${month}/${day}`) return each
  }
  return null
}
