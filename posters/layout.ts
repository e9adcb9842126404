import { widthOf } from './font.ts'
import { qrOf } from './qr.ts'
import type { Bars, Box, Item, Poster, Sheet, Text } from './sheet.ts'
import { WORDING } from './wording.ts'

/** A5 in points; A4 has the same shape. */
const WIDTH = 420
const HEIGHT = 595
const MIDDLE = WIDTH / 2
const MARGIN = 30
const BLUE = '#0f4c9c'
const RED = '#c5221f'
const DARK = '#1c1c1e'
const GREY = '#6b6f76'
const WHITE = '#ffffff'

const box = (x: number, y: number, width: number, height: number, fill: string, more: Partial<Box> = {}): Box => ({
  kind: 'box',
  ...{ x, y, width, height, fill, radius: 0, stroke: null, ...more },
})
const line = (text: string, x: number, y: number, size: number, more: Partial<Text> = {}): Text => ({
  kind: 'text',
  ...{ text, x, y, size, bold: false, fill: DARK, middle: false, ...more },
})

/** As large as it may be, and as small as it must be to fit between the margins. */
function fitted(text: string, size: number, bold: boolean): number {
  const room = WIDTH - 2 * MARGIN
  return Math.min(size, (size * room) / widthOf(text, size, bold))
}

/** One poster: who, the call, the code, what to send, what to do first in an emergency. */
export function layout(poster: Poster): Sheet {
  const items = [
    box(0, 0, WIDTH, HEIGHT, WHITE),
    ...heading(poster),
    line(WORDING.title, MIDDLE, 182, fitted(WORDING.title, 30, true), { bold: true, middle: true }),
    ...code(poster.link),
    line(WORDING.how, MIDDLE, 422, 13, { middle: true, fill: GREY }),
    ...WORDING.steps.flatMap(([say, more], index) => step(index, say, more)),
    ...emergency(),
    line(WORDING.privacy, MARGIN, 582, 8, { fill: GREY }),
    line(poster.code, WIDTH - MARGIN - widthOf(poster.code, 8, false), 582, 8, { fill: GREY }),
  ]
  return { width: WIDTH, height: HEIGHT, items }
}

const heading = ({ town, village }: Poster): Item[] => [
  box(0, 0, WIDTH, 140, BLUE),
  line(town, MIDDLE, 42, fitted(town, 26, false), { middle: true, fill: WHITE }),
  ...villageName(village),
]

/** A name too long to be read from two metres in one line takes two. */
function villageName(village: string): Text[] {
  const lines = fitted(village, 58, true) >= 32 ? [village] : halves(village)
  const size = Math.min(...lines.map((text) => fitted(text, lines.length === 1 ? 58 : 32, true)))
  // what is left below the township's name is shared out so that the lines stand in its middle
  const first = 93 + size * 0.36 - (lines.length - 1) * size * 0.6
  return lines.map((text, index) =>
    line(text, MIDDLE, first + index * size * 1.2, size, { bold: true, middle: true, fill: WHITE }),
  )
}

function halves(text: string): string[] {
  const characters = [...text]
  const middle = Math.ceil(characters.length / 2)
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
}

function code(link: string): Item[] {
  const side = 206
  const x = MIDDLE - side / 2
  const y = 196
  const { modules, bars } = qrOf(link)
  // four light modules around it belong to the code
  const scale = side / (modules + 8)
  const qr: Bars = { kind: 'bars', x: x + 4 * scale, y: y + 4 * scale, scale, bars, fill: '#000000' }
  return [box(x, y, side, side, WHITE, { radius: 8, stroke: BLUE }), qr]
}

function step(index: number, say: string, more: string): Item[] {
  const y = 450 + index * 23
  return [
    box(MARGIN, y - 13, 18, 18, BLUE, { radius: 9 }),
    line(`${index + 1}`, MARGIN + 9, y + 0.5, 12, { bold: true, middle: true, fill: WHITE }),
    line(say, MARGIN + 26, y + 1, 14, { bold: true }),
    line(more, MARGIN + 26 + widthOf(say, 14, true) + 8, y + 1, 11, { fill: GREY }),
  ]
}

function emergency(): Item[] {
  const [first, numbers] = WORDING.emergency
  const [small, large] = [widthOf(first, 18, true), widthOf(numbers, 26, true)]
  const x = (WIDTH - small - 12 - large) / 2
  const white = { bold: true, fill: WHITE }
  return [box(0, 521, WIDTH, 44, RED), line(first, x, 551, 18, white), line(numbers, x + small + 12, 552.5, 26, white)]
}
