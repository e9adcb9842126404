import type { Paragraph } from '../docx/model.ts'
import { BLANK, unbroken, type Atom } from './breaking.ts'

/** `ends`: the paragraph or a break ends it, so it is not stretched. */
export type Line = Readonly<{ atoms: readonly Atom[]; ends: boolean; pageAfter: boolean }>
/** Without stops of its own a tab goes to the next of these. */
const TAB = 36

/** Fills lines one after the other; what is longer than a line is broken where the line is full. */
export function linesOf(atoms: readonly Atom[], paragraph: Paragraph, width: number): Line[] {
  const lines: Line[] = []
  let line: Atom[] = []
  let used = paragraph.first
  const end = (ends: boolean, pageAfter = false) => {
    lines.push({ atoms: line, ends, pageAfter })
    line = []
    used = 0
  }
  const put = (atom: Atom) => {
    if (atom.kind !== 'break' && line.length > 0 && used + atom.width > width + SLACK && !isBlank(atom)) end(false)
    if (atom.kind === 'break') return end(true, atom.page)
    const placed = atom.kind === 'tab' ? { ...atom, width: toStop(used, paragraph) } : atom
    line.push(placed)
    used += placed.width
  }
  for (const unit of unbroken(atoms)) {
    const needs = unit.reduce((sum, atom) => sum + atom.width, 0)
    if (line.length > 0 && used + needs > width + SLACK && needs <= width && !unit.every(isBlank)) end(false)
    for (const atom of unit) put(atom)
  }
  if (line.length > 0 || lines.length === 0 || lines.at(-1)?.pageAfter === false) end(true)
  return lines
}

/** What rounding adds up to over a line. */
const SLACK = 0.05
/** Hangs over the end of a line unseen. */
export const isBlank = (atom: Atom): boolean => atom.kind === 'char' && BLANK.test(atom.char)

function toStop(used: number, { tabs, left }: Paragraph): number {
  const stop = tabs.map((at) => at - left).find((at) => at > used + 1)
  return (stop ?? (Math.floor(used / TAB) + 1) * TAB) - used
}
