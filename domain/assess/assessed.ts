import type { Assessment } from './assessment.ts'
import type { AppealEntry } from './appeal.ts'

/** What a report may be written as. */
export const REPORT_FORMATS = ['xlsx', 'docx', 'png', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** An assessment as it is kept or counted just now; `sealed` once it is frozen. */
export type Assessed = Readonly<{
  assessment: Assessment
  sealed: Readonly<{ text: string; sha256: string }> | null
  /** all objections of the month, oldest first */
  appeals: readonly AppealEntry[]
}>
