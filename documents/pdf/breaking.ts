import type { Look, Piece } from '../docx/model.ts'
import { charWidth, printable } from './measure.ts'

/** What a line is made of: a character, a picture, a tab, the end of a line. */
export type Atom = Readonly<{ kind: 'char' | 'picture' | 'tab' | 'break'; width: number }> & Mark
type Mark =
  | (Readonly<{ kind: 'char'; char: string }> & Look)
  | (Readonly<{ kind: 'tab' }> & Look)
  | Readonly<{ kind: 'picture'; bytes: Uint8Array; height: number }>
  | Readonly<{ kind: 'break'; page: boolean }>

/** Which page of how many, for a header or footer; null where it is not known, in the text itself. */
export type Count = Readonly<{ page: number; pages: number }> | null

export const atomsOf = (pieces: readonly Piece[], count: Count, room: Room): Atom[] =>
  pieces.flatMap((piece): Atom[] => {
    switch (piece.kind) {
      case 'text':
        return chars(piece.text, piece)
      case 'field':
        return chars(count === null ? '' : `${count[piece.field]}`, piece)
      case 'tab':
        return [{ ...piece, width: 0 }]
      case 'break':
        return [{ ...piece, width: 0 }]
      case 'picture':
        return [{ ...piece, ...within(piece, room) }]
    }
  })
export type Room = Readonly<{ width: number; height: number }>

const chars = (text: string, { size, bold, underline }: Look): Atom[] =>
  printable(text).map((char) => ({ kind: 'char', char, size, bold, underline, width: charWidth(char, size, bold) }))

function within({ width, height }: Room, room: Room): Room {
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
}

/** 标点避头尾: what never begins a line, and what never ends one. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{M}，。、；：？！·…—～%‰℃\u3005,.;:?!]$/u
const NOT_LAST = /^[\p{Ps}\p{Pi}￥$]$/u
/** Half and full width. */
export const BLANK = /^[ \u3000]$/u
/** Letters and digits stay together. */
const WORD = /^[\p{Script=Latin}\p{Nd}'’@#&_+=/\\.,:;~-]$/u

/** Parts of a line that are not broken, in their order. */
export function unbroken(atoms: readonly Atom[]): Atom[][] {
  const units: Atom[][] = []
  for (const atom of atoms) {
    const last = units.at(-1)
    if (last !== undefined && together(last.at(-1), atom)) last.push(atom)
    else units.push([atom])
  }
  return units
}

function together(one: Atom | undefined, other: Atom): boolean {
  if (one?.kind !== 'char' || other.kind !== 'char') return false
  if (BLANK.test(one.char)) return false
  if (NOT_FIRST.test(other.char) || NOT_LAST.test(one.char)) return true
  return WORD.test(one.char) && WORD.test(other.char)
}
