import { fold } from '../text/fold.ts'
import { findEntryNo } from '../book/number.ts'
import { findCaseNo } from './caseNo.ts'
import type { CaseRef } from './parsed.ts'
import {
  CASE_MARK,
  MEASURE,
  NUMBER_BEFORE,
  NUMBER_END,
  NUMBER_LAST,
  NUMBER_WORD,
  SHORT_NUMBER,
  SPOKEN_NUMBER,
  spokenDigit,
} from './wording-number.ts'

/** A reference read at the beginning of a text, and how many characters it took. */
export type RefRead = Readonly<{ ref: CaseRef; length: number }>

const SEPARATORS = /^[\s:,.;、。!~·()（）【】[\]<>《》"'“”‘’_+—-]*/u

export function separators(folded: string): number {
  return SEPARATORS.exec(folded)?.[0].length ?? 0
}

/**
 * The case a folded text begins with: `QS261123-0007`, `0007`, `#7`, `第0007号`, `工单 7`, 零零零七.
 * A bare number that may count things (3车, 8:30, 300米) is none: a result must not lose its figures.
 */
export function refAt(folded: string): RefRead | null {
  const start = separators(folded)
  const text = folded.slice(start)
  const entry = findEntryNo(text)
  if (entry?.from === 0) return { ref: { entryNo: entry.parts.no }, length: start + withEnd(text, entry.to) }
  const full = findCaseNo(text)
  if (full?.from === 0) return { ref: { caseNo: full.caseNo }, length: start + withEnd(text, full.to) }
  return shortAt(text, start) ?? spokenAt(text, start)
}

/** A text that is nothing but a case, `0002` or `QS261123-0002`: whoever writes it wants to see it. A bare 2 may be anything. */
export function onlyCase(text: string): CaseRef | null {
  const folded = fold(text).trim()
  const read = /^\d{1,3}$/u.test(folded) ? null : refAt(folded)
  return read && read.length + separators(folded.slice(read.length)) === folded.length ? read.ref : null
}

/** The same before a verb (`0007签收`), where the verb itself says that the number is a case. */
export function refBefore(folded: string): RefRead | null {
  const found = NUMBER_BEFORE.exec(folded)
  if (found) return { ref: { seq: Number(found[1]) }, length: found[0].length }
  return refAt(folded)
}

/** The last word of a folded text when it is a case: 「城管中队 0007」. */
export function refAtEnd(folded: string): Readonly<{ ref: CaseRef; from: number }> | null {
  const found = NUMBER_LAST.exec(folded)
  return found ? { ref: { seq: Number(found[1]) }, from: found.index } : null
}

function shortAt(text: string, start: number): RefRead | null {
  const word = NUMBER_WORD.exec(text)?.[0] ?? ''
  const found = SHORT_NUMBER.exec(text.slice(word.length))
  if (!found) return null
  const [whole, mark = '', digits = ''] = found
  const length = word.length + whole.length
  if (!names(digits, text.slice(length), word !== '' || mark === '#')) return null
  return { ref: { seq: Number(digits) }, length: start + withEnd(text, length) }
}

function spokenAt(text: string, start: number): RefRead | null {
  const found = SPOKEN_NUMBER.exec(text)
  if (!found) return null
  const digits = [...(found[1] ?? '')].map(spokenDigit).join('')
  return { ref: { seq: Number(digits) }, length: start + withEnd(text, found[0].length) }
}

/** Does a bare number name a case, given what follows it? */
function names(digits: string, after: string, marked: boolean): boolean {
  if (/^[.:/~%-]\d|^%/.test(after)) return false
  if (marked || (NUMBER_END.test(after) && after.startsWith(CASE_MARK))) return true
  if (digits.length >= 3) return digits.startsWith('0') || !MEASURE.test(after)
  return /^$|^[^\p{L}\p{N}]/u.test(after) && !MEASURE.test(after.trimStart())
}

function withEnd(text: string, length: number): number {
  return length + (NUMBER_END.exec(text.slice(length))?.[0].length ?? 0)
}
