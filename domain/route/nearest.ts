import type { Place } from '../task.ts'
import type { Town } from '../town.ts'

/** A shared place is taken for a village's when it is no farther off than this, in metres. */
const FARTHEST = 5_000
const EARTH = 6_371_000

export type Spot = Readonly<{ lat: number; lng: number }>
export type Near = Readonly<{ town: Town; place: Place }>

/**
 * The village nearest to a point; both in GCJ-02 degrees, as map apps in China show them.
 * Null when every village is too far away or none has coordinates.
 */
export function nearestVillage({ lat, lng }: Spot, towns: readonly Town[]): Near | null {
  let best: (Near & Readonly<{ metres: number }>) | null = null
  for (const town of towns)
    for (const village of town.villages) {
      if (village.lat === null || village.lng === null) continue
      const metres = metresBetween({ lat, lng }, { lat: village.lat, lng: village.lng })
      if (metres <= FARTHEST && (best === null || metres < best.metres))
        best = { town, place: { code: village.code, name: village.name }, metres }
    }
  return best && { town: best.town, place: best.place }
}

/** Metres on the sphere (haversine). */
export function metresBetween(one: Spot, other: Spot): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const a =
    Math.sin(rad(other.lat - one.lat) / 2) ** 2 +
    Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * Math.sin(rad(other.lng - one.lng) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)))
}

/** The village of a code, as on our QR codes. */
export function villageOf(code: string, towns: readonly Town[]): Near | null {
  for (const town of towns) {
    const village = town.villages.find((v) => v.code === code)
    if (village) return { town, place: { code: village.code, name: village.name } }
  }
  return null
}
