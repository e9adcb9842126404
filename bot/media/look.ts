import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Order, Seen } from './pictures.ts'
import { takenAt } from './taken.ts'

/** More pixels than this are not unpacked; what phones take with 108 megapixels is JPEG, which needs the least memory. */
const MOST_PIXELS = { jpeg: 120_000_000, other: 50_000_000 } as const
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
    small: await copy(small(opened(path, about, 'error'))),
    // moving pictures are no photographs, and stay as they are
    clean: strip && about.format !== 'gif' ? await copy(clean(opened(path, about, 'none'), about)) : null,
    gps: takenAt(about.exif),
  }
}

const opened = (path: string, { format }: Metadata, failOn: 'error' | 'none'): Sharp =>
  sharp(path, { failOn, limitInputPixels: format === 'jpeg' ? MOST_PIXELS.jpeg : MOST_PIXELS.other })
    .timeout({ seconds: PATIENCE })
    .autoOrient()

const small = (picture: Sharp): Sharp =>
  picture
    .resize({ width: SMALL, height: SMALL, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: SMALL_QUALITY })

/** The same to look at; the colours keep their profile. */
function clean(picture: Sharp, { format }: Metadata): Sharp {
  const kept = picture.keepIccProfile()
  if (format === 'png') return kept.png()
  if (format === 'webp') return kept.webp({ quality: QUALITY })
  return kept.flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY })
}

const copy = (picture: Sharp): Promise<Buffer | null> => picture.toBuffer().catch(() => null)
