import { grouped } from '../../../../../domain/grouped.ts'
import { lostPoints } from '../../../../../domain/assess/lost.ts'
import type { Figures } from '../../../../api/assessment/shape.ts'
import type { Bar } from '../../charts/bars.ts'
import { ASSESSMENT as WORDS } from '../../wording/assessment.ts'

type Row = Figures['units'][number]
type Indicator = Figures['indicators'][number]

/** How many of the indicators that cost points are told with a bar. */
const TOLD_LOST = 3

/** Those with a score, the best first. Who is of another sort stands in another chart: a place is one among those who are alike. */
export function byKind(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const scored = rows.filter(({ score }) => score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return grouped(scored, ({ kind }) => kind)
}

/** The score, and where the rest of the 100 points went, as far as the reader may know it. */
export function scoreBar(row: Row, indicators: readonly Indicator[]): Bar {
  const score = row.score ?? 0
  const lost = lostPoints(indicators, row.cells).slice(0, TOLD_LOST)
  return {
    name: row.name,
    done: score,
    says: WORDS.score(score),
    told: [
      row.name,
      [WORDS.score(score), row.rank === null ? '' : WORDS.rank(row.rank, row.among)].join(' '),
      ...lost.map(({ name, points }) => WORDS.cost(name, points)),
    ].join('\n'),
  }
}

/** One indicator of everybody who has something to count, the best first, under the bar of the township. */
export function indicatorBars(indicator: Indicator, n: number, rows: readonly Row[], total: Row): readonly Bar[] {
  const sign = indicator.better === 'high' ? -1 : 1
  const counted = rows.filter((row) => shareOf(row, n) !== null)
  const sorted = counted.toSorted((a, b) => sign * ((shareOf(a, n) ?? 0) - (shareOf(b, n) ?? 0)))
  return [{ ...total, name: WORDS.total, apart: true }, ...sorted].flatMap((row) => barOf(row, n, indicator.name))
}

function barOf(row: Row & Readonly<{ apart?: boolean }>, n: number, indicator: string): readonly Bar[] {
  const [share, cell] = [shareOf(row, n), row.cells[n]]
  if (share === null || !cell) return []
  const says = `${percentOf(share)}  ${cell.top}/${cell.of}`
  return [
    { name: row.name, done: share * 100, says, told: `${row.name}\n${indicator} ${says}`, apart: row.apart ?? false },
  ]
}

/** null = nothing to count, or not for the reader */
export function shareOf({ cells }: Row, n: number): number | null {
  const cell = cells[n]
  return cell && cell.of > 0 ? cell.top / cell.of : null
}

export const percentOf = (share: number): string => `${Math.round(share * 1000) / 10}%`
