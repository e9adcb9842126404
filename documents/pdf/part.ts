import type { Strip } from './strip.ts'
import { heightOf, type Box, type Flowing } from './table.ts'

/** Parts a row where a page ends: the lines that have room, and the rest. Null where not one line has. */
export function parted(row: Flowing, room: number): readonly [Flowing, Flowing] | null {
  const cut = row.boxes.map((box) => linesThatFit(box, room))
  if (!row.boxes.some((box, at) => box.strips.length > 0 && (cut[at] ?? 0) > 0)) return null
  return [
    rowWith(row, room, (box, at) => box.strips.slice(0, cut[at])),
    rowWith(row, 0, (box, at) => box.strips.slice(cut[at])),
  ]
}

function linesThatFit({ strips, margins }: Box, room: number): number {
  let used = margins.top + margins.bottom
  const over = strips.findIndex(({ before, height, after }) => (used += before + height + after) > room)
  return over < 0 ? strips.length : over
}

function rowWith(row: Flowing, least: number, strips: (box: Box, at: number) => readonly Strip[]): Flowing {
  const boxes = row.boxes.map((box, at) => ({ ...box, y: 0, vertical: 'top' as const, strips: strips(box, at) }))
  const heights = boxes.map(({ strips, margins }) => heightOf(strips) + margins.top + margins.bottom)
  const height = Math.max(least, ...heights)
  return { ...row, height, boxes: boxes.map((box) => ({ ...box, height })) }
}
