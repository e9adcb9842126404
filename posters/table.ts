import { Resvg } from '@resvg/resvg-js'
import { fitted } from './fitted.ts'
import { FAMILY, FILES } from './font.ts'
import type { Box, Item, Sheet, Text } from './sheet.ts'
import { toSvg } from './svg.ts'

/** A table to be looked at in a chat: the first column is a name, the others are figures. */
export type TableDrawn = Readonly<{
  title: string
  notes: readonly string[]
  head: readonly string[]
  rows: readonly (readonly string[])[]
  foot: string
}>

const WIDTH = 540
/** Twice the width: sharp on a phone. */
const PIXELS = 1080
const PAD = 12
const TITLE = 54
const LINE = 20
const ROW = 32
const NAME = 132
const BLUE = '#0f4c9c'
const PALE = '#eef3fa'
const GREY = '#6b6f76'
const WHITE = '#ffffff'

/** As a PNG; the font is our own, so that rare characters are there on every machine. */
export function drawTable(table: TableDrawn): Buffer {
  const picture = new Resvg(toSvg(tableSheet(table)), {
    fitTo: { mode: 'width', value: PIXELS },
    font: { loadSystemFonts: false, fontFiles: [FILES.regular, FILES.bold], defaultFontFamily: FAMILY },
  })
  return picture.render().asPng()
}

/** The drawing itself. */
export function tableSheet({ title, notes, head, rows, foot }: TableDrawn): Sheet {
  const top = TITLE + PAD + notes.length * LINE
  const below = top + (rows.length + 1) * ROW
  const height = below + PAD + LINE
  const items = [
    box(0, 0, WIDTH, height, WHITE),
    box(0, 0, WIDTH, TITLE, BLUE),
    fitted(title, WIDTH / 2, 36, 22, WIDTH - 2 * PAD, { bold: true, middle: true, fill: WHITE }),
    ...notes.map((note, n) => fitted(note, PAD, TITLE + PAD + (n + 0.5) * LINE, 13, WIDTH - 2 * PAD, { fill: GREY })),
    ...row(head, top, { bold: true, fill: BLUE }),
    ...rows.flatMap((cells, n) => [
      ...(n % 2 === 0 ? [box(0, top + (n + 1) * ROW, WIDTH, ROW, PALE)] : []),
      ...row(cells, top + (n + 1) * ROW, {}),
    ]),
    fitted(foot, PAD, below + PAD + 6, 11, WIDTH - 2 * PAD, { fill: GREY }),
  ]
  return { width: WIDTH, height, items }
}

function row(cells: readonly string[], y: number, more: Partial<Text>): Item[] {
  const each = (WIDTH - NAME - 2 * PAD) / Math.max(1, cells.length - 1)
  return cells.map((words, n) =>
    n === 0
      ? fitted(words, PAD, y + 21, 14, NAME - PAD, more)
      : fitted(words, PAD + NAME + (n - 0.5) * each, y + 21, 14, each - 6, { ...more, middle: true }),
  )
}

const box = (x: number, y: number, width: number, height: number, fill: string): Box => ({
  kind: 'box',
  ...{ x, y, width, height, fill, radius: 0, stroke: null },
})
