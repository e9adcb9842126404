import type { Assessment } from './assessment.ts'
import type { AppealEntry } from './appeal.ts'

/** An assessment as it is kept or counted just now; `sealed` once it is frozen. */
export type Assessed = Readonly<{
  assessment: Assessment
  sealed: Readonly<{ text: string; sha256: string }> | null
  /** all objections of the month, oldest first */
  appeals: readonly AppealEntry[]
}>
