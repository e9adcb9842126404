import { Resvg } from '@resvg/resvg-js'
import { fitted } from './fitted.ts'
import { FAMILY, FILES, widthOf } from './font.ts'
import type { Box, Item, Sheet } from './sheet.ts'
import { toSvg } from './svg.ts'

/** Figures to be looked at in a chat: the first column is a name, the others are numbers. */
type Part = Readonly<{ name: string; head: readonly string[]; rows: readonly (readonly string[])[] }>
/** Tables one below the other, on one picture. */
export type TablesDrawn = Readonly<{ title: string; notes: readonly string[]; tables: readonly Part[]; foot: string }>

/** As wide as a phone; wider where there are many columns. */
const NARROWEST = 540
/** Room for five characters in a line. */
const COLUMN = 56
/** Pixels for a unit: sharp on a phone. */
const SHARP = 2
const PAD = 12
const TITLE = 54
const LINE = 20
const ROW = 32
const HEAD = 42
const NAME = 132
const BLUE = '#0f4c9c'
const PALE = '#eef3fa'
const GREY = '#6b6f76'
const WHITE = '#ffffff'

/** As a PNG; the font is our own, so that rare characters are there on every machine. */
export function drawTables(drawn: TablesDrawn): Buffer {
  const sheet = tablesSheet(drawn)
  const picture = new Resvg(toSvg(sheet), {
    fitTo: { mode: 'width', value: SHARP * sheet.width },
    font: { loadSystemFonts: false, fontFiles: [FILES.regular, FILES.bold], defaultFontFamily: FAMILY },
  })
  return picture.render().asPng()
}

/** The drawing itself. */
export function tablesSheet({ title, notes, tables, foot }: TablesDrawn): Sheet {
  const width = Math.max(NARROWEST, ...tables.map(({ head }) => NAME + 2 * PAD + (head.length - 1) * COLUMN))
  const top = TITLE + PAD + notes.length * LINE
  const tops = tables.map((_, n) => tables.slice(0, n).reduce((y, table) => y + heightOf(table), top))
  const below = tables.reduce((y, table) => y + heightOf(table), top)
  const height = below + PAD + LINE
  const room = width - 2 * PAD
  const items = [
    box(0, 0, width, height, WHITE),
    box(0, 0, width, TITLE, BLUE),
    fitted(title, width / 2, 36, 22, room, { bold: true, middle: true, fill: WHITE }),
    ...notes.map((note, n) => fitted(note, PAD, TITLE + PAD + (n + 0.5) * LINE, 13, room, { fill: GREY })),
    ...tables.flatMap((table, n) => part(table, tops[n] ?? top, width)),
    fitted(foot, PAD, below + PAD + 6, 11, room, { fill: GREY }),
  ]
  return { width, height, items }
}

const heightOf = ({ rows }: Part): number => LINE + HEAD + rows.length * ROW + PAD

function part({ name, head, rows }: Part, top: number, width: number): Item[] {
  const first = top + LINE + HEAD
  return [
    fitted(name, PAD, top + 16, 14, width - 2 * PAD, { bold: true }),
    ...headOf(head, top + LINE, width),
    ...rows.flatMap((cells, n) => [
      ...(n % 2 === 0 ? [box(0, first + n * ROW, width, ROW, PALE)] : []),
      ...placed(cells, width).map(({ words, at, room, middle }) =>
        fitted(words, at, first + n * ROW + 21, 14, room, { middle }),
      ),
    ]),
  ]
}

/** A name of an indicator that is too long for a line is written in two. */
function headOf(head: readonly string[], y: number, width: number): Item[] {
  return placed(head, width).flatMap(({ words, at, room, middle }) => {
    const [one = '', two] = inTwo(words, room)
    const line = (text: string, down: number) =>
      fitted(text, at, y + down, 13, room, { bold: true, fill: BLUE, middle })
    return two === undefined ? [line(one, 26)] : [line(one, 18), line(two, 34)]
  })
}

function inTwo(words: string, room: number): string[] {
  const characters = [...words]
  const half = Math.ceil(characters.length / 2)
  return widthOf(words, 13, true) <= room
    ? [words]
    : [characters.slice(0, half).join(''), characters.slice(half).join('')]
}

/** Where the cells of a row stand: the name on the left, figures in the middle of their columns. */
function placed(cells: readonly string[], width: number) {
  const each = (width - NAME - 2 * PAD) / Math.max(1, cells.length - 1)
  return cells.map((words, n) =>
    n === 0
      ? { words, at: PAD, room: NAME - PAD, middle: false }
      : { words, at: PAD + NAME + (n - 0.5) * each, room: each - 4, middle: true },
  )
}

const box = (x: number, y: number, width: number, height: number, fill: string): Box => ({
  kind: 'box',
  ...{ x, y, width, height, fill, radius: 0, stroke: null },
})
