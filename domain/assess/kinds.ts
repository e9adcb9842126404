/** The assessment of a month, from the day it is shown; `sha256` of the frozen text, which itself stands in the log. */
export type MonthShown = Readonly<{ month: string; sha256: string | null }>

/** A head objects to a figure of his unit, or to one case in it. `name` = what the indicator was called then. */
export type Appeal = Readonly<{
  month: string
  unit: string
  indicator: string
  name: string
  caseNo: string | null
  by: string
  reason: string
  decidedBy: string | null
  why: string | null
}>

export type AssessKinds = {
  assessment: Readonly<{ state: 'shown' | 'frozen'; data: MonthShown }>
  /** lapsed = nobody decided before it was frozen */
  appeal: Readonly<{ state: 'asked' | 'agreed' | 'refused' | 'lapsed'; data: Appeal }>
}

export const ASSESS_MARKS = { assessment: 'KH', appeal: 'SS' } as const satisfies Record<keyof AssessKinds, string>
