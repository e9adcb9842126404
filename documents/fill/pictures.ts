import sharp from 'sharp'
import type { Picture } from '../../domain/legal/documentShape.ts'

/** What the file of a document holds of a picture: upright, no larger than is printed, without what a camera adds. */
export type Shown = Readonly<{ bytes: Buffer; width: number; height: number }>

/** Room for it on the page, in pixels of 1/96 inch: two of them on a page, as wide as the text. */
const ROOM = { width: 560, height: 360 }
/** Sharp on paper: about 200 dots per inch. */
const DENSITY = 2

/** Null for what cannot be opened. */
export async function shown({ bytes }: Picture): Promise<Shown | null> {
  const [width, height] = [ROOM.width * DENSITY, ROOM.height * DENSITY]
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: 100_000_000 })
      .rotate()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true })
    const scale = Math.min(ROOM.width / info.width, ROOM.height / info.height)
    return { bytes: data, width: Math.round(info.width * scale), height: Math.round(info.height * scale) }
  } catch {
    return null
  }
}
