import type { Span } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'

const SMALLER = { h: { unit: 'm', times: 60 }, m: { unit: 's', times: 60 } } as const

/** `90m`, `2h`, `1.5h` (= 90m), `0`; units s m h d. Null when it is none. */
export function parseDuration(text: string): Duration | null {
  if (/^0+$/u.test(text)) return { amount: 0, unit: 's' }
  const [, digits = '', letter] = /^(\d{1,7}(?:\.\d+)?)\s*([smhd])$/u.exec(text) ?? []
  const amount = Number(digits)
  if (letter !== 's' && letter !== 'm' && letter !== 'h' && letter !== 'd') return null
  if (Number.isInteger(amount)) return { amount, unit: letter }
  if (letter === 's' || letter === 'd') return null
  const { unit, times } = SMALLER[letter]
  return Number.isInteger(amount * times) ? { amount: amount * times, unit } : null
}

const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds on a clock that never stops (a day is 24 h). */
export const elapsedMs = ({ amount, unit }: Duration): number => amount * MS[unit]

/** `50%` or `0.5`; above 0, at most 1. Null when it is none. */
export function parseShare(text: string): number | null {
  const [, digits = '', percent] = /^(\d+(?:\.\d+)?)\s*([%％]?)$/u.exec(text) ?? []
  const share = percent ? Number(digits) / 100 : Number(digits)
  return digits !== '' && share > 0 && share <= 1 ? share : null
}

function minuteOf(text: string): number | null {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/u.exec(text) ?? []
  const value = Number(hour) * 60 + Number(minute)
  return hour !== '' && Number(minute) < 60 && value <= 1440 ? value : null
}

/** `08:30-12:00`, minutes of the day; full-width colons and dashes are forgiven. Null when it is none or empty. */
export function parseSpan(text: string): Span | null {
  const [start = '', end = '', ...more] = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .split(/[-–—~至到]+/u)
  const [from, to] = [minuteOf(start), minuteOf(end)]
  return from === null || to === null || from === to || from === 1440 || more.length > 0 ? null : { from, to }
}
