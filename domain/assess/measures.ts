/** find 属地排查: who should have seen it | fix 办理: who had to deal with it. They are scored apart. */
export type DutyKind = 'find' | 'fix'

/** A share that can be counted from the log of events: `top` of `of`. Which way is better belongs to what is counted. */
type Share = Readonly<{ duty: DutyKind; top: string; of: string; better: 'high' | 'low' }>

const fix = (top: string, of: string, better: Share['better'] = 'high'): Share => ({ duty: 'fix', top, of, better })
const find = (top: string, of: string, better: Share['better'] = 'high'): Share => ({ duty: 'find', top, of, better })

/**
 * All that an indicator may be made of; docs/assessment.zh-CN.md says how each is counted. There is nothing here about
 * fines, and there never may be (行政处罚法 §74).
 */
export const MEASURES = {
  'respond.normal': fix('responded_normal', 'asked_normal'),
  'respond.key': fix('responded_key', 'asked_key'),
  sign: fix('signed_in_time', 'sign_due'),
  arrive: fix('arrived_in_time', 'arrive_due'),
  finish: fix('finished_in_time', 'finish_due'),
  return: fix('returned', 'received', 'low'),
  redo: fix('redone', 'rounds', 'low'),
  solved: fix('solved', 'said_solved_or_not'),
  satisfied: fix('satisfied', 'said_satisfied_or_not'),
  ruling: fix('rulings_lost', 'rulings', 'low'),
  whistle: fix('came_in_time', 'called'),
  help: fix('help_answered_in_time', 'help_asked'),
  child: fix('parts_in_time', 'parts_given'),
  opinion: fix('opinions_answered_in_time', 'opinions'),
  review: fix('passed_at_once', 'reviewed'),
  training: fix('quiz_answered', 'quiz_asked'),
  found: find('found_by_patrol', 'cases_of_place'),
  missed: find('seen_by_many_first', 'cases_of_place', 'low'),
} as const satisfies Readonly<Record<string, Share>>

export type Measure = keyof typeof MEASURES
export const MEASURE_KEYS: readonly Measure[] = Object.keys(MEASURES).filter((key): key is Measure =>
  Object.hasOwn(MEASURES, key),
)

/** As it is written in assessment.csv: numerator/denominator. */
export const formulaOf = (measure: Measure): string => `${MEASURES[measure].top}/${MEASURES[measure].of}`

/** The measure of a formula, whatever spaces are in it; null where nothing of the kind is counted. */
export function measureOf(formula: string): Measure | null {
  const wanted = formula.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
  return MEASURE_KEYS.find((measure) => formulaOf(measure) === wanted) ?? null
}

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
