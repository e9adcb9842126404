import { describe, expect, it } from 'vitest'
import { monthsUpTo } from '../../../domain/assess/days.ts'
import { DEFAULT_INDICATORS, ofDuty } from '../../../domain/assess/indicator.ts'
import type { Indicator } from '../../../domain/assess/measures.ts'
import { lostPoints } from '../../../domain/assess/lost.ts'
import { MEASURES } from '../../../domain/assess/measures.ts'
import { scoreOf } from '../../../domain/assess/score.ts'

const asSeen = (indicator: Indicator) => ({ ...indicator, better: MEASURES[indicator.measure].better })
const indicator = (name: string, weight: number, better: 'high' | 'low' = 'high') => ({ name, weight, better })

describe('where points went', () => {
  it.each([
    [
      'the most first',
      [indicator('a', 1), indicator('b', 1)],
      [
        [3, 4],
        [1, 4],
      ],
      'b 37.5, a 12.5',
    ],
    ['less is better', [indicator('a', 1, 'low')], [[1, 4]], 'a 25'],
    [
      'what counts more costs more',
      [indicator('a', 3), indicator('b', 1)],
      [
        [1, 2],
        [1, 2],
      ],
      'a 37.5, b 12.5',
    ],
    [
      'what nothing happened for costs nothing',
      [indicator('a', 1), indicator('b', 9)],
      [
        [1, 2],
        [0, 0],
      ],
      'a 50',
    ],
    [
      'what is only shown costs nothing',
      [indicator('a', 0), indicator('b', 1)],
      [
        [0, 2],
        [1, 2],
      ],
      'b 50',
    ],
    ['all was well', [indicator('a', 1)], [[2, 2]], ''],
    ['nothing is known', [indicator('a', 1)], [], ''],
  ] as const)('%s', (_, indicators, cells, told) => {
    const lost = lostPoints(
      indicators,
      cells.map(([top, of]) => ({ top, of })),
    )
    expect(lost.map(({ name, points }) => `${name} ${points}`).join(', ')).toBe(told)
  })

  it('is what the score lacks to 100', () => {
    const own = ofDuty(DEFAULT_INDICATORS, 'fix')
    const cells = own.map((_, n) => ({ top: n % 4, of: n % 3 === 0 ? 0 : 5, against: [] }))
    const lost = lostPoints(own.map(asSeen), cells).reduce((sum, { points }) => sum + points, 0)
    expect(lost + (scoreOf(own, cells) ?? 0)).toBeCloseTo(100, 0)
  })
})

describe('the months up to one', () => {
  it.each([
    ['2026-11', 1, '2026-11'],
    ['2026-11', 3, '2026-09 2026-10 2026-11'],
    ['2027-02', 4, '2026-11 2026-12 2027-01 2027-02'],
  ])('%s, %i of them: %s', (month, count, months) => {
    expect(monthsUpTo(month, count).join(' ')).toBe(months)
  })
})
