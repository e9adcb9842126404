import type { Paragraph } from '../docx/model.ts'
import { atomsOf, type Atom, type Count, type Room } from './breaking.ts'
import { isBlank, linesOf, type Line } from './lines.ts'
import type { Item, Strip } from './strip.ts'

/** How high a line is for its letters, as Word has it with 仿宋; the fonts that stand in for it claim far more. */
const NATURAL = 1.3
/** From the middle of a character down to its base line. */
const TO_BASE = 0.38

/** A paragraph as lines in a column. */
export function paragraphStrips(paragraph: Paragraph, room: Room, count: Count): Strip[] {
  const width = Math.max(1, room.width - paragraph.left - paragraph.right)
  const atoms = atomsOf(paragraph.pieces, count, { width, height: room.height })
  const lines = linesOf(atoms, paragraph, width)
  return lines.map((line, index) => {
    const height = heightOf(line, paragraph)
    return {
      kind: 'strip',
      height,
      before: index === 0 ? paragraph.before : 0,
      after: index === lines.length - 1 ? paragraph.after : 0,
      items: itemsOf(line, paragraph, { width, height }, index === 0 ? paragraph.first : 0),
      keepNext: paragraph.keepNext || (paragraph.noWidows && isKept(index, lines.length)),
      pageBefore: (index === 0 && paragraph.pageBefore) || lines[index - 1]?.pageAfter === true,
    }
  })
}

const isKept = (index: number, lines: number): boolean => index < lines - 1 && (index === 0 || index === lines - 2)

const sizeOf = (atom: Atom): number => (atom.kind === 'char' || atom.kind === 'tab' ? atom.size : 0)

function heightOf({ atoms }: Line, { line, size }: Paragraph): number {
  const letters = Math.max(...atoms.map(sizeOf), atoms.length === 0 ? size : 0) * NATURAL
  const pictures = Math.max(0, ...atoms.map((atom) => (atom.kind === 'picture' ? atom.height : 0)))
  const said = { auto: letters * line.value, exact: line.value, atLeast: Math.max(line.value, letters) }[line.rule]
  return Math.max(said, pictures)
}

function itemsOf(line: Line, paragraph: Paragraph, { width, height }: Room, first: number): Item[] {
  const atoms = trimmed(line.atoms)
  const free = width - first - atoms.reduce((sum, atom) => sum + atom.width, 0)
  const spacing = paragraph.align === 'both' && !line.ends ? stretched(atoms, free) : 0
  const shift = paragraph.align === 'right' ? free : paragraph.align === 'center' ? free / 2 : 0
  const tallest = Math.max(0, ...atoms.map(sizeOf))
  const base = height / 2 + tallest * TO_BASE
  return placed(atoms, paragraph.left + first + Math.max(0, shift), { base, height, spacing })
}

function trimmed(atoms: readonly Atom[]): readonly Atom[] {
  const last = atoms.findLastIndex((atom) => !isBlank(atom))
  // a line of blanks may be underlined
  return last < 0 ? atoms : atoms.slice(0, last + 1)
}

/** Between all characters alike; a line that would be torn apart stays as it is. */
function stretched(atoms: readonly Atom[], free: number): number {
  if (atoms.length < 2 || !atoms.every(({ kind }) => kind === 'char')) return 0
  const spacing = free / (atoms.length - 1)
  return spacing <= Math.max(...atoms.map(sizeOf)) * 0.5 ? spacing : 0
}

type Setting = Readonly<{ base: number; height: number; spacing: number }>

/** Characters that look alike are one text. */
function placed(atoms: readonly Atom[], from: number, { base, height, spacing }: Setting): Item[] {
  const items: Item[] = []
  let x = from
  for (const atom of atoms) {
    const last = items.at(-1)
    if (atom.kind === 'char') {
      const goesOn = last?.kind === 'text' && last.size === atom.size && last.bold === atom.bold
      if (goesOn && last.underline === atom.underline && Math.abs(last.x + last.width - x) < 0.01)
        items[items.length - 1] = { ...last, text: last.text + atom.char, width: last.width + atom.width + spacing }
      else items.push(text(atom, x, base, spacing))
    }
    if (atom.kind === 'picture') {
      const { width, bytes } = atom
      items.push({ kind: 'picture', x, y: height - atom.height, width, height: atom.height, bytes })
    }
    x += atom.width + spacing
  }
  return items
}

function text(
  { char, size, bold, underline, width }: Extract<Atom, { kind: 'char' }>,
  x: number,
  y: number,
  spacing: number,
): Item {
  return { kind: 'text', x, y, text: char, width: width + spacing, size, bold, underline, spacing }
}
