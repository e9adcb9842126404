/** Asia/Shanghai has been UTC+8 without summer time since 1991, so its calendar is plain arithmetic, whatever zone the host is in. */
const OFFSET = 8 * 3_600_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** It is asked for dozens of times for one message, and is today nearly always. */
let last = { number: NaN, text: '' }

/** The Shanghai day of an instant, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  const number = dayNumber(at)
  if (number !== last.number) last = { number, text: dayText(number) }
  return last.text
}

/** Minutes since Shanghai midnight, 0..1439. */
export function minuteOfDay(at: Date): number {
  return Math.floor(msOfDay(at) / MINUTE)
}

/** 2026-11-24 10:00, as the clock on the wall shows it. */
export function wallClock(at: Date): string {
  const minute = minuteOfDay(at)
  return `${dayOf(at)} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The instant of a minute of a Shanghai day; minute 1440 is the next midnight. */
export function instant(day: string, minute: number): Date {
  return momentOf(dayFrom(day), minute * MINUTE)
}

export function addDays(day: string, n: number): string {
  return dayText(dayFrom(day) + n)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: string): number {
  return weekdayOf(dayFrom(day))
}

/** Shanghai days since 1970-01-01: what long walks over the calendar count in. */
export function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + OFFSET) / DAY)
}

/** Milliseconds since Shanghai midnight. */
export function msOfDay(at: Date): number {
  return at.getTime() + OFFSET - dayNumber(at) * DAY
}

/** The instant `ms` after the midnight that begins a numbered day. */
export function momentOf(day: number, ms: number): Date {
  return new Date(day * DAY + ms - OFFSET)
}

export function dayFrom(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear()
}
