import { dayNumber, minuteOfDay, MINUTE, momentOf } from '../calendar/zone.ts'
import type { Span } from '../policy.ts'

/** When something may be said that is ready at `at`: at once, or when the quiet hours end. `from` is quiet, `to` is not. */
export function quietEnd(quiet: Span | null, at: Date): Date {
  if (!quiet || !isQuiet(quiet, minuteOfDay(at))) return at
  const endsTomorrow = quiet.to <= minuteOfDay(at)
  return momentOf(dayNumber(at) + (endsTomorrow ? 1 : 0), quiet.to * MINUTE)
}

function isQuiet({ from, to }: Span, minute: number): boolean {
  if (from <= to) return from <= minute && minute < to
  return minute >= from || minute < to
}
