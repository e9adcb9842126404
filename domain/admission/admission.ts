import { normalised } from '../duplicate/grams.ts'

/** 职责准入: a task pushed down by a department that is not on the township's list; held until somebody answers for it. */
export type Admission = Readonly<{
  id: string
  /** QS-ZR2026-0001 */
  no: string
  town: string
  department: string
  text: string
  status: 'held' | 'approved' | 'refused'
  /** userid of who recorded it */
  by: string
  at: Date
  /** number of the document that allows it */
  approval: string | null
  decidedBy: string | null
  decidedAt: Date | null
  /** the case it became */
  caseNo: string | null
}>

/** An approval without the number of a document is none: digits alone are a case number, or nothing. */
const SHORTEST_APPROVAL = 4

export function isApproval(words: string): boolean {
  const plain = words.replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length >= SHORTEST_APPROVAL && /\d/.test(plain) && /\p{L}/u.test(plain)
}

/** The same task pushed down again, while it waits or after it was let in; what was refused may be asked for anew. */
export function pushedBefore(
  known: readonly Admission[],
  { department, text }: Pick<Admission, 'department' | 'text'>,
): Admission | null {
  const isSame = (each: Admission) =>
    normalised(each.department) === normalised(department) && normalised(each.text) === normalised(text)
  return known.find((each) => each.status !== 'refused' && isSame(each)) ?? null
}

export function formatAdmissionNo(town: string, year: string, seq: number): string {
  return `${town}-ZR${year}-${String(seq).padStart(4, '0')}`
}

/** The number within the year. */
export function seqOf(no: string): number {
  return Number(no.slice(no.lastIndexOf('-') + 1))
}
