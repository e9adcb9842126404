/** Paragraphs and tables of the templates, as the package `docx` wants them. */
import {
  AlignmentType,
  convertMillimetersToTwip as mm,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { FONTS, PAGE, PICTURE, type Block, type Cell, type Line, type Row } from './wording-templates.ts'

/** In half points: 二号 for titles, 小四 in tables, 小五 at the edges. */
const SIZE = { title: 44, number: 28, form: 24, small: 18 } as const
/** 三号 in letters (GB/T 9704), 四号 in what is written on the spot; with the height of its lines, and the margins. */
export const LAYOUTS = {
  letter: { size: 32, line: 28, title: 36, top: mm(30), bottom: mm(27) },
  record: { size: 28, line: 24, title: 36, top: mm(25), bottom: mm(25) },
  form: { size: 24, line: 16, title: 32, top: mm(20), bottom: mm(20) },
} as const
export type Layout = (typeof LAYOUTS)[keyof typeof LAYOUTS]

const MARKS = { '^': AlignmentType.CENTER, '>': AlignmentType.RIGHT, '-': AlignmentType.LEFT } as const
export const exact = (points: number) => ({ line: points * 20, lineRule: LineRuleType.EXACT })
export const fontOf = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: name,
  cs: name,
})
const run = (text: string, size: number, bold = false, font: string = FONTS.text) =>
  new TextRun({ text, size, bold, font: fontOf(font) })
export const small = (text: string, more = 0): TextRun => run(text, SIZE.small + more)
export const smallRun = (children: IRunChildren) =>
  new TextRun({ size: SIZE.small, font: fontOf(FONTS.text), children })
type IRunChildren = NonNullable<Exclude<ConstructorParameters<typeof TextRun>[0], string>['children']>

export const title = (text: string, layout: Layout) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exact(layout.title),
    children: [run(text, SIZE.title, true, FONTS.title)],
  })

export const number = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exact(24), before: 120, after: 120 },
    children: [run(text, SIZE.number)],
  })

export const blocksOf = (blocks: readonly Block[], layout: Layout): (Paragraph | Table)[] =>
  blocks.map((each, at) =>
    typeof each === 'string' ? paragraph(each, layout, keepsNext(each, blocks[at + 1])) : table(each),
  )

const keepsNext = (line: Line, next: Block | undefined): boolean =>
  isSigned(next) || leadsToSeal(next) || (line !== '' && leadsToSeal(line))

/** Lines to sign on are not parted. */
const isSigned = (block: Block | undefined): boolean => typeof block === 'string' && block.includes(PAGE.blank)

/** What the seal is put on is never alone on a page (GB/T 9704). */
const leadsToSeal = (block: Block | undefined): boolean =>
  block === '' || (typeof block === 'string' && block.includes(PAGE.seal))

function paragraph(line: Line, layout: Layout, keepNext: boolean): Paragraph {
  const { text, align, bold } = marked(line)
  // a picture would be cut off in lines of an exact height
  const spacing = line.includes(PICTURE) ? { before: 120 } : exact(layout.line)
  const plain: IParagraphOptions = { spacing, children: [run(text, layout.size, bold)] }
  if (align !== null) return new Paragraph({ ...plain, alignment: align, keepNext: keepNext || line.includes(PICTURE) })
  const indent = { firstLine: layout.size * 20 }
  return new Paragraph({ ...plain, alignment: AlignmentType.BOTH, indent, keepNext: bold || keepNext })
}

/** `*` may stand behind the tag that opens a condition: the tag belongs to the same paragraph. */
function marked(line: Line) {
  const bold = /^(\{#[^}]*\})?\*/u.test(line)
  const plain = line.replace(/^(\{#[^}]*\})?\*/u, '$1')
  const align = Object.entries(MARKS).find(([mark]) => plain.startsWith(mark))?.[1] ?? null
  return { text: align === null ? plain : plain.slice(1), align, bold }
}

function table({ widths, rows }: Exclude<Block, string>): Table {
  return new Table({
    columnWidths: [...widths],
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: rows.map((each) => row(each, widths)),
  })
}

function row({ cells, tall, flows, head }: Row, widths: readonly number[]): TableRow {
  let at = 0
  const children = cells.map((each) => {
    const from = at
    at += each.span ?? 1
    return cell(each, sum(widths.slice(from, at)))
  })
  const height = { value: tall === undefined ? 500 : mm(tall), rule: 'atLeast' as const }
  return new TableRow({ children, cantSplit: flows !== true, tableHeader: head === true, height })
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

function cell({ lines, span = 1 }: Cell, width: number): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100, marginUnitType: WidthType.DXA },
    children: lines.map((line) => {
      const { text, align } = marked(line)
      const spacing = exact(LAYOUTS.form.line)
      return new Paragraph({ alignment: align ?? AlignmentType.LEFT, spacing, children: [run(text, SIZE.form)] })
    }),
  })
}
