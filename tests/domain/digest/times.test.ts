import { describe, expect, it } from 'vitest'
import { lastPeriod, periodsOn } from '../../../domain/digest/period.ts'
import { hasCards, lastCard, nextCard } from '../../../domain/digest/times.ts'
import { CALENDAR_2026 } from '../year2026.ts'
import { at, sample } from './tasks.ts'

const usual = sample()

describe('the next card', () => {
  it.each([
    ['a Tuesday before breakfast', '11-24', '07:00', 'morning', '11-24', '08:30'],
    ['at the minute of the card itself', '11-24', '08:30', 'evening', '11-24', '18:00'],
    ['a Tuesday evening', '11-24', '19:00', 'morning', '11-25', '08:30'],
    ['a Friday evening: over the weekend', '11-27', '18:00', 'morning', '11-30', '08:30'],
    ['before the National Day week', '09-30', '20:00', 'morning', '10-08', '08:30'],
    ['a Sunday that is worked for it', '09-20', '06:00', 'morning', '09-20', '08:30'],
  ])('%s', (_name, day, time, edition, then, minute) => {
    expect(nextCard(usual, CALENDAR_2026, at(day, time))).toEqual({ edition, at: at(then, minute) })
  })

  it('on rest days, too, where the township wants it, at its own times', () => {
    const town = sample({ 'digest.rest': true, 'digest.morning': 7 * 60 })
    expect(hasCards('2026-11-29', town, CALENDAR_2026)).toBe(true)
    expect(nextCard(town, CALENDAR_2026, at('11-28', '19:00')).at).toEqual(at('11-29', '07:00'))
  })
})

it.each([
  ['11-24', '08:30', '11-23', '18:00'],
  ['11-24', '18:00', '11-24', '08:30'],
  ['11-30', '08:30', '11-27', '18:00'],
])('what is new on %s at %s came after the card before', (day, time, then, minute) => {
  expect(lastCard(usual, CALENDAR_2026, at(day, time))).toEqual(at(then, minute))
})

describe('the report of a week or a month', () => {
  it.each([
    ['week', '2026-11-30', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['month', '2026-12-01', '2026-11-01', '2026-11-30'],
    ['month', '2026-03-15', '2026-02-01', '2026-02-28'],
  ] as const)('the last %s on %s', (of, day, from, to) => {
    expect(lastPeriod(of, day)).toEqual({ of, from, to })
  })

  it.each([
    ['a Monday', '2026-11-30', ['week']],
    ['a Tuesday', '2026-11-24', []],
    ['the first of the month', '2026-12-01', ['month']],
    ['both at once', '2026-06-01', ['week', 'month']],
    ['the first day of work after a holiday', '2026-10-08', ['week', 'month']],
    ['the day after', '2026-10-09', []],
    ['a free day', '2026-10-01', []],
  ])('comes on %s', (_name, day, expected) => {
    expect(periodsOn(day, usual, CALENDAR_2026).map(({ of }) => of)).toEqual(expected)
  })

  it('on the very first, and not where it is not wanted', () => {
    const everyDay = sample({ 'digest.rest': true })
    expect(periodsOn('2026-11-01', everyDay, CALENDAR_2026).map(({ of }) => of)).toEqual(['month'])
    const none = sample({ 'poster.week': false, 'poster.month': false })
    expect(periodsOn('2026-06-01', none, CALENDAR_2026)).toEqual([])
  })
})
