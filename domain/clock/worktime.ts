import type { Calendar } from '../calendar/calendar.ts'
import { isWorkdayNumber } from '../calendar/workday.ts'
import { dayNumber, MINUTE, momentOf, msOfDay } from '../calendar/zone.ts'
import type { Span } from '../policy.ts'

/** Milliseconds of a day, from < to. */
export type Stretch = Readonly<{ from: number; to: number }>

/** Longer walks are cut: no clock of a township runs a century, but a typing error in its folder may. */
const FURTHEST = 36_600

const MIDNIGHT = 1_440

const stretches = new WeakMap<readonly Span[], readonly Stretch[]>()

/** The instant at which `ms` (> 0) of working time have passed since `start`. The exact end of a span is that end. */
export function addWorkMs(start: Date, ms: number, workHours: readonly Span[], calendar: Calendar): Date {
  const spans = workingDay(workHours)
  const first = dayNumber(start)
  let left = ms
  let from = msOfDay(start)
  for (let day = first; day < first + FURTHEST; day++, from = 0) {
    if (!isWorkdayNumber(calendar, day)) continue
    for (const span of spans) {
      const room = span.to - Math.max(span.from, from)
      if (room <= 0) continue
      if (left <= room) return momentOf(day, span.to - room + left)
      left -= room
    }
  }
  return momentOf(first + FURTHEST, 0)
}

/** Working time between two instants, in ms; 0 when `b` is not after `a`. Without working hours every hour counts. */
export function workMsBetween(a: Date, b: Date, workHours: readonly Span[], calendar: Calendar): number {
  const spans = workingDay(workHours)
  if (spans.length === 0) return Math.max(0, b.getTime() - a.getTime())
  const first = dayNumber(a)
  const last = dayNumber(b)
  let sum = 0
  for (let day = first; day <= last; day++) {
    if (!isWorkdayNumber(calendar, day)) continue
    const from = day === first ? msOfDay(a) : 0
    const to = day === last ? msOfDay(b) : MIDNIGHT * MINUTE
    for (const span of spans) sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
  }
  return sum
}

/** What of a stretch lies between two moments of its day; null = nothing. */
export function clipped(span: Stretch, first: number, last: number): Stretch | null {
  const from = Math.max(span.from, first)
  const to = Math.min(span.to, last)
  return from < to ? { from, to } : null
}

/**
 * The spans of a working day in order, none overlapping, in ms.
 * A span over midnight counts on its working day at both ends, so that no free day is worked into.
 */
export function workingDay(workHours: readonly Span[]): readonly Stretch[] {
  const known = stretches.get(workHours)
  if (known) return known
  const built = merge(workHours.flatMap(split).toSorted((a, b) => a.from - b.from))
  stretches.set(workHours, built)
  return built
}

function split({ from, to }: Span): Stretch[] {
  const parts =
    from > to
      ? ([
          [0, to],
          [from, MIDNIGHT],
        ] as const)
      : ([[from, to]] as const)
  return parts.filter(([a, b]) => a < b).map(([a, b]) => ({ from: a * MINUTE, to: b * MINUTE }))
}

function merge(sorted: readonly Stretch[]): Stretch[] {
  return sorted.reduce<Stretch[]>((merged, next) => {
    const last = merged.at(-1)
    if (!last || next.from > last.to) return [...merged, next]
    return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }]
  }, [])
}
