import type { Calendar } from '../calendar/calendar.ts'
import type { Task } from '../task.ts'
import type { Station, Town } from '../town.ts'
import { addDays } from '../calendar/zone.ts'
import { isWorkday } from '../calendar/workday.ts'
import { findStation } from '../people/directory.ts'
import { isAway, onDutyOn, rosteredOn } from '../people/shift.ts'

/** Who holds open cases, is here today and is off tomorrow by the roster or on leave; asked in the evening of a working day. */
export function offTomorrow(
  town: Town,
  tasks: readonly Task[],
  today: string,
  calendar: Calendar,
): readonly Readonly<{ userid: string; count: number }>[] {
  if (!isWorkday(calendar, today)) return []
  const holders = new Map<string, number>()
  for (const { holder } of tasks) if (holder) holders.set(holder, (holders.get(holder) ?? 0) + 1)
  return [...holders].filter(([userid]) => isOff(town, userid, today)).map(([userid, count]) => ({ userid, count }))
}

function isOff(town: Town, userid: string, today: string): boolean {
  const station = findStation(town, town.people.find((each) => each.userid === userid)?.station ?? null)
  if (!station || isAway(town, userid, today)) return false
  const tomorrow = addDays(today, 1)
  return isAway(town, userid, tomorrow) || leavesRoster(town, station, userid, today)
}

function leavesRoster(town: Town, station: Station, userid: string, today: string): boolean {
  const next = rosteredOn(town, station, addDays(today, 1))
  return next.length > 0 && !next.includes(userid) && onDutyOn(town, station, today).includes(userid)
}
