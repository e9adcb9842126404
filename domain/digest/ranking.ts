import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { figuresOf, rate, scoreOf, type Figures } from './figures.ts'

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

type Contestant = Readonly<{ name: string; tasks: readonly Task[] }>

/** Below this nobody belongs on the red list, from here on nobody on the black one. */
const GOOD = 80
const FEWEST = 3

/** 红黑榜: the best third is red, the last one black, as long as enough of them are compared. The same score has the same place. */
export function rank(all: readonly Contestant[], least: number, now: Date): Ranking {
  const scored = all.map(({ name, tasks }) => scoredOf(name, figuresOf(tasks, now)))
  const fit = scored.filter(({ score, cases }) => score !== null && cases >= least)
  const sorted = fit.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.name < b.name ? -1 : 1))
  const third = sorted.length < FEWEST ? 0 : Math.ceil(sorted.length / 3)
  const ranked = sorted.map(({ name, figures, score, cases }): Ranked => {
    const place = 1 + sorted.filter((other) => (other.score ?? 0) > (score ?? 0)).length
    const behind = sorted.filter((other) => (other.score ?? 0) < (score ?? 0)).length
    const list = listOf(score ?? 0, { third, before: place - 1, behind })
    return { name, place, score: score ?? 0, cases, ...ratesOf(figures), list }
  })
  return { ranked, few: scored.filter((each) => !fit.includes(each)).map(({ name }) => name) }
}

const scoredOf = (name: string, figures: Figures) => ({ name, figures, score: scoreOf(figures), cases: figures.cases })

const ratesOf = ({ response, onTime }: Figures) => ({ response: rate(response), onTime: rate(onTime) })

type Standing = Readonly<{ third: number; before: number; behind: number }>

function listOf(score: number, { third, before, behind }: Standing): Ranked['list'] {
  if (before < third && score >= GOOD) return 'red'
  return behind < third && score < GOOD ? 'black' : null
}

/** Units of one township. */
export function rankUnits(town: Town, tasks: readonly Task[], now: Date): Ranking {
  const units = town.stations.map(({ id, name }) => ({ name, tasks: tasks.filter(({ lead }) => lead === id) }))
  return rank(
    units.filter((unit) => unit.tasks.length > 0),
    ruleOf(town.policy, 'ranking.least', dayOf(now)),
    now,
  )
}

/** Townships are compared with those of their own class only: what a small one can do a large one cannot, and the other way about. */
export const peersOf = (town: Town, towns: readonly Town[]): readonly Town[] =>
  towns.filter((each) => each.class !== '' && each.class === town.class)
