import { unprintable, widthOf } from '../../posters/font.ts'
import { WORDING } from '../wording.ts'

const widths: Readonly<Record<'regular' | 'bold', Map<string, number>>> = { regular: new Map(), bold: new Map() }
const printed = new Map<string, string>()

/** How wide a character is; measured once, a document has thousands. */
export function charWidth(char: string, size: number, bold: boolean): number {
  const known = widths[bold ? 'bold' : 'regular']
  const width = known.get(char) ?? widthOf(char, 1, bold)
  known.set(char, width)
  return width * size
}

/** What is drawn for a text: characters the font has no picture of are shown as missing, what nobody sees is left out. */
export const printable = (text: string): string[] => [...text].map(shown).filter((char) => char !== '')

function shown(char: string): string {
  const known = printed.get(char)
  if (known !== undefined) return known
  const drawn = /[\p{Cc}\p{Cf}\p{Cs}\uFE00-\uFE0F]/u.test(char)
    ? ''
    : unprintable(char).length > 0
      ? WORDING.unknown
      : char
  printed.set(char, drawn)
  return drawn
}
