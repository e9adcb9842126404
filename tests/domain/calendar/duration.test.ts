import { describe, expect, it } from 'vitest'
import { lengthOf, parseDuration } from '../../../domain/calendar/duration.ts'

describe('a duration', () => {
  it.each([
    ['000', { amount: 0, unit: 's' }],
    ['0h', { amount: 0, unit: 'h' }],
    ['05m', { amount: 5, unit: 'm' }],
    ['2  D', { amount: 2, unit: 'd' }],
    ['999999999s', { amount: 999_999_999, unit: 's' }],
  ])('is read with its unit: %s', (text, read) => {
    expect(parseDuration(text)).toEqual(read)
  })

  it.each(['10', '05', '0 0', '0h0', '1000000000s', 'x2h', '2hx'])('is none: %j', (text) => {
    expect(parseDuration(text)).toBeNull()
  })

  it.each([
    ['a day', 'always', { amount: 2, unit: 'd' }, 48],
    ['a working day', 'work', { amount: 2, unit: 'd' }, 16],
    ['an hour', 'always', { amount: 3, unit: 'h' }, 3],
    ['an hour of work', 'work', { amount: 3, unit: 'h' }, 3],
  ] as const)('has so many hours that count: %s', (_what, hours, duration, long) => {
    expect(lengthOf(duration, hours)).toBe(long * 3_600_000)
  })
})
