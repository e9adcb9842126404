import type { Assessment } from '../assess/assessment.ts'
import type { Measure } from '../assess/measures.ts'
import type { Scored } from '../assess/score.ts'
import type { Town } from '../town.ts'
import { ofDuty } from '../assess/indicator.ts'
import { rate, type Share } from './figures.ts'

/** Somebody in a ranking: rates are 0..1, `score` is 0..100. */
export type Ranked = Readonly<{
  name: string
  place: number
  score: number
  cases: number
  response: number | null
  onTime: number | null
  list: 'red' | 'black' | null
}>

/** One field of those who may be compared; `few` = who had too few cases to be. */
export type Ranking = Readonly<{ ranked: readonly Ranked[]; few: readonly string[] }>

/** `cases` = how many it had to sign. */
export type Contestant = Readonly<{ name: string; score: number | null; cases: number; response: Share; onTime: Share }>

/** Below this nobody belongs on the red list, from here on nobody on the black one. */
const GOOD = 80
const FEWEST = 3

/** 红黑榜: the best third is red, the last one black, as long as enough of them are compared. The same score has the same place. */
export function rank(all: readonly Contestant[], least: number): Ranking {
  const fit = all.filter(({ score, cases }) => score !== null && cases >= least)
  const sorted = fit.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.name < b.name ? -1 : 1))
  const third = sorted.length < FEWEST ? 0 : Math.ceil(sorted.length / 3)
  const ranked = sorted.map(({ name, score, cases, response, onTime }): Ranked => {
    const place = 1 + sorted.filter((other) => (other.score ?? 0) > (score ?? 0)).length
    const behind = sorted.filter((other) => (other.score ?? 0) < (score ?? 0)).length
    const list = listOf(score ?? 0, { third, before: place - 1, behind })
    return { name, place, score: score ?? 0, cases, response: rate(response), onTime: rate(onTime), list }
  })
  return { ranked, few: all.filter((each) => !fit.includes(each) && each.cases > 0).map(({ name }) => name) }
}

type Standing = Readonly<{ third: number; before: number; behind: number }>

function listOf(score: number, { third, before, behind }: Standing): Ranked['list'] {
  if (before < third && score >= GOOD) return 'red'
  return behind < third && score < GOOD ? 'black' : null
}

/** The units of a township by the figures of its assessment: there is one count of who did what in time. */
export const unitsIn = (assessment: Assessment): readonly Contestant[] =>
  assessment.units.map((unit) => contestant(assessment, unit))

/** The township as a whole. */
export const townIn = (assessment: Assessment): Contestant => contestant(assessment, assessment.total.fix)

function contestant({ indicators }: Assessment, { name, score, cells }: Scored): Contestant {
  const share = (wanted: Measure): Share => {
    const cell = cells[ofDuty(indicators, 'fix').findIndex(({ measure }) => measure === wanted)]
    return { right: cell?.top ?? 0, of: cell?.of ?? 0 }
  }
  const response = share('sign')
  return { name, score, cases: response.of, response, onTime: share('finish') }
}

/** Townships are compared with those of their own class only: what a small one can do a large one cannot, and the other way about. */
export const peersOf = (town: Town, towns: readonly Town[]): readonly Town[] =>
  towns.filter((each) => each.class !== '' && each.class === town.class)
