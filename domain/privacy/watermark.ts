import { dayOf, minuteOfDay } from '../calendar/zone.ts'

/** Who took something out of the house and when, to stand on it: 「张伟 2026-11-25 14:03 青石镇」. */
export function watermark(name: string, town: string, now: Date): string {
  const minute = minuteOfDay(now)
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return `${name} ${dayOf(now)} ${clock} ${town}`
}
