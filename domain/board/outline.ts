/** Degrees. */
export type Spot = Readonly<{ lat: number; lng: number }>
/** On a sheet: 0..1 from the left and from the top. */
export type Dot = Readonly<{ x: number; y: number }>

/** Room around the outermost villages, as a share of the longer side. */
const MARGIN = 0.12

/** The smallest bulge-free line around some places (Andrew's monotone chain); fewer than three have none. */
export function hullOf(spots: readonly Spot[]): readonly Spot[] {
  const sorted = spots.toSorted((a, b) => a.lng - b.lng || a.lat - b.lat)
  const half = (of: readonly Spot[]): Spot[] => {
    const line: Spot[] = []
    for (const spot of of) {
      while (line.length >= 2 && turn(line.at(-2), line.at(-1), spot) <= 0) line.pop()
      line.push(spot)
    }
    return line.slice(0, -1)
  }
  const hull = [...half(sorted), ...half(sorted.toReversed())]
  return hull.length < 3 ? [] : hull
}

/** > 0 where the way over three places bends to the left. */
function turn(a: Spot | undefined, b: Spot | undefined, c: Spot): number {
  return a && b ? (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng) : 0
}

/** How places are drawn: north is up, and a kilometre is as long in both directions. Answers how a spot is laid on a square sheet. */
export function sheetFor(spots: readonly Spot[]): (spot: Spot) => Dot {
  const lats = spots.map(({ lat }) => lat)
  const narrow = Math.cos((middle(lats) * Math.PI) / 180)
  const lngs = spots.map(({ lng }) => lng * narrow)
  const side = (Math.max(span(lats), span(lngs)) || 0.01) * (1 + 2 * MARGIN)
  return ({ lat, lng }) => ({
    x: round(0.5 + (lng * narrow - middle(lngs)) / side),
    y: round(0.5 - (lat - middle(lats)) / side),
  })
}

const span = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
const middle = (values: readonly number[]): number =>
  values.length === 0 ? 0 : (Math.max(...values) + Math.min(...values)) / 2
const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** A line around the villages, pushed outwards so that none lies on it. */
export function around(hull: readonly Dot[]): readonly Dot[] {
  if (hull.length === 0) return []
  const x = hull.reduce((sum, dot) => sum + dot.x, 0) / hull.length
  const y = hull.reduce((sum, dot) => sum + dot.y, 0) / hull.length
  return hull.map((dot) => {
    const away = Math.hypot(dot.x - x, dot.y - y) || 1
    return { x: round(dot.x + ((dot.x - x) / away) * 0.07), y: round(dot.y + ((dot.y - y) / away) * 0.07) }
  })
}
