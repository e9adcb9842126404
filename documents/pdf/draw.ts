import PDFDocument from 'pdfkit'
import { FILES } from '../../posters/font.ts'
import type { Drawn, Item } from './strip.ts'

type Pdf = InstanceType<typeof PDFDocument>

/** The pages as a PDF, with the characters they use embedded. */
export async function drawPages(title: string, pages: readonly Drawn[]): Promise<Buffer> {
  const pdf = new PDFDocument({ margin: 0, autoFirstPage: false, info: { Title: title } })
  for (const { width, height, items } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 })
    for (const item of items) draw(pdf, item)
  }
  pdf.end()
  const chunks: Buffer[] = []
  for await (const chunk of pdf as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function draw(pdf: Pdf, item: Item): void {
  switch (item.kind) {
    case 'text': {
      const { x, y, text, size, bold, underline, spacing, width } = item
      pdf.font(bold ? FILES.bold : FILES.regular, size).fillColor('#000000')
      pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing })
      if (underline) rule(pdf, x, y + size * 0.15, x + width, y + size * 0.15, size / 20)
      return
    }
    case 'rule':
      return rule(pdf, item.x, item.y, item.toX, item.toY, item.width)
    case 'picture':
      picture(pdf, item)
  }
}

function rule(pdf: Pdf, x: number, y: number, toX: number, toY: number, width: number): void {
  pdf.lineWidth(width).lineCap('square').moveTo(x, y).lineTo(toX, toY).stroke('#000000')
}

/** A picture of a kind that a PDF cannot hold, such as EMF, keeps its place. */
function picture(pdf: Pdf, { bytes, x, y, width, height }: Extract<Item, { kind: 'picture' }>): void {
  try {
    pdf.image(Buffer.from(bytes), x, y, { width, height })
  } catch {
    pdf.rect(x, y, width, height).lineWidth(0.5).stroke('#000000')
  }
}
