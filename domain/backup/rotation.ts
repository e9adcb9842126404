import { addDays, DAY, dayOf, weekday } from '../calendar/zone.ts'
import type { Archive } from './name.ts'

/** Of so many days, weeks and months the newest archive is kept; what is younger than RECENT always is: before a mistake of this morning. */
const DAYS = 7
const WEEKS = 4
const MONTHS = 12
const RECENT = 2 * DAY

const dayOfWeekBegin = (day: string): string => addDays(day, 1 - weekday(day))
const PERIODS: readonly Readonly<{ count: number; of(at: Date): string }>[] = [
  { count: DAYS, of: dayOf },
  { count: WEEKS, of: (at) => dayOfWeekBegin(dayOf(at)) },
  { count: MONTHS, of: (at) => dayOf(at).slice(0, 7) },
]

/** Archives that may go, oldest last as they came; a night without a backup costs none of the older ones. */
export function outdated(archives: readonly Archive[], now: Date): Archive[] {
  const newestFirst = [...archives].sort((a, b) => b.at.getTime() - a.at.getTime())
  const kept = new Set(PERIODS.flatMap((period) => newestOfEach(newestFirst, period)))
  return newestFirst.filter((archive) => !kept.has(archive) && now.getTime() - archive.at.getTime() > RECENT)
}

function newestOfEach(newestFirst: readonly Archive[], { count, of }: (typeof PERIODS)[number]): Archive[] {
  const seen = new Map<string, Archive>()
  for (const archive of newestFirst) if (!seen.has(of(archive.at))) seen.set(of(archive.at), archive)
  return [...seen.values()].slice(0, count)
}
