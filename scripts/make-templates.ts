/**
 * Makes the templates of `config/documents` anew: `npx tsx scripts/make-templates.ts [folder]`. Only for a new kind
 * of document or a new layout of all of them: what staff have edited in these files is overwritten.
 */
import {
  AlignmentType,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
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
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS } from '../documents/input.ts'
import {
  FONTS,
  PAGE,
  PICTURE,
  TEMPLATES,
  type Block,
  type Cell,
  type Line,
  type Row,
  type Template,
} from './wording-templates.ts'

/** In half points: 三号 in letters, 小四 in forms, 二号 for titles (GB/T 9704). */
const SIZE = { text: 32, form: 24, title: 44, small: 18 } as const
const SIDES = { left: mm(28), right: mm(26), header: mm(15), footer: mm(12) }
const MARGIN = { letter: { top: mm(30), bottom: mm(27), ...SIDES }, form: { top: mm(20), bottom: mm(20), ...SIDES } }
const exact = (points: number) => ({ line: points * 20, lineRule: LineRuleType.EXACT })
const MARKS = { '^': AlignmentType.CENTER, '>': AlignmentType.RIGHT, '-': AlignmentType.LEFT } as const

const fontOf = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, cs: name })
const run = (text: string, size: number, bold = false, font: string = FONTS.text) =>
  new TextRun({ text, size, bold, font: fontOf(font) })

const spacingOf = (line: string, points: number) => (line.includes(PICTURE) ? { before: 120 } : exact(points))

function letter(line: Line, keepNext: boolean): Paragraph {
  const { text, align, bold } = marked(line)
  const plain: IParagraphOptions = { spacing: spacingOf(text, 28), children: [run(text, SIZE.text, bold)] }
  if (align !== null) return new Paragraph({ ...plain, alignment: align, keepNext })
  return new Paragraph({
    ...plain,
    alignment: AlignmentType.BOTH,
    indent: { firstLine: SIZE.text * 10 },
    keepNext: bold || keepNext,
  })
}

/** `*` may stand behind the tag that opens a condition: the tag belongs to the same paragraph. */
function marked(line: Line) {
  const bold = /^(\{#[^}]*\})?\*/u.test(line)
  const plain = line.replace(/^(\{#[^}]*\})?\*/u, '$1')
  const align = Object.entries(MARKS).find(([mark]) => plain.startsWith(mark))?.[1] ?? null
  return { text: align === null ? plain : plain.slice(1), align, bold }
}

function inCell(line: Line): Paragraph {
  const { text, align } = marked(line)
  return new Paragraph({
    alignment: align ?? AlignmentType.LEFT,
    spacing: exact(18),
    children: [run(text, SIZE.form)],
  })
}

function cell({ lines, span = 1 }: Cell, width: number): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100, marginUnitType: WidthType.DXA },
    children: lines.map(inCell),
  })
}

function row({ cells, tall, flows, head }: Row, widths: readonly number[]): TableRow {
  let at = 0
  const made = cells.map((each) => {
    const span = each.span ?? 1
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    at += span
    return cell(each, width)
  })
  const height = { value: tall === undefined ? 520 : mm(tall), rule: 'atLeast' as const }
  return new TableRow({ children: made, cantSplit: flows !== true, tableHeader: head === true, height })
}

/** What the seal is put on is never alone on a page (GB/T 9704). */
const leadsToSeal = (next: Block | undefined): boolean =>
  next === '' || (typeof next === 'string' && next.includes(PAGE.seal))

function block(each: Block, at: number, all: readonly Block[]): Paragraph | Table {
  if (typeof each === 'string') return letter(each, leadsToSeal(all[at + 1]) || (each !== '' && leadsToSeal(each)))
  const total = each.widths.reduce((sum, one) => sum + one, 0)
  return new Table({
    columnWidths: [...each.widths],
    width: { size: total, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: each.rows.map((one) => row(one, each.widths)),
  })
}

const title = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exact(36),
    children: [run(text, SIZE.title, true, FONTS.title)],
  })

const number = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exact(28), before: 120, after: 120 },
    children: [run(text, SIZE.text - 4)],
  })

function footer(foot: readonly string[]): Footer {
  const line = (children: TextRun[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Paragraph({ alignment, spacing: exact(16), children })
  const count = (...children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) =>
    new TextRun({ size: SIZE.small, font: fontOf(FONTS.text), children })
  return new Footer({
    children: [
      ...foot.map((text) => line([run(text, SIZE.small + 3)], AlignmentType.LEFT)),
      line(
        [
          run(PAGE.caseNo, SIZE.small),
          count(`${PAGE.before} `, PageNumber.CURRENT, ` ${PAGE.between} `, PageNumber.TOTAL_PAGES, ` ${PAGE.after}`),
        ],
        AlignmentType.CENTER,
      ),
    ],
  })
}

const seam = () =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(PAGE.seam, SIZE.small)] })],
  })

function documentOf({ title: name, number: no, blocks, foot, seam: stamped, form }: Template): Document {
  return new Document({
    title: name,
    creator: 'Shaozi',
    styles: { default: { document: { run: { size: SIZE.text, font: fontOf(FONTS.text) } } } },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: form ? MARGIN.form : MARGIN.letter } },
        headers: stamped ? { default: seam() } : {},
        footers: { default: footer(foot) },
        children: [title(PAGE.organ), title(name), number(no), ...blocks.map(block)],
      },
    ],
  })
}

/** Tells Word and WPS what the same font is called where this one is not installed. */
function withFallbacks(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx)
  const fonts = Object.entries(FONTS.others).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  parts['word/fontTable.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`,
  )
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (!types.includes('fontTable.xml')) throw new Error('the package docx no longer declares a table of fonts')
  // one date for all: made again, an unchanged template is the same file
  const about = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
  parts['docProps/core.xml'] = strToU8(about.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2026-01-01T00:00:00Z'))
  return zipSync(parts, { mtime: new Date('2026-01-01T00:00:00'), level: 9 })
}

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'config', 'documents')
mkdirSync(folder, { recursive: true })
for (const kind of KINDS) {
  const made = await Packer.toBuffer(documentOf(TEMPLATES[kind]))
  writeFileSync(join(folder, `${kind}.docx`), withFallbacks(made))
  console.log(`${kind}.docx`)
}
