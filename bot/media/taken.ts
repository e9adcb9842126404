import exif from 'exif-reader'

export type Spot = Readonly<{ lat: number; lng: number }>

/** Nothing a camera writes of a picture is longer; what is takes long to read, or is meant to. */
const MOST = 65_536
/** Digits behind the point: a tenth of a metre. */
const FINE = 1e6

/** Where a picture says it was taken, in WGS-84; null when it does not, or says what cannot be. */
export function takenAt(data: Buffer | undefined): Spot | null {
  if (!data || data.length > MOST) return null
  const gps = parsed(data)
  const lat = degrees(gps?.GPSLatitude, sign(gps?.GPSLatitudeRef, 'N', 'S'), 90)
  const lng = degrees(gps?.GPSLongitude, sign(gps?.GPSLongitudeRef, 'E', 'W'), 180)
  // a camera without a fix writes zeros
  return lat === null || lng === null || (lat === 0 && lng === 0) ? null : { lat, lng }
}

function parsed(data: Buffer) {
  try {
    return exif(data).GPSInfo ?? null
  } catch {
    return null
  }
}

function sign(ref: unknown, plus: string, minus: string): number {
  const [letter] = typeof ref === 'string' ? ref.trim() : ''
  if (letter === plus) return 1
  return letter === minus ? -1 : NaN
}

/** Degrees, minutes, seconds; 0/0 is read as NaN, and so is whatever is missing. */
function degrees(parts: unknown, sign: number, most: number): number | null {
  const [whole, minutes, seconds] = Array.isArray(parts) ? parts.map(Number) : []
  const value = sign * ((whole ?? NaN) + (minutes ?? NaN) / 60 + (seconds ?? NaN) / 3600)
  const within = Number.isFinite(value) && Math.abs(value) <= most
  return within ? Math.round(value * FINE) / FINE : null
}
