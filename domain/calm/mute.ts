import type { CaseInHand } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { NewAccess } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import { DAY } from '../calendar/zone.ts'
import { isBarred } from '../people/barred.ts'
import { accusedOf, isAnybody } from '../understand/accused.ts'
import { fold } from '../text/fold.ts'
import { MUTE_FOR } from './wording-calm.ts'

/** A villager whose plain words are kept and not worked on for some days; he is known by the case, never by name. */
export type Mute = Readonly<{ town: string; caseNo: string; by: string; reason: string; until: string }>

export const MOST_DAYS = 30
const LEAST_REASON = 4

/** For how long and why, as it was typed; null = it cannot be read. */
export function muteAsked(rest: string): Readonly<{ days: number; reason: string }> | null {
  const [, figure = '', reason = ''] = MUTE_FOR.exec(rest) ?? []
  const days = Number(fold(figure))
  const isMeant = days >= 1 && days <= MOST_DAYS && [...reason.trim()].length >= LEAST_REASON
  return isMeant ? { days, reason: reason.trim() } : null
}

/** Whom it would be about: the one reporter of the case, in whom nobody complains about ourselves. */
export function whomToMute(
  { task, town }: CaseInHand,
  { userid }: Actor,
): RefusalReason | Readonly<{ reporter: string }> {
  const person = town.people.find((each) => each.userid === userid)
  if (!person?.roles.includes('dispatcher')) return 'mute-who'
  // nobody makes a complaint about himself, or about his colleagues, fall silent
  if (isBarred(task, town, userid) || isAnybody(accusedOf(task, town))) return 'mute-complaint'
  const [first, ...others] = task.reporters
  return first && others.length === 0 ? { reporter: first.userid } : 'mute-several'
}

/** Where it is kept, and when it ends by itself. */
export function muteNote(reporter: string, mute: Mute): Readonly<{ key: string; value: string; until: Date }> {
  return { key: muteKey(reporter), value: JSON.stringify(mute), until: new Date(mute.until) }
}

export const MUTES = 'mute '
export const muteKey = (reporter: string): string => `${MUTES}${reporter}`
export const muteIn = (value: string): Mute => JSON.parse(value) as Mute

export const untilAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY)

/** Whoever reads the log of accesses sees who was made to wait, by the case, and why. */
export const muteLogged = (id: string, { caseNo, by, reason, until }: Mute, on: boolean, at: Date): NewAccess => ({
  id,
  kind: 'operation',
  by,
  second: null,
  caseNo,
  reason: on ? `mute until ${until}: ${reason}` : 'unmute',
  at,
})
