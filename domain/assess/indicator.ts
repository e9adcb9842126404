import type { Town } from '../town.ts'
import { MEASURE_KEYS, MEASURES, type DutyKind, type Measure } from './measures.ts'
import { DEFAULTS } from './wording-indicators.ts'

/** One line of assessment.csv: a measure a township scores, with its weight (0 = shown and not scored) and what says so. Days are YYYY-MM-DD, inclusive; null = no bound. */
export type Indicator = Readonly<{
  code: string
  name: string
  measure: Measure
  weight: number
  source: string
  legal: string
  validFrom: string | null
  validUntil: string | null
}>

/** What is scored where a township has no list of its own. */
export const DEFAULT_INDICATORS: readonly Indicator[] = MEASURE_KEYS.map((measure, n) => ({
  code: `K${String(n + 1).padStart(2, '0')}`,
  measure,
  ...DEFAULTS[measure],
  validFrom: null,
  validUntil: null,
}))

/** The indicators of a month: what was in force on its last day. */
export function indicatorsOn({ assessment }: Pick<Town, 'assessment'>, day: string): readonly Indicator[] {
  const listed = assessment ?? DEFAULT_INDICATORS
  return listed.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil),
  )
}

export const dutyOf = ({ measure }: Pick<Indicator, 'measure'>): DutyKind => MEASURES[measure].duty
export const ofDuty = (indicators: readonly Indicator[], duty: DutyKind): readonly Indicator[] =>
  indicators.filter((indicator) => dutyOf(indicator) === duty)
