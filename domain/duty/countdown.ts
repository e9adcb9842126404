import type { Town } from '../town.ts'
import { addDays, dayFrom } from '../calendar/zone.ts'
import { nameOf } from '../people/directory.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** Days before the end at which it is said, where no rule says otherwise. */
const SAID_BEFORE = [60, 30, 7] as const

/** A morning on which nobody looked is made up for within so many days. */
const LATE = 14

/** Something that ends on `until` (YYYY-MM-DD): a power that was lent, the year of guidance, a licence or certificate, an agreement of use, an item. */
export type Ending = Readonly<{
  what: 'delegation' | 'mentor' | 'licence' | 'certificate' | 'agreement' | 'item'
  subject: string
  /** what ends with it on the same day */
  others: readonly string[]
  until: string
  /** below 0 when it is over */
  days: number
  /** the day on which this was to be said: the same for every later look */
  dueOn: string
  /** the person it is about, who hears of it, too */
  userid: string | null
}>

type End = Omit<Ending, 'days' | 'dueOn' | 'others'>

/** All that has an end. */
export function ends(town: Town): End[] {
  return [
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
    ...town.people.flatMap(({ userid, licenceUntil, certificateUntil }) => {
      const subject = nameOf(town, userid) ?? ''
      return [
        ...(licenceUntil ? [{ what: 'licence' as const, subject, until: licenceUntil, userid }] : []),
        ...(certificateUntil ? [{ what: 'certificate' as const, subject, until: certificateUntil, userid }] : []),
      ]
    }),
    ...(town.assets ?? []).flatMap(({ name, agreementUntil: until, keyholder: userid }) =>
      until ? [{ what: 'agreement' as const, subject: name, until, userid }] : [],
    ),
  ]
}

/** What came within 60, 30 or 7 days of its end on `day` or lately: whoever looks every day finds each several times and says it once. */
export function endings(town: Town, day: string): Ending[] {
  const soon = ends(town).flatMap((ending): Ending[] => {
    const days = dayFrom(ending.until) - dayFrom(day)
    const before = saidBefore(town, ending.what, day).findLast((each) => days <= each && days > each - LATE)
    return before === undefined ? [] : [{ ...ending, others: [], days, dueOn: addDays(ending.until, -before) }]
  })
  return soon.reduce<Ending[]>(together, [])
}

const BY_RULE: readonly Ending['what'][] = ['licence', 'certificate', 'agreement']

const saidBefore = ({ policy }: Town, what: Ending['what'], day: string): readonly number[] =>
  BY_RULE.includes(what) ? ruleOf(policy, 'licence.notice', day) : SAID_BEFORE

/** One message for all that ends on a day; a licence is somebody's own. */
function together(found: readonly Ending[], ending: Ending): Ending[] {
  const isWith = ({ what, until, userid }: Ending) =>
    what === ending.what && until === ending.until && userid === null && ending.userid === null
  if (!found.some(isWith)) return [...found, ending]
  return found.map((each) => (isWith(each) ? { ...each, others: [...each.others, ending.subject] } : each))
}
