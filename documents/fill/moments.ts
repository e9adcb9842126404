import { dayOf, minuteOfDay } from '../../domain/calendar/zone.ts'
import { WORDING } from '../wording.ts'

/** A day as documents write it; null for none. */
export function dayText(day: string | null): string | null {
  const [year, month, date] = day?.split('-') ?? []
  return year && month && date ? WORDING.day(year, month, date) : null
}

/** An instant in Shanghai, to the minute. */
export function momentText(at: Date | null): string | null {
  if (at === null || Number.isNaN(at.getTime())) return null
  const minutes = minuteOfDay(at)
  return `${dayText(dayOf(at)) ?? ''}${WORDING.clock(Math.floor(minutes / 60), minutes % 60)}`
}
