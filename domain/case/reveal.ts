import type { Decision, NewAccess } from '../decision.ts'
import type { Task } from '../task.ts'
import type { Role, Person } from '../town.ts'
import type { World } from '../world.ts'
import { isBarred } from '../people/barred.ts'
import { nameOf, unique, withRole } from '../people/directory.ts'
import { begin, decide, factsNow, record, tell, type CaseInHand } from './draft.ts'
import { toPerson } from '../people/recipients.ts'

/** Who may look behind the mask, and who hears of it. Never the units. */
const LOOKS: readonly Role[] = ['dispatcher', 'leader', 'supervisor', 'admin']
const HEARS: readonly Role[] = ['supervisor', 'admin']

/** A request is good for so long. */
export const REVEAL_MS = 30 * 60_000
/** Characters a reason has at least. */
export const LEAST_REASON = 4

export const mayLook = (hand: CaseInHand, person: Person): boolean =>
  person.roles.some((role) => LOOKS.includes(role)) && !isBarred(hand.task, hand.town, person.userid)

/** He watches over it, and so was asked to agree. */
export const mayAgree = (hand: CaseInHand, person: Person): boolean =>
  person.roles.some((role) => HEARS.includes(role)) && !isBarred(hand.task, hand.town, person.userid)

/** Under which a request waits. */
export const revealKey = ({ caseNo }: Pick<Task, 'caseNo'>): string => `reveal ${caseNo}`
export type RevealRequest = Readonly<{ by: string; reason: string }>

/** The request that waits for a second person now. */
export function requestIn(
  note: Readonly<{ value: string; until: Date | null }> | null,
  now: Date,
): RevealRequest | null {
  return note?.until && note.until > now ? (JSON.parse(note.value) as RevealRequest) : null
}

type Look = Readonly<{ by: string; second: string | null; reason: string }>

/** 查看反映人: it is written down who looked and why, and those who watch over it hear of it. What was seen is not in here. */
export function revealed(hand: CaseInHand, { by, second, reason }: Look, world: World): Decision {
  const draft = begin(world, hand)
  record(draft, 'revealed', by, { reason, second: second === null ? null : nameOf(hand.town, second) })
  for (const userid of hearing(hand, [by, second]))
    tell(draft, 'alerts', toPerson(userid), {
      kind: 'reveal-logged',
      facts: factsNow(draft),
      by: nameOf(hand.town, by) ?? '',
      second: nameOf(hand.town, second),
      reason,
    })
  return { ...decide(draft), access: [access('reveal', hand, { by, second, reason }, world)] }
}

function access(kind: 'reveal' | 'reveal-asked', { task }: CaseInHand, look: Look, world: World): NewAccess {
  return { id: world.id(), kind, caseNo: task.caseNo, at: world.now, ...look }
}

/** A second person is asked to agree; that somebody wanted to look is kept, whatever comes of it. */
export function revealAsked(hand: CaseInHand, by: string, reason: string, world: World): Decision {
  const draft = begin(world, hand)
  record(draft, 'reveal-asked', by, { reason })
  const name = nameOf(hand.town, by) ?? ''
  const body = { kind: 'reveal-asked', facts: factsNow(draft), by: name, reason, mine: false } as const
  for (const userid of askedBy(hand, by)) tell(draft, 'dispatch', toPerson(userid), body)
  return { ...decide(draft), access: [access('reveal-asked', hand, { by, second: null, reason }, world)] }
}

/** Who is asked to agree to somebody's request. */
export const askedBy = (hand: CaseInHand, by: string): readonly string[] => hearing(hand, [by])

function hearing({ town, task }: CaseInHand, not: readonly (string | null)[]): readonly string[] {
  const all = unique(HEARS.flatMap((role) => withRole(town, role)))
  return all.filter((userid) => !not.includes(userid) && !isBarred(task, town, userid))
}
