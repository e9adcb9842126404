import { Resvg } from '@resvg/resvg-js'
import { fitted } from './fitted.ts'
import { FAMILY, FILES } from './font.ts'
import type { Box, Item, Sheet } from './sheet.ts'
import { toSvg } from './svg.ts'
import { WORDING } from './wording.ts'

/** What is drawn: an item, and for each of its steps the units and their people. */
export type Mindmap = Readonly<{
  item: string
  steps: readonly Readonly<{ step: string; unit: string; people: string }>[]
  /** what else was meant, perhaps: named below */
  others?: readonly string[]
}>

const WIDTH = 540
/** Twice the width: sharp on a phone. */
const PIXELS = 1080
const ROW = 46
const GAP = 10
const TOP = 74
const HEAD = 54
const FOOT = 26
const PAD = 12
const COLUMNS = { step: { x: 24, width: 132 }, unit: { x: 186, width: 164 }, people: { x: 370, width: 150 } } as const
const BLUE = '#0f4c9c'
const PALE = '#e8f0fb'
const DARK = '#1c1c1e'
const GREY = '#6b6f76'
const WHITE = '#ffffff'

/** An item as a map from left to right, as a PNG; the font is our own, so it looks the same everywhere. */
export function drawMindmap(map: Mindmap): Buffer {
  const picture = new Resvg(toSvg(mindmap(map)), {
    fitTo: { mode: 'width', value: PIXELS },
    font: { loadSystemFonts: false, fontFiles: [FILES.regular, FILES.bold], defaultFontFamily: FAMILY },
  })
  return picture.render().asPng()
}

/** The drawing itself. */
export function mindmap({ item, steps, others = [] }: Mindmap): Sheet {
  const below = TOP + Math.max(1, steps.length) * (ROW + GAP)
  const height = below + PAD + (others.length > 0 ? FOOT : 0)
  const isAgain = (i: number) => i > 0 && steps[i - 1]?.step === steps[i]?.step
  const rows = steps.flatMap((each, i) => row(each, TOP + i * (ROW + GAP), isAgain(i)))
  const lastStep = steps.findLastIndex((_each, i) => !isAgain(i))
  const spine = bar(12, HEAD, 2, TOP - HEAD + Math.max(0, lastStep) * (ROW + GAP) + ROW / 2)
  const foot =
    others.length > 0 ? [fitted(WORDING.others(others), 12, below + PAD, 13, WIDTH - 24, { fill: GREY })] : []
  return { width: WIDTH, height, items: [box(0, 0, WIDTH, height, WHITE), ...title(item), spine, ...rows, ...foot] }
}

const title = (item: string): Item[] => [
  box(0, 0, WIDTH, HEAD, BLUE),
  fitted(item, WIDTH / 2, 36, 22, WIDTH - 2 * PAD, { bold: true, middle: true, fill: WHITE }),
]

function row({ step, unit, people }: Mindmap['steps'][number], y: number, again: boolean): Item[] {
  const middle = y + ROW / 2
  const { step: s, unit: u, people: p } = COLUMNS
  const fork = s.x + s.width + (u.x - s.x - s.width) / 2
  return [
    // another unit of the same step hangs on that step
    ...(again ? [bar(fork, middle - ROW - GAP, 2, ROW + GAP + 2), bar(fork, middle, u.x - fork, 2)] : []),
    ...(again ? [] : [bar(12, middle, s.x - 12, 2)]),
    ...(again ? [] : [bar(s.x + s.width, middle, u.x - s.x - s.width, 2), ...node(step, s, y, BLUE, WHITE)]),
    ...node(unit, u, y, PALE, DARK),
    ...(people === ''
      ? []
      : [
          bar(u.x + u.width, middle, p.x - u.x - u.width, 2),
          fitted(people, p.x, middle + 5, 14, p.width, { fill: GREY }),
        ]),
  ]
}

function node(
  words: string,
  { x, width }: Readonly<{ x: number; width: number }>,
  y: number,
  fill: string,
  ink: string,
): Item[] {
  return [
    box(x, y + 5, width, ROW - 10, fill, { radius: 8 }),
    fitted(words, x + width / 2, y + ROW / 2 + 5, 15, width - PAD, { middle: true, fill: ink, bold: fill === BLUE }),
  ]
}

const box = (x: number, y: number, width: number, height: number, fill: string, more: Partial<Box> = {}): Box => ({
  kind: 'box',
  ...{ x, y, width, height, fill, radius: 0, stroke: null, ...more },
})
const bar = (x: number, y: number, width: number, height: number): Box => box(x, y, width, height, '#9db8dc')
