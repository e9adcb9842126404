import type { Calendar } from '../calendar/calendar.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { spanOf } from '../feedback/month.ts'
import { townLike, unitLike } from './alike.ts'
import { bookFacts } from './bookFacts.ts'
import { caseFacts } from './caseFacts.ts'
import { daysOf, lastDayOf, type Days } from './days.ts'
import type { Fact, Span } from './fact.ts'
import { grouped } from '../grouped.ts'
import { townOf, type Happened } from './happened.ts'
import { indicatorsOn, ofDuty } from './indicator.ts'
import type { Indicator } from './measures.ts'
import type { DutyKind } from './measures.ts'
import { cellOf, placeOf, scoreOf, scoresOf, type LeftOut, type Ranked, type Scored } from './score.ts'

/** running = the month goes on | over = not shown yet | shown 公示 | frozen 定稿 */
export type AssessmentState = 'running' | 'over' | 'shown' | 'frozen'

/** The figures of a township for a month. Who had to deal with it and who should have seen it are scored apart. Once frozen it is this text, word for word. */
export type Assessment = Readonly<{
  town: string
  name: string
  class: string
  month: string
  state: AssessmentState
  /** ISO; what was known then */
  asOf: string
  days: Days
  indicators: readonly Indicator[]
  units: readonly Scored[]
  villages: readonly Scored[]
  total: Readonly<Record<DutyKind, Scored>>
  leftOut: readonly LeftOut[]
}>

/** What figures are made of: the log, and what was left out after appeals, by township. */
export type Basis = Readonly<{
  month: string
  now: Date
  calendar: Calendar
  /** by case and by entry */
  happened: readonly (readonly Happened[])[]
  leftOut: ReadonlyMap<string, readonly LeftOut[]>
  /** of the townships whose month was shown already, and on which day */
  states: ReadonlyMap<string, Readonly<{ state: AssessmentState; shownOn: string }>>
}>

/** The figures of every township, so that those of one class can be compared. */
export function assessmentsOf(towns: readonly Town[], basis: Basis): Assessment[] {
  const facts = factsOf(basis.happened, { ...spanOf(basis.month), now: basis.now })
  const drafts = towns.map((town) => draftOf(town, facts.get(town.code) ?? [], basis))
  return drafts.map(({ like, ...draft }) => {
    const alike = drafts.filter((other) => other.like === like)
    const ranked = (duty: DutyKind): Scored => ({
      ...draft.total[duty],
      ...placeOf(
        draft.total[duty].score,
        alike.map(({ total }) => total[duty]),
      ),
    })
    return { ...draft, total: { fix: ranked('fix'), find: ranked('find') } }
  })
}

/** All that counts, by township. */
export function factsOf(happened: Basis['happened'], span: Span): ReadonlyMap<string, readonly Fact[]> {
  const facts = happened.flatMap((events) =>
    events[0]?.type === 'opened' ? caseFacts(events, span) : bookFacts(events, span),
  )
  return grouped(facts, ({ caseNo }) => townOf(caseNo))
}

function draftOf(town: Town, facts: readonly Fact[], { month, now, calendar, leftOut, states }: Basis) {
  const indicators = indicatorsOn(town, lastDayOf(month))
  const out = leftOut.get(town.code) ?? []
  const known = states.get(town.code)
  return {
    town: town.code,
    name: town.name,
    class: town.class,
    month,
    state: known?.state ?? (dayOf(now) > lastDayOf(month) ? 'over' : 'running'),
    asOf: now.toISOString(),
    days: daysOf(month, town.policy, calendar, known?.shownOn),
    indicators,
    units: scoresOf(unitsOf(town), indicators, 'fix', facts, out),
    villages: scoresOf(villagesOf(town), indicators, 'find', facts, out),
    total: { fix: totalOf(town, indicators, 'fix', facts, out), find: totalOf(town, indicators, 'find', facts, out) },
    leftOut: out,
    like: townLike(town, month),
  } as const satisfies Assessment & { like: string }
}

const unitsOf = ({ stations }: Town): Ranked[] =>
  stations.map((station) => ({ id: station.id, name: station.name, like: unitLike(station) }))
const villagesOf = ({ villages }: Town): Ranked[] => villages.map(({ code, name }) => ({ id: code, name, like: '' }))

function totalOf(
  { code, name }: Town,
  indicators: readonly Indicator[],
  duty: DutyKind,
  facts: readonly Fact[],
  leftOut: readonly LeftOut[],
): Scored {
  const own = ofDuty(indicators, duty)
  const cells = own.map((indicator) => ({ ...cellOf(indicator, facts, leftOut), against: [] }))
  return { id: code, name, cells, score: scoreOf(own, cells), rank: null, among: 0 }
}
