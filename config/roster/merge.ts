import { join } from 'node:path'
import type { Shift } from '../../domain/town.ts'
import { csvOf } from '../../domain/text/csv.ts'
import { replaceKept } from '../kept.ts'

export type Merged = Readonly<{
  roster: readonly Shift[]
  /** rows of the new roster that are in force; those of the past change nothing */
  taken: readonly Shift[]
  past: number
  replaced: number
}>

/** A day of a station. */
type Day = Pick<Shift, 'date' | 'station'>

/**
 * The new roster stands for the days and stations it names, from today (YYYY-MM-DD) on; all else stays as it is.
 * `emptied` = days on which nobody is named any more.
 */
export function mergeRoster(
  present: readonly Shift[],
  fresh: readonly Shift[],
  today: string,
  emptied: readonly Day[] = [],
): Merged {
  const taken = fresh.filter(({ date }) => date >= today)
  const named = new Set(
    [...taken, ...emptied.filter(({ date }) => date >= today)].map(({ date, station }) => `${date}|${station}`),
  )
  const kept = present.filter(({ date, station }) => !named.has(`${date}|${station}`))
  const roster = [...kept, ...taken].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return { roster, taken, past: fresh.length - taken.length, replaced: present.length - kept.length }
}

/** The first day before today (YYYY-MM-DD) on which the two differ: what is over was as it was. */
export function pastChange(before: readonly Shift[], after: readonly Shift[], today: string): string | null {
  const over = (shifts: readonly Shift[]) =>
    new Map(
      shifts.filter(({ date }) => date < today).map((each) => [`${each.date}|${each.userid}|${each.shift}`, each]),
    )
  const [was, is] = [over(before), over(after)]
  const changed = [...was, ...is].filter(([key]) => !was.has(key) || !is.has(key))
  return changed.map(([, { date }]) => date).toSorted()[0] ?? null
}

export async function writeRoster(folder: string, roster: readonly Shift[]): Promise<void> {
  const rows = roster.map(({ date, station, userid, shift }) => [date, station, userid, shift])
  await replaceKept(join(folder, 'roster.csv'), csvOf([['date', 'station', 'userid', 'shift'], ...rows]))
}
