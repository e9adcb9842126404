import type { Assessment } from './assessment.ts'
import type { AppealEntry } from './appeal.ts'

/** What a report may be written as. */
export const REPORT_FORMATS = ['xlsx', 'docx', 'png', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** The text of a report that is frozen, and its SHA-256. */
export type Sealed = Readonly<{ text: string; sha256: string }>

/** So much of it is read out and compared. */
const SEAL = 16
export const sealOf = (sealed: Pick<Sealed, 'sha256'> | null): string | null => sealed?.sha256.slice(0, SEAL) ?? null

/** An assessment as it is kept or counted just now; `sealed` once it is frozen. */
export type Assessed = Readonly<{
  assessment: Assessment
  sealed: Sealed | null
  /** all objections of the month, oldest first */
  appeals: readonly AppealEntry[]
}>
