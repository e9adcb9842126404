import { ofDuty } from './indicator.ts'
import type { Indicator } from './measures.ts'
import { MEASURES, type DutyKind } from './measures.ts'
import type { Fact } from './fact.ts'
import { grouped } from '../grouped.ts'

/** What was counted for one indicator: `top` of `of`; the percentage is never stored beside it. `against` = the first cases that count against it. */
export type Cell = Readonly<{ top: number; of: number; against: readonly string[] }>

/** More are only counted. */
const SHOWN = 50

/** A unit, a village or a township: its figures in the order of the indicators, its score of 100, and its place among its like; null where nothing was scored or nobody is like it. */
export type Scored = Readonly<{
  id: string
  name: string
  cells: readonly Cell[]
  score: number | null
  rank: number | null
  among: number
}>

/** What is left out after an appeal: a whole figure of a unit, or one case of it. */
export type LeftOut = Readonly<{ who: string; indicator: string; caseNo: string | null }>

export type Ranked = Readonly<{ id: string; name: string; like: string }>

/** The figures of everyone for the indicators of a duty; ranks are given among those who are alike and nowhere else. */
export function scoresOf(
  people: readonly Ranked[],
  indicators: readonly Indicator[],
  duty: DutyKind,
  facts: readonly Fact[],
  leftOut: readonly LeftOut[] = [],
): Scored[] {
  const own = ofDuty(indicators, duty)
  const byWho = grouped(facts, ({ who }) => who)
  const scored = people.map((each) => {
    const cells = own.map((indicator) => cellOf(indicator, byWho.get(each.id) ?? [], leftOut))
    return { ...each, cells, score: scoreOf(own, cells) }
  })
  return scored.map(({ like, ...each }) => ({
    ...each,
    ...placeOf(
      each.score,
      scored.filter((other) => other.like === like),
    ),
  }))
}

/** What counts for an indicator, whoever it is of. */
export function cellOf(indicator: Indicator, facts: readonly Fact[], leftOut: readonly LeftOut[]): Cell {
  const out = leftOut.filter((each) => each.indicator === indicator.code)
  const isOut = ({ who, caseNo }: Fact) =>
    out.some((each) => each.who === who && (each.caseNo === null || each.caseNo === caseNo))
  const counted = facts.filter((fact) => fact.measure === indicator.measure && !isOut(fact))
  const good = MEASURES[indicator.measure].better === 'high'
  const against = counted.filter(({ hit }) => hit !== good).map(({ caseNo }) => caseNo)
  return {
    top: counted.filter(({ hit }) => hit).length,
    of: counted.length,
    against: against.toSorted().slice(0, SHOWN),
  }
}

/** 0 to 100 with one decimal: the shares that could be counted, by their weights. What nothing happened for does not count. */
export function scoreOf(indicators: readonly Indicator[], cells: readonly Cell[]): number | null {
  let [sum, weights] = [0, 0]
  for (const [n, { measure, weight }] of indicators.entries()) {
    const cell = cells[n]
    if (!cell || cell.of === 0 || weight === 0) continue
    const share = cell.top / cell.of
    sum += weight * (MEASURES[measure].better === 'high' ? share : 1 - share)
    weights += weight
  }
  return weights === 0 ? null : Math.round((sum / weights) * 1000) / 10
}

/** Whoever has the same score has the same place. */
export function placeOf(
  score: number | null,
  alike: readonly Readonly<{ score: number | null }>[],
): Pick<Scored, 'rank' | 'among'> {
  const scores = alike.flatMap((other) => other.score ?? [])
  const rank = score === null || scores.length < 2 ? null : 1 + scores.filter((other) => other > score).length
  return { rank, among: scores.length }
}
