import type { Cell } from './score.ts'

type Weighed = Readonly<{ name: string; weight: number; better: 'high' | 'low' }>
/** An indicator, and how many of the 100 points it cost, with one decimal. */
export type Lost = Readonly<{ name: string; points: number }>

/** What is missing to 100 points, by indicator, the most first. What nothing happened for costs nothing. */
export function lostPoints(
  indicators: readonly Weighed[],
  cells: readonly Pick<Cell, 'top' | 'of'>[],
): readonly Lost[] {
  const counted = indicators.flatMap((indicator, n) => {
    const { top, of } = cells[n] ?? { top: 0, of: 0 }
    return of > 0 && indicator.weight > 0 ? [{ ...indicator, missed: missedOf(indicator, top / of) }] : []
  })
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
  return counted
    .map(({ name, weight, missed }) => ({ name, points: Math.round((weight * missed * 1000) / weights) / 10 }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
}

const missedOf = ({ better }: Weighed, share: number): number => (better === 'high' ? 1 - share : share)
