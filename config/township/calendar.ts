import { join } from 'node:path'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import { wording } from '../wording.ts'
import type { HolidayFile } from './holidays.ts'
import { type Notes, refuse, warn } from './notes.ts'

const sameDays = (a: HolidayFile, b: HolidayFile): boolean =>
  a.year.off.join() === b.year.off.join() && a.year.work.join() === b.year.work.join()

/** One calendar for all towns; the same year written twice must say the same. */
export function joinCalendar(notes: Notes, files: readonly HolidayFile[]): Calendar {
  const years = new Map<number, HolidayFile>()
  for (const file of files) {
    const first = years.get(file.year.year)
    if (!first) years.set(file.year.year, file)
    else if (!sameDays(first, file))
      refuse(notes, { ...file.where, field: 'off' }, wording.calendarDiffers(file.year.year, first.where.file))
  }
  return { years: [...years.values()].map(({ year }) => year).sort((a, b) => a.year - b.year) }
}

/** Next year's arrangement is published each November: before that nobody could have it. */
const PUBLISHED_FROM = '11-01'

/** Warns of years a running case may reach and nobody has written down. `today` is YYYY-MM-DD. */
export function warnOfYears(notes: Notes, calendar: Calendar, dir: string, today: string): void {
  const thisYear = Number(today.slice(0, 4))
  const wanted = today.slice(5) >= PUBLISHED_FROM ? [thisYear, thisYear + 1] : [thisYear]
  for (const year of wanted.filter((each) => !calendar.years.some((known) => known.year === each))) {
    warn(notes, { file: join(dir, 'holidays', `${year}.yaml`), line: null, field: 'off' }, wording.noCalendar(year))
  }
}
