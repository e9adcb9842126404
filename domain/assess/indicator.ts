import type { Town } from '../town.ts'
import { MEASURE_KEYS, MEASURES, type DutyKind, type Indicator } from './measures.ts'
import { DEFAULTS } from './wording-indicators.ts'

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
