import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { percent } from './percent.ts'
import type { Report, Table as Rows, Value } from './tables.ts'
import { WORDS } from './wording.ts'

/** Half points; the fonts that every office program in China has. */
const FONT = { size: 21, font: { ascii: 'Times New Roman', eastAsia: WORDS.font } } as const
const CELL_SIZE = 18
/** A table that is wider would not fit the page: a row of it is then a list. */
const WIDEST = 9

/** A document to be handed on on paper; wide tables are turned so that each indicator has its line. */
export function docxOf({ title, notes, tables }: Report): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Shaozi',
    lastModifiedBy: 'Shaozi',
    styles: { default: { document: { run: FONT } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...notes.map((note) => new Paragraph({ text: note })),
          ...tables.flatMap(section),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function section(table: Rows): (Paragraph | Table)[] {
  const heading = new Paragraph({ text: table.name, heading: HeadingLevel.HEADING_1 })
  if (table.rows.length === 0) return [heading, new Paragraph({ text: WORDS.nothing })]
  return [heading, drawn(table.head.length > WIDEST ? turned(table) : table)]
}

/** Share and figures of one indicator in a line: name, indicator, share, numerator, denominator. */
function turned({ name, head, rows }: Rows): Rows {
  const lines = rows.flatMap(([who = null, score = null, rank = null, ...cells]) => [
    [who, WORDS.score, score, rank, null] as const,
    ...head
      .slice(3)
      .flatMap((word, n) =>
        n % 3 === 0 && cells[n] !== null
          ? [[who, word, cells[n] ?? null, cells[n + 1] ?? null, cells[n + 2] ?? null] as const]
          : [],
      ),
  ])
  return { name, head: [WORDS.name, WORDS.indicator, WORDS.share, WORDS.top, WORDS.below], rows: lines }
}

function drawn({ head, rows }: Rows): Table {
  const width = { size: 100, type: WidthType.PERCENTAGE }
  const line = (values: readonly Value[], bold: boolean, header = false) =>
    new TableRow({ tableHeader: header, children: values.map((value) => cell(value, bold)) })
  return new Table({ width, rows: [line(head, true, true), ...rows.map((row) => line(row, false))] })
}

const cell = (value: Value, bold: boolean): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: percent(value), bold, size: CELL_SIZE })] })],
  })
