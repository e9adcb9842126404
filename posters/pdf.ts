import PDFDocument from 'pdfkit'
import { FILES, widthOf } from './font.ts'
import { layout } from './layout.ts'
import type { Item, Poster, Sheet } from './sheet.ts'

type Document = InstanceType<typeof PDFDocument>

/** One page of A4 for each poster, with the characters it uses embedded. */
export async function drawPdf(title: string, posters: readonly Poster[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: title } })
  for (const poster of posters) page(document, layout(poster))
  document.end()
  const chunks: Buffer[] = []
  for await (const chunk of document as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function page(document: Document, { width, items }: Sheet): void {
  document.addPage()
  document.scale(document.page.width / width)
  for (const item of items) draw(document, item)
}

function draw(document: Document, item: Item): void {
  switch (item.kind) {
    case 'box':
      document.roundedRect(item.x, item.y, item.width, item.height, item.radius)
      if (item.stroke === null) document.fill(item.fill)
      else document.fillAndStroke(item.fill, item.stroke)
      return
    case 'text': {
      const x = item.middle ? item.x - widthOf(item.text, item.size, item.bold) / 2 : item.x
      document.font(item.bold ? FILES.bold : FILES.regular, item.size).fillColor(item.fill)
      document.text(item.text, x, item.y, { lineBreak: false, baseline: 'alphabetic' })
      return
    }
    case 'bars':
      document.save().translate(item.x, item.y).scale(item.scale)
      for (const { x, y, width } of item.bars) document.rect(x, y, width, 1)
      // all in one fill: filled one by one, hairlines would show between the rows
      document.fill(item.fill).restore()
  }
}
