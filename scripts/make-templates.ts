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
  Packer,
  PageNumber,
  Paragraph,
  type TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS } from '../domain/legal/documentShape.ts'
import { blocksOf, exact, fontOf, LAYOUTS, number, small, smallRun, title } from './template-layout.ts'
import { FONTS, PAGE, TEMPLATES, type Template } from './wording-templates.ts'

const SIDES = { left: mm(28), right: mm(26), header: mm(15), footer: mm(12) }

function documentOf(template: Template): Document {
  const layout = LAYOUTS[template.layout]
  const margin = { top: layout.top, bottom: layout.bottom, ...SIDES }
  return new Document({
    title: template.title,
    creator: 'Shaozi',
    lastModifiedBy: 'Shaozi',
    styles: { default: { document: { run: { size: layout.size, font: fontOf(FONTS.text) } } } },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        headers: template.seam ? { default: seam() } : {},
        footers: { default: footer(template.foot) },
        children: [
          ...[title(PAGE.organ, layout), title(template.title, layout), number(template.number)],
          ...blocksOf(template.blocks, layout),
        ],
      },
    ],
  })
}

function footer(foot: readonly string[]): Footer {
  const { before, between, after } = PAGE
  const pages = smallRun([`${before} `, PageNumber.CURRENT, ` ${between} `, PageNumber.TOTAL_PAGES, ` ${after}`])
  return new Footer({
    children: [
      ...foot.map((text) => edge([small(text, 3)], AlignmentType.LEFT)),
      edge([small(PAGE.caseNo), pages], AlignmentType.CENTER),
    ],
  })
}

const seam = () => new Header({ children: [edge([small(PAGE.seam)], AlignmentType.RIGHT)] })

const edge = (children: TextRun[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ alignment, spacing: exact(16), children })

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
