import type { Spot } from './nearest.ts'

/** The ellipsoid the shift is defined on. */
const AXIS = 6_378_245
const FLAT = 0.006693421622965943
const { PI, abs, cos, sin, sqrt } = Math

/** Roughly: the rectangle in which the shift is defined. */
export const isInChina = ({ lat, lng }: Spot): boolean => lng > 72 && lng < 137.9 && lat > 0.8 && lat < 55.9

/** From WGS-84, as satellites say it, to GCJ-02, as map apps in China show it: up to 700 m apart. */
export function toGcj(at: Spot): Spot {
  if (!isInChina(at)) return at
  const [x, y] = [at.lng - 105, at.lat - 35]
  const rad = (at.lat / 180) * PI
  const magic = 1 - FLAT * sin(rad) ** 2
  const metresPerLat = ((AXIS * (1 - FLAT)) / (magic * sqrt(magic))) * (PI / 180)
  const metresPerLng = (AXIS / sqrt(magic)) * cos(rad) * (PI / 180)
  return { lat: at.lat + north(x, y) / metresPerLat, lng: at.lng + east(x, y) / metresPerLng }
}

/** The other way round, to some centimetres. */
export function toWgs(at: Spot): Spot {
  let found = at
  for (let n = 0; n < 3; n += 1) {
    const back = toGcj(found)
    found = { lat: found.lat - (back.lat - at.lat), lng: found.lng - (back.lng - at.lng) }
  }
  return found
}

const waves = (a: number): number => (20 * sin(6 * a * PI) + 20 * sin(2 * a * PI)) * (2 / 3)

function north(x: number, y: number): number {
  const long = (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3)
  const longer = (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3)
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves(x) + long + longer
}

function east(x: number, y: number): number {
  const long = (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3)
  const longer = (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3)
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves(x) + long + longer
}
