import type { Town } from '../town.ts'
import { dayFrom } from '../calendar/zone.ts'
import { nameOf } from '../people/directory.ts'

/** Days before the end at which it is said. */
export const SAID_BEFORE = [60, 30, 7] as const

/** Something that ends on `until` (YYYY-MM-DD): a power that was lent, the year of guidance, a licence, an item. */
export type Ending = Readonly<{
  what: 'delegation' | 'mentor' | 'licence' | 'item'
  subject: string
  /** what ends with it on the same day */
  others: readonly string[]
  until: string
  days: number
  /** the person it is about, who hears of it, too */
  userid: string | null
}>

/** What ends in exactly 60, 30 or 7 days from `day`. */
export function endings(town: Town, day: string): Ending[] {
  const all: Omit<Ending, 'days' | 'others'>[] = [
    ...(town.delegations ?? []).map(({ doc, from, validUntil }) => ({
      what: 'delegation' as const,
      subject: doc || from,
      until: validUntil,
      userid: null,
    })),
    ...town.duties.flatMap(({ name, mentor, mentorUntil, validUntil }) => [
      ...(mentor && mentorUntil ? [{ what: 'mentor' as const, subject: name, until: mentorUntil, userid: null }] : []),
      ...(validUntil ? [{ what: 'item' as const, subject: name, until: validUntil, userid: null }] : []),
    ]),
    ...town.people.flatMap(({ userid, licenceUntil }) =>
      licenceUntil
        ? [{ what: 'licence' as const, subject: nameOf(town, userid) ?? '', until: licenceUntil, userid }]
        : [],
    ),
  ]
  const soon = all
    .map((ending) => ({ ...ending, others: [], days: dayFrom(ending.until) - dayFrom(day) }))
    .filter(({ days }) => SAID_BEFORE.some((before) => before === days))
  return soon.reduce<Ending[]>(together, [])
}

/** One message for all that ends on a day; a licence is somebody's own. */
function together(found: readonly Ending[], ending: Ending): Ending[] {
  const isWith = ({ what, until, userid }: Ending) =>
    what === ending.what && until === ending.until && userid === null && ending.userid === null
  if (!found.some(isWith)) return [...found, ending]
  return found.map((each) => (isWith(each) ? { ...each, others: [...each.others, ending.subject] } : each))
}
