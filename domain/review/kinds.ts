import type { StepTaken } from '../legal/kinds.ts'
import type { CheckPoint } from './checkPoints.ts'
import type { PreWarning } from './warnings.ts'

/** 法制审核: a file before a reviewer. Its owner is the reviewer; null while nobody may take it. */
export type Review = Readonly<{
  /** id and number of the file: QS-LA2026-0001 */
  file: string
  fileNo: string
  /** 1, 2 … of this file */
  round: number
  /** who submitted it */
  by: string
  /** the penalty that was submitted */
  seen: NonNullable<StepTaken['data']>
  warnings: readonly PreWarning[]
  /** who stepped aside 回避, and why: it is not given to him again */
  aside: readonly Readonly<{ userid: string; why: string }>[]
  decidedBy: string | null
  points: readonly CheckPoint[]
  note: string | null
}>

/** Before the party is told, and before it is decided. */
export type SignoffPoint = 'notice' | 'decide'

/** 指导单位会签. Its owner is the guiding unit; null where the township only knows its name. */
export type Signoff = Readonly<{
  file: string
  fileNo: string
  point: SignoffPoint
  mentor: string
  by: string
  decidedBy: string | null
  note: string | null
}>

export type ReviewKinds = {
  review: Readonly<{ state: 'open' | 'passed' | 'rejected' | 'withdrawn'; data: Review }>
  signoff: Readonly<{ state: 'open' | 'agreed' | 'refused' | 'withdrawn'; data: Signoff }>
}

export const REVIEW_MARKS = { review: 'FS', signoff: 'HQ' } as const satisfies Record<keyof ReviewKinds, string>
