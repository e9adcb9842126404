import { fold } from '../text/fold.ts'

/** The parts of a case number `QS261123-0007`: township, Shanghai day (yymmdd) and the number of that day. */
export type CaseNumber = Readonly<{ town: string; day: string; seq: number }>

/** Dashes people and phones type for the one we print, or none. */
const CASE_NO = /(?<![a-z0-9])([a-z]{2,4}) ?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])) ?[-_‐-―]? ?(\d{4,9})(?!\d)/

export function formatCaseNo(town: string, day: string, seq: number): string {
  return `${town}${day}-${shortNumber(seq)}`
}

/** The first case number in a text, in whatever case or width it was typed; null when there is none. */
export function parseCaseNo(text: string): CaseNumber | null {
  return findCaseNo(fold(text))?.parts ?? null
}

/** The short form people use: `0007`. */
export function shortNo(caseNo: string): string {
  return caseNo.slice(caseNo.lastIndexOf('-') + 1)
}

/** The first case number of a folded text and where it stands. */
export function findCaseNo(
  folded: string,
): Readonly<{ parts: CaseNumber; caseNo: string; from: number; to: number }> | null {
  const found = CASE_NO.exec(folded)
  if (!found) return null
  const [whole, town = '', day = '', digits = ''] = found
  const parts = { town: town.toUpperCase(), day, seq: Number(digits) }
  return { parts, caseNo: formatCaseNo(parts.town, day, parts.seq), from: found.index, to: found.index + whole.length }
}

function shortNumber(seq: number): string {
  return String(seq).padStart(4, '0')
}
