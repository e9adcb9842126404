import { MARKS } from './kinds.ts'
import type { Kind } from './entry.ts'

/** What a number in the book says: township, kind, year, and the number within it. */
export type EntryNo = Readonly<{ no: string; town: string; kind: Kind; year: number; seq: number }>

const kinds: readonly Kind[] = Object.keys(MARKS).filter((kind): kind is Kind => kind in MARKS)
const marks = kinds.map((kind) => MARKS[kind].toLowerCase()).join('|')
const NUMBER = new RegExp(`(?<![a-z0-9])([a-z]{2,4}) ?[-_‐-―] ?(${marks}) ?(20\\d{2}) ?[-_‐-―] ?(\\d{4,7})(?!\\d)`)

/** The first number of the book in a folded text, QS-WJ2026-0012, and where it stands. */
export function findEntryNo(folded: string): Readonly<{ parts: EntryNo; from: number; to: number }> | null {
  const found = NUMBER.exec(folded)
  if (!found) return null
  const [whole, town = '', mark = '', year = '', digits = ''] = found
  const kind = kinds.find((each) => MARKS[each] === mark.toUpperCase())
  if (!kind) return null
  const seq = Number(digits)
  const no = `${town.toUpperCase()}-${mark.toUpperCase()}${year}-${String(seq).padStart(4, '0')}`
  const parts = { no, town: town.toUpperCase(), kind, year: Number(year), seq }
  return { parts, from: found.index, to: found.index + whole.length }
}
