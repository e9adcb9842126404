import { FAMILY } from './font.ts'
import { printable } from '../domain/text/printable.ts'
import type { Item, Sheet } from './sheet.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => printable(text).replace(/[&<>"]/gu, (char) => ESCAPES[char] ?? char)

export const toSvg = ({ width, height, items }: Sheet): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${FAMILY}">${items.map(element).join('')}</svg>`

function element(item: Item): string {
  switch (item.kind) {
    case 'box': {
      const stroke = item.stroke === null ? '' : ` stroke="${item.stroke}"`
      return `<rect x="${item.x}" y="${item.y}" width="${item.width}" height="${item.height}" rx="${item.radius}" fill="${item.fill}"${stroke}/>`
    }
    case 'text':
      return `<text x="${item.x}" y="${item.y}" font-size="${item.size}" font-weight="${item.bold ? 700 : 400}" text-anchor="${item.middle ? 'middle' : 'start'}" fill="${item.fill}">${escaped(item.text)}</text>`
    case 'bars': {
      const path = item.bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h${-width}z`).join('')
      return `<path transform="translate(${item.x} ${item.y}) scale(${item.scale})" fill="${item.fill}" d="${path}"/>`
    }
  }
}
