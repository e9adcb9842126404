import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { MINUTE } from '../calendar/zone.ts'
import { findStation, nameOf } from '../people/directory.ts'
import type { Called, Came } from './kinds.ts'
import { FAR, FAR_PICTURE } from './limits.ts'
import type { RollRow, RollState, WhistleFacts } from './said.ts'

export type Whistle = Entry<'whistle'>

export const calls = ({ data }: Whistle, station: string | null): boolean =>
  data.called.some((each) => each.station === station)

export const calledUnit = ({ data }: Whistle, station: string): Called | null =>
  data.called.find((each) => each.station === station) ?? null

export const hasCome = ({ came }: Called): boolean => came.length > 0

/** How many units are there. */
export const present = ({ data }: Whistle): number => data.called.filter(hasCome).length

export const isFar = ({ metres, how }: Came): boolean =>
  metres !== null && metres > (how === 'picture' ? FAR_PICTURE : FAR)

export function whistleFacts(whistle: Whistle, town: Town): WhistleFacts {
  const { no, at, dueAt, state, owner, data } = whistle
  return {
    no,
    sort: data.sort,
    place: data.place?.name ?? null,
    reason: data.reason,
    commander: nameOf(town, owner) ?? '',
    at: at.toISOString(),
    dueAt: (dueAt ?? at).toISOString(),
    caseNo: data.caseNo,
    ended: state === 'ended',
  }
}

export const rollOf = (whistle: Whistle, town: Town, now: Date): readonly RollRow[] =>
  whistle.data.called.map((called) => rowOf(whistle, called, town, now))

export function rowOf(whistle: Whistle, called: Called, town: Town, now: Date): RollRow {
  const [first] = called.came
  const far = called.came.filter(isFar).flatMap(({ metres }) => metres ?? [])
  return {
    unit: findStation(town, called.station)?.name ?? called.station,
    state: stateOf(whistle, called, now),
    who: called.came.flatMap(({ by }) => nameOf(town, by) ?? []),
    minutes: first ? minutesOf(whistle, first) : null,
    // one of them on the spot will do
    off: far.length > 0 && far.length === called.came.length ? Math.min(...far) : null,
    why: called.cannot?.why ?? null,
  }
}

/** Minutes since the call. */
export const minutesOf = ({ at }: Whistle, { at: came }: Pick<Came, 'at'>): number =>
  Math.max(0, Math.floor((new Date(came).getTime() - at.getTime()) / MINUTE))

function stateOf({ dueAt, data }: Whistle, called: Called, now: Date): RollState {
  const [first] = called.came
  if (first) return dueAt && new Date(first.at) > dueAt ? 'late' : 'came'
  if (called.cannot) return 'cannot'
  const until = data.endedAt ? new Date(data.endedAt) : now
  if (data.endedAt || (dueAt && until >= dueAt)) return 'absent'
  return called.seen ? 'seen' : 'waiting'
}
