import type { Permit, Town } from '../town.ts'
import type { Chat } from '../inbound.ts'
import { squeeze } from '../text/fold.ts'
import { findStation } from '../people/directory.ts'
import type { PermitRow } from './said.ts'
import { shownHolder, stemOf } from './holder.ts'

const LEAST = 2
export const MOST_HITS = 5

/** Lines of the imported list that a name may mean, the nearest and those in force first. */
export function permitsOf(asked: string, town: Town, day: string): readonly Permit[] {
  const places = placesOf(town)
  const name = stemOf(asked, places)
  if (name.length < LEAST) return []
  const found = (town.permits ?? []).flatMap((permit) => {
    const near = nearness(name, asked, permit, places)
    return near === 0 ? [] : [{ permit, near }]
  })
  const over = ({ permit }: { permit: Permit }) => (isExpired(permit, day) ? 1 : 0)
  return found.toSorted((a, b) => b.near - a.near || over(a) - over(b)).map(({ permit }) => permit)
}

/** 3 = called so, 2 = the name contains it, 1 = it contains the name; or the number of the permit. */
function nearness(name: string, asked: string, permit: Permit, places: readonly string[]): number {
  if (permit.number !== '' && squeeze(permit.number) === squeeze(asked)) return 3
  const own = stemOf(permit.holder, places)
  if (own === name) return 3
  if (own.includes(name)) return 2
  return own.length > LEAST && name.includes(own) ? 1 : 0
}

const placesOf = ({ name }: Town): string[] => [name, name.slice(0, -1)]

export const isExpired = ({ validUntil }: Permit, day: string): boolean => validUntil !== null && validUntil < day

/** A line as it may be shown in this chat. */
export function permitRow(permit: Permit, town: Town, day: string, chat: Pick<Chat, 'type'>): PermitRow {
  return {
    holder: shownHolder(permit.holder, chat),
    kind: permit.kind,
    number: permit.number,
    from: permit.validFrom,
    until: permit.validUntil,
    address: permit.address,
    unit: findStation(town, permit.unit)?.name ?? permit.unit,
    expired: isExpired(permit, day),
  }
}
