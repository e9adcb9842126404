import sharp from 'sharp'
import type { StoryStep } from '../config/story.ts'

const SIZE = { width: 640, height: 480 }
const LITTER = [
  [120, 330, '#7a5230'],
  [230, 350, '#3d6b35'],
  [340, 325, '#b03a2e'],
  [440, 352, '#5d6d7e'],
] as const

/** A drawn street, with litter before and without it after; every one differs by a mark, as no two photographs are the same. */
export async function streetPicture(look: NonNullable<StoryStep['picture']>, mark: number): Promise<Buffer> {
  const litter = look === 'before' ? LITTER.map(([x, y, fill]) => box(x, y, 70, 46, fill)).join('') : ''
  const scene = [
    box(0, 0, 640, 200, '#a9cce3'),
    box(60, 90, 200, 150, '#d5b895'),
    box(330, 60, 240, 180, '#cdb9a0'),
    box(0, 240, 640, 240, '#99a3a4'),
    litter,
    box(20 + (mark % 60) * 10, 455, 8, 8, '#212f3c'),
  ].join('')
  const { width, height } = SIZE
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${scene}</svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
