import type { Condition } from '../legal/said.ts'

/** What sends a file back before a reviewer sees it: what the law of the file asks for, and that a law is named at all. */
export type PreFailure = Condition | 'review-law'

/** What a reviewer is made to look at. */
export const PRE_WARNINGS = [
  'party-number',
  'record',
  'article',
  'heavy',
  'crime',
  'not-told',
  'told-other',
  'not-heard',
  'not-signed-off',
  'days',
] as const
export type PreWarning = (typeof PRE_WARNINGS)[number]

export type PreFault = Readonly<{ reason: PreFailure; choices: readonly string[] }>
