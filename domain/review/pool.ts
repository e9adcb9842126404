import type { Entry } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { CaseFile } from '../legal/kinds.ts'
import type { Person } from '../town.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { isReporter } from '../people/audience.ts'
import { isBarred } from '../people/barred.ts'
import { findPerson } from '../people/directory.ts'

/** A reviewer needs the legal-profession certificate (行政处罚法 §58(2)), on the day he reviews. */
export const isCertified = ({ roles, certificate, certificateUntil }: Person, day: string): boolean =>
  roles.includes('reviewer') && !!certificate && (!certificateUntil || certificateUntil >= day)

/** All who may review, whichever township lists them; `away` = those on leave, who are given nothing new. */
export function poolOf({ towns, now }: Pick<World, 'towns' | 'now'>, away: readonly string[] = []): readonly Person[] {
  const day = dayOf(now)
  const all = towns.flatMap(({ people }) => people.filter((person) => isCertified(person, day)))
  return all.filter(({ userid }, i) => !away.includes(userid) && all.findIndex((each) => each.userid === userid) === i)
}

/** What stands between a person and the review of a file; null where nothing does. */
export type Unfit = 'review-who' | 'review-none' | 'review-certificate' | 'review-conflict'

/** May this person review this file: certified, not of its unit, not one who worked on it, and not in its way? */
export function unfitFor(
  hand: CaseInHand,
  file: CaseFile,
  userid: string,
  world: World,
  drafted: readonly string[] = [],
): Unfit | null {
  const listings = world.towns.flatMap(({ people }) => people.filter((person) => person.userid === userid))
  if (!listings.some(({ roles }) => roles.includes('reviewer'))) return 'review-who'
  // whom the case accuses does not hear that it is there
  if (isBarred(hand.task, hand.town, userid)) return 'review-none'
  if (!listings.some((person) => isCertified(person, dayOf(world.now)))) return 'review-certificate'
  return isInvolved(hand, file, userid, drafted) ? 'review-conflict' : null
}

function isInvolved({ task, town }: CaseInHand, file: CaseFile, userid: string, drafted: readonly string[]): boolean {
  const here = town.people.find((person) => person.userid === userid)
  return (
    (here !== undefined && here.station !== null && here.station === task.lead) ||
    [...file.officers, ...drafted].includes(userid) ||
    // whoever wrote the penalty down reviews nothing of it
    file.steps.some(({ step, by }) => step === 'proposed' && by === userid) ||
    isReporter(task, userid)
  )
}

/** Those who may review this file. */
export const fitFor = (
  hand: CaseInHand,
  file: CaseFile,
  world: World,
  { without = [], away = [] }: Readonly<{ without?: readonly string[]; away?: readonly string[] }> = {},
): readonly Person[] =>
  poolOf(world, away).filter(
    ({ userid }) => !without.includes(userid) && unfitFor(hand, file, userid, world, without) === null,
  )

/** The one with the least before him; of several the one whose first is due last; of those who waited longest for one. */
export function leastBusy(people: readonly Person[], reviews: readonly Entry<'review'>[]): Person | null {
  const rank = people.map((person) => {
    const own = reviews.filter(({ owner }) => owner === person.userid)
    const open = own.filter(({ state }) => state === 'open')
    const due = Math.min(...open.map(({ dueAt }) => dueAt?.getTime() ?? Infinity))
    const last = Math.max(0, ...own.map(({ at }) => at.getTime()))
    return { person, load: open.length, due, last }
  })
  return rank.toSorted((a, b) => a.load - b.load || later(a.due, b.due) || a.last - b.last)[0]?.person ?? null
}

const later = (a: number, b: number): number => (a === b ? 0 : b > a ? 1 : -1)

/** The name of somebody, whichever township lists him. */
export const nameIn = (world: Pick<World, 'towns'>, userid: string | null): string | null =>
  userid === null ? null : (findPerson(world, userid)?.person.name ?? null)
