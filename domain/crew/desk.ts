import type { Desk } from '../book/desk.ts'
import type { Entry } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Station, Town } from '../town.ts'
import { findStation, isCommand, nameOf } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, type Address } from '../people/recipients.ts'
import { isAway } from '../people/shift.ts'

type Kinds = 'leave' | 'swap' | 'handover'

export type Done<K extends Kinds> = Readonly<{ ok: true; decision: Decision; entry: Entry<K> }>
export type Refused = Readonly<{ ok: false; reason: RefusalReason; choices?: readonly string[] }>

export const no = (reason: RefusalReason, choices: readonly string[] = []): Refused => ({ ok: false, reason, choices })

/** Every copy of a card needs an id of its own. */
export const cardIdOf = ({ notices }: Desk, entry: Entry): string =>
  `${entry.no}_${entry.version + 1}_${notices.length + 1}`

/** The head of somebody's unit who may decide on what he asks today: not himself, and not one who is on leave. */
export function headFor(town: Town, station: Station | null, userid: string, day: string): string | null {
  const head = station?.head ?? null
  return head === null || head === userid || isAway(town, head, day) ? null : head
}

export function mayCommand(town: Town, userid: string): boolean {
  const found = town.people.find((each) => each.userid === userid)
  return found !== undefined && isCommand(found)
}

/** The head of the unit, and the command room; not who does it himself. */
export function watchers(town: Town, stationId: string | null, actor: string): readonly Address[] {
  const head = findStation(town, stationId)?.head ?? null
  const all = [...(head === null ? [] : [toPerson(head)]), ...commandRoom(town)]
  return distinct(all).filter(({ to }) => to.kind !== 'person' || to.userid !== actor)
}

export const named = (town: Town, userid: string | null): string => nameOf(town, userid) ?? ''
