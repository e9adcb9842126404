import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Order, Seen } from './pictures.ts'
import { takenAt } from './taken.ts'

/** More pixels than this are not unpacked; what phones take with 108 megapixels is JPEG, which needs the least memory. */
const MOST_PIXELS = { jpeg: 120_000_000, other: 50_000_000 } as const
/** To turn a picture all of it is held in memory: one of more pixels is turned when it is small, and its copy only says how it was held. */
const TURNED_PIXELS = 30_000_000
/** degrees, by how a camera says that it was held */
const ANGLES: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }
/** s for one copy */
const PATIENCE = 5
/** px */
const SMALL = 320
const SMALL_QUALITY = 70
/** Nothing that can be seen is lost. */
const QUALITY = 92

// every picture is another one
sharp.cache(false)

/** Where a picture was taken, a small one of it and, where asked for, one that says nothing of itself. */
export async function look({ path, strip }: Order): Promise<Seen> {
  const about = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!about) return { gps: null, small: null, clean: null }
  return {
    small: await copy(small(opened(path, about, 'error'), about)),
    // moving pictures are no photographs, and stay as they are
    clean: strip && about.format !== 'gif' ? await copy(clean(opened(path, about, 'none'), about)) : null,
    gps: takenAt(about.exif),
  }
}

function opened(path: string, about: Metadata, failOn: 'error' | 'none'): Sharp {
  const limitInputPixels = about.format === 'jpeg' ? MOST_PIXELS.jpeg : MOST_PIXELS.other
  const picture = sharp(path, { failOn, limitInputPixels }).timeout({ seconds: PATIENCE })
  return isHuge(about) ? picture : picture.autoOrient()
}

const isHuge = ({ width, height }: Metadata): boolean => width * height > TURNED_PIXELS

function small(picture: Sharp, about: Metadata): Sharp {
  const shrunk = picture.resize({ width: SMALL, height: SMALL, fit: 'inside', withoutEnlargement: true })
  const turned = isHuge(about) ? shrunk.rotate(ANGLES[about.orientation ?? 1] ?? 0) : shrunk
  return turned.webp({ quality: SMALL_QUALITY })
}

/** The same to look at; the colours keep their profile. */
function clean(picture: Sharp, about: Metadata): Sharp {
  const { format, orientation = 1 } = about
  const coloured = picture.keepIccProfile()
  const kept =
    isHuge(about) && orientation > 1 ? coloured.withExif({ IFD0: { Orientation: `${orientation}` } }) : coloured
  if (format === 'png') return kept.png()
  if (format === 'webp') return kept.webp({ quality: QUALITY })
  const opaque = about.hasAlpha ? kept.flatten({ background: '#ffffff' }) : kept
  // the shortest codes are only known once all of it is held in memory
  return opaque.jpeg({ quality: QUALITY, optimiseCoding: !isHuge(about) })
}

const copy = (picture: Sharp): Promise<Buffer | null> => picture.toBuffer().catch(() => null)
