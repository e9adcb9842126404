import { isInChina, toGcj } from '../route/gcj.ts'
import { metresBetween, type Spot } from '../route/nearest.ts'
import type { Town } from '../town.ts'

/** Farther off than this from every village, in metres, is a mistake and no corner of the township. */
const FARTHEST = 50_000

/**
 * Why a point (WGS-84) cannot lie in a township; null where it may. A client that leaves its map where it opened sends
 * points in the sea: a case there would be dispatched and never found. Without positions of villages only the country is known.
 */
export function outside(at: Spot, { villages }: Pick<Town, 'villages'>): 'country' | 'township' | null {
  if (!isInChina(at)) return 'country'
  const spots = villages.flatMap(({ lat, lng }) => (lat === null || lng === null ? [] : [{ lat, lng }]))
  const here = toGcj(at)
  return spots.length === 0 || spots.some((spot) => metresBetween(here, spot) <= FARTHEST) ? null : 'township'
}
