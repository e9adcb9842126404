import type { Entry } from '../book/entry.ts'
import type { Asset } from '../town.ts'
import { HOUR } from '../calendar/zone.ts'

type Booked = Entry<'booking'>
type Span = Readonly<{ from: Date; to: Date }>

/** What was not brought back is not there for the next hour, either. */
export function takenBy({ data }: Booked, now: Date): Span {
  const to = new Date(data.to)
  return { from: new Date(data.from), to: to > now ? to : new Date(now.getTime() + HOUR) }
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Bookings of an asset that stand in the way, the earliest first. */
export function inTheWay(asset: Asset, wanted: Span, open: readonly Booked[], now: Date): readonly Booked[] {
  return open
    .filter(({ data }) => data.asset === asset.id)
    .filter((booking) => overlaps(takenBy(booking, now), wanted))
    .toSorted((a, b) => (a.data.from < b.data.from ? -1 : 1))
}

/** The first time from which an asset is free as long as it is wanted. */
export function nextFree(asset: Asset, wanted: Span, open: readonly Booked[], now: Date): Date {
  const length = wanted.to.getTime() - wanted.from.getTime()
  const ends = open.filter(({ data }) => data.asset === asset.id).map((booking) => takenBy(booking, now).to)
  const starts = [wanted.from, ...ends.filter((end) => end > wanted.from)].toSorted((a, b) => a.getTime() - b.getTime())
  const isFree = (from: Date) =>
    inTheWay(asset, { from, to: new Date(from.getTime() + length) }, open, now).length === 0
  return starts.find(isFree) ?? wanted.from
}
