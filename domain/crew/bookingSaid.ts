import type { Entry } from '../book/entry.ts'
import type { Asset, Town } from '../town.ts'
import type { World } from '../world.ts'
import { named } from './desk.ts'
import type { BookingSaid, CrewSaid } from './said.ts'

type Booked = Entry<'booking'>
export type News = Extract<CrewSaid, { kind: 'booked' }>['news']

export const assetOf = (town: Town, { data }: Booked): Asset | null =>
  (town.assets ?? []).find(({ id }) => id === data.asset) ?? null

export function bookingSaid(town: Town, entry: Booked, now: Date): BookingSaid {
  const { from, to, by } = entry.data
  const late = entry.state === 'booked' && new Date(to) < now
  return { no: entry.no, asset: assetOf(town, entry)?.name ?? entry.data.asset, by: named(town, by), from, to, late }
}

export function said(town: Town, entry: Booked, news: News, whom: 'booker' | 'keyholder', { now }: Pick<World, 'now'>) {
  const keyholder = assetOf(town, entry)?.keyholder ?? null
  const booking = bookingSaid(town, entry, now)
  return {
    kind: 'booked',
    news,
    for: whom,
    booking,
    keyholder: keyholder && named(town, keyholder),
    km: entry.data.km,
  } as const
}
