import { z } from 'zod'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import { isWorkday } from '../../domain/calendar/workday.ts'
import { addDays } from '../../domain/calendar/zone.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { isAway, onDutyOn } from '../../domain/people/shift.ts'
import type { Shift, Station, Town } from '../../domain/town.ts'
import { monthOf, rosterMark } from './month.ts'

const shift = z.object({ userid: z.string(), shift: z.string() })
const someone = z.object({ userid: z.string(), name: z.string() })

/** A month of a unit: what the roster says, and who is on duty after all with leave, swaps and the usual list. */
export const monthShape = z.object({
  unit: z.string(),
  name: z.string(),
  month: z.string(),
  today: z.string(),
  mark: z.string(),
  mayEdit: z.boolean(),
  people: z.array(someone),
  days: z.array(
    z.object({
      date: z.string(),
      workday: z.boolean(),
      shifts: z.array(shift),
      onDuty: z.array(z.string()),
      away: z.array(z.string()),
    }),
  ),
})

export function rosterMonth(
  town: Town,
  station: Station,
  month: string,
  { roster, calendar, today }: Readonly<{ roster: readonly Shift[]; calendar: Calendar; today: string }>,
): Omit<z.infer<typeof monthShape>, 'mayEdit'> {
  const own = monthOf(roster, station.id, month)
  const called = (userid: string) => nameOf(town, userid) ?? userid
  const named = new Set([...station.duty, ...own.map(({ userid }) => userid), station.head ?? ''])
  const people = town.people.filter(({ userid, station: at }) => at === station.id || named.has(userid))
  const days = daysIn(month).map((date) => ({
    date,
    workday: isWorkday(calendar, date),
    shifts: own.filter((each) => each.date === date).map(({ userid, shift: text }) => ({ userid, shift: text })),
    onDuty: onDutyOn(town, station, date).map(called),
    away: people.filter(({ userid }) => isAway(town, userid, date)).map(({ name }) => name),
  }))
  const { id: unit, name } = station
  return { unit, name, month, today, mark: rosterMark(own), people: people.map(pick), days }
}

const pick = ({ userid, name }: z.infer<typeof someone>) => ({ userid, name })

function daysIn(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}
