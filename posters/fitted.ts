import { widthOf } from './font.ts'
import { printable } from './printable.ts'
import type { Text } from './sheet.ts'

/** As large as it may be, smaller to fit, and cut where it would be too small to read; 〓 stands for what the font lacks. */
export function fitted(words: string, x: number, y: number, size: number, room: number, more: Partial<Text>): Text {
  const bold = more.bold ?? false
  const shown = printable(words)
  const fitting = Math.max(10, Math.min(size, (size * room) / Math.max(1, widthOf(shown, size, bold))))
  return {
    kind: 'text',
    x,
    y,
    size: fitting,
    bold: false,
    fill: '#1c1c1e',
    middle: false,
    ...more,
    text: cut(shown, fitting, room, bold),
  }
}

function cut(words: string, size: number, room: number, bold: boolean): string {
  if (widthOf(words, size, bold) <= room) return words
  const characters = [...words]
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size, bold) > room) characters.pop()
  return `${characters.join('')}…`
}
