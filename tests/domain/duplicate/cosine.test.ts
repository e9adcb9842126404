import { describe, expect, it } from 'vitest'
import { cosines } from '../../../domain/duplicate/cosine.ts'

const grams = (...of: readonly number[]) => Uint32Array.from(of)

describe('how alike a text and each of three others are', () => {
  const OTHERS = [grams(1, 2), grams(1, 3), grams(4)]
  /** the squared weight of what so many of the three say */
  const square = (count: number) => (Math.log(4 / (1 + count)) + 1) ** 2

  it.each([
    ['the very same grams', grams(1, 2), 0, 1],
    ['a gram that two of them have', grams(1, 2), 1, square(2) / (square(2) + square(1))],
    ['no gram in common', grams(1, 2), 2, 0],
    ['a part of what the other says', grams(2), 0, Math.sqrt(square(1) / (square(2) + square(1)))],
    ['all the other says, and what none of them says', grams(4, 9), 2, Math.sqrt(square(1) / (square(1) + square(0)))],
  ] as const)('%s', (_what, asked, at, expected) => {
    expect(cosines(asked, OTHERS)[at]).toBeCloseTo(expected, 10)
  })

  it('a rare word in common says more than one that many use', () => {
    const [common, rare] = cosines(grams(1, 2), [grams(1, 8), grams(2, 9), grams(1), grams(1)])
    expect(rare).toBeGreaterThan(common ?? 1)
  })
})

describe('a text that says nothing', () => {
  it('is like no other', () => expect(cosines(grams(), [grams(1), grams(2)])).toEqual([0, 0]))
  it('is not even like another that says nothing', () => expect(cosines(grams(), [grams()])).toEqual([0]))
  it('among others is like none', () => expect(cosines(grams(1), [grams(), grams(1)])).toEqual([0, 1]))
})

it('where there is no other there is nothing to compare', () => expect(cosines(grams(1, 2), [])).toEqual([]))
