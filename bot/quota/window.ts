import { DAY, dayNumber, momentOf } from '../../domain/calendar/zone.ts'
import type { Limit } from './quotas.ts'

/** What was sent around one instant; `at` is the last one of them. */
type Lot = Readonly<{ at: number; count: number }>
/** What was sent to one chat, or by one robot, within one limit; ascending. */
export type Sent = readonly Lot[]

const SECOND = 1000
/** About so many lots are kept of a window: what is sent close together, in whole seconds, is counted together. */
const LOTS = 60

/** The lots that still count at `at`, none of them later. A clock that was set back keeps the age of each message. */
export function counting(sent: Sent, { span }: Limit, at: number): Sent {
  if (span === 'day') return sent.filter((lot) => dayNumber(new Date(lot.at)) === dayNumber(new Date(at)))
  const ahead = Math.max(0, (sent.at(-1)?.at ?? at) - at)
  const mine = ahead > 0 ? sent.map((lot) => ({ ...lot, at: lot.at - ahead })) : sent
  const first = mine.findIndex((lot) => lot.at > at - span)
  return first < 0 ? [] : mine.slice(first)
}

export const total = (sent: Sent): number => sent.reduce((sum, lot) => sum + lot.count, 0)

/** From when on `count` more fit; more than the window holds goes when it is empty. */
export function freeAt(sent: Sent, limit: Limit, most: number, count: number, at: number): number {
  let tooMany = total(sent) + Math.min(count, most) - most
  if (tooMany <= 0) return at
  const { span } = limit
  if (span === 'day') return momentOf(dayNumber(new Date(at)) + 1, 0).getTime()
  for (const lot of sent) {
    tooMany -= lot.count
    if (tooMany <= 0) return lot.at + span
  }
  return at + span
}

/** Counts a lot with the last one when they are close: it then seems later than it was, never earlier. */
export function added(sent: Sent, { span }: Limit, count: number, at: number): Sent {
  if (count === 0) return sent
  const grain = Math.floor((span === 'day' ? DAY : span) / LOTS / SECOND) * SECOND
  const last = sent.at(-1)
  const close = last && Math.floor(last.at / grain) === Math.floor(at / grain)
  return close ? [...sent.slice(0, -1), { at, count: last.count + count }] : [...sent, { at, count }]
}
