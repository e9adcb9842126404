import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Duty, Station, Town } from '../town.ts'
import { change, factsNow, record, tell } from '../case/draft.ts'
import { dayFrom, dayOf } from '../calendar/zone.ts'
import { understoodOf } from '../task.ts'
import { barredUnits } from '../people/barred.ts'
import { findStation } from '../people/directory.ts'
import { unit, type Address } from '../people/recipients.ts'
import { hasAnybody } from '../route/fallback.ts'

/** The unit of the township a duty list means by the department that guides: by id, name or alias, nothing like it. */
export const mentorStation = ({ stations }: Pick<Town, 'stations'>, mentor: string): Station | null =>
  stations.find(({ id, name, aliases = [] }) => [id, name, ...aliases].includes(mentor)) ?? null

/** How the department is called. */
export const mentorName = (town: Pick<Town, 'stations'>, mentor: string): string =>
  mentorStation(town, mentor)?.name ?? mentor

/** The unit that can be asked here: one of the township in which somebody is, neither the one that has the case nor one it complains about. */
export function mentorUnit({ task, town }: CaseInHand, mentor: string, now: Date): Station | null {
  const station = mentorStation(town, mentor)
  if (!station || station.id === task.lead || barredUnits(task, town).includes(station.id)) return null
  return hasAnybody(town, station.id, now) ? station : null
}

/** Days until the year of transition is over; null where no end is written. */
export const daysOfGuidance = (until: string | null | undefined, now: Date): number | null =>
  until ? dayFrom(until) - dayFrom(dayOf(now)) : null

export function unitsOf({ town, world }: Draft, id: string | null): Address[] {
  const station = findStation(town, id)
  return station ? unit(town, station, world.now) : []
}

/** Does a department guide the item on a day? */
export const guides = ({ mentor, mentorUntil }: Pick<Duty, 'mentor' | 'mentorUntil'>, day: string): boolean =>
  mentor !== null && (mentorUntil === null || day <= mentorUntil)

/** 立案: the department that guides comes into the case; its people may read it, and nothing else. */
export function joinMentor(draft: Draft, hand: CaseInHand, { data, no }: Entry<'file'>): void {
  const { mentor } = data
  if (mentor === null) return
  const station = mentorUnit(hand, mentor, draft.world.now)
  if (!station) return
  change(draft, { understood: { ...understoodOf(draft.task), guide: station.id } })
  record(draft, 'mentor-joined', 'system', { no, station: station.id })
  const left = daysOfGuidance(data.mentorUntil, draft.world.now)
  const body = { facts: factsNow(draft), filingNo: data.filingNo ?? no, mentor: station.name, left } as const
  for (const address of unit(draft.town, station, draft.world.now))
    tell(draft, 'dispatch', address, { kind: 'mentor-joined', ...body })
}
