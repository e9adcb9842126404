import type { Assessment } from '../assess/assessment.ts'
import type { Scored } from '../assess/score.ts'
import type { Town } from '../town.ts'
import { townLike, unitLike } from '../assess/alike.ts'
import { grouped } from '../grouped.ts'
import { assessedShares, rate, type Share } from './figures.ts'

/** Somebody in a ranking, with his score (0..100) and his place among his like as the assessment has them; rates are 0..1. */
export type Ranked = Readonly<{
  name: string
  place: number
  among: number
  score: number
  cases: number
  response: number | null
  onTime: number | null
  list: 'red' | 'black' | null
}>

/** `alone` = whom nobody is like; `few` = who had too few cases to be on a list. */
export type Ranking = Readonly<{
  ranked: readonly Ranked[]
  alone: readonly Readonly<{ name: string; score: number }>[]
  few: readonly string[]
}>

/** `like` = those it is compared with have the same; `cases` = how many it had to sign. */
export type Contestant = Readonly<{ name: string; like: string; cases: number; response: Share; onTime: Share }> &
  Pick<Scored, 'score' | 'rank' | 'among'>

/** Below this nobody belongs on the red list, from here on nobody on the black one. */
const GOOD = 80
const FEWEST = 3

/** 红黑榜: of those who are alike the best third is red, the last one black, as long as enough of them are compared. */
export function rank(all: readonly Contestant[], least: number): Ranking {
  const fit = all.filter(({ score, cases }) => score !== null && cases >= least)
  const alone = fit.filter((each) => each.rank === null)
  const compared = fit.filter((each) => each.rank !== null)
  return {
    ranked: [...grouped(compared, ({ like }) => like).values()].flatMap(listed),
    alone: alone.map(({ name, score }) => ({ name, score: score ?? 0 })),
    few: all.filter((each) => !fit.includes(each) && each.cases > 0).map(({ name }) => name),
  }
}

/** Those who are alike, the best first. */
function listed(alike: readonly Contestant[]): Ranked[] {
  const sorted = alike.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.name < b.name ? -1 : 1))
  const third = sorted.length < FEWEST ? 0 : Math.ceil(sorted.length / 3)
  return sorted.map(({ name, score, rank: place, among, cases, response, onTime }): Ranked => {
    const before = sorted.filter((other) => (other.score ?? 0) > (score ?? 0)).length
    const behind = sorted.filter((other) => (other.score ?? 0) < (score ?? 0)).length
    const list = listOf(score ?? 0, { third, before, behind })
    const rates = { response: rate(response), onTime: rate(onTime) }
    return { name, place: place ?? 0, among, score: score ?? 0, cases, ...rates, list }
  })
}

type Standing = Readonly<{ third: number; before: number; behind: number }>

function listOf(score: number, { third, before, behind }: Standing): Ranked['list'] {
  if (before < third && score >= GOOD) return 'red'
  return behind < third && score < GOOD ? 'black' : null
}

/** The units of a township by the figures of its assessment: there is one count of who did what in time. */
export const unitsIn = (assessment: Assessment, { stations }: Pick<Town, 'stations'>): readonly Contestant[] =>
  assessment.units.map((unit) => {
    const station = stations.find(({ id }) => id === unit.id)
    return contestant(assessment, unit, station ? unitLike(station) : unit.id)
  })

/** The township as a whole. */
export const townIn = (assessment: Assessment, town: Town): Contestant =>
  contestant(assessment, assessment.total.fix, townLike(town, assessment.month))

function contestant(assessment: Assessment, scored: Scored, like: string): Contestant {
  const { response, onTime } = assessedShares(assessment, scored)
  const { name, score, rank: place, among } = scored
  return { name, like, score, rank: place, among, cases: response.of, response, onTime }
}
