import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayFrom,
  dayNumber,
  dayOf,
  dayText,
  instant,
  momentOf,
  msOfDay,
  wallClock,
  weekday,
  weekdayOf,
  yearOf,
} from '../../../domain/calendar/zone.ts'

describe('the clock on the wall', () => {
  it.each([
    ['2026-11-24T02:00:00.000Z', '2026-11-24 10:00'],
    ['2026-11-24T02:00:59.999Z', '2026-11-24 10:00'],
    ['2026-11-24T02:01:00.000Z', '2026-11-24 10:01'],
    ['2026-11-24T15:59:59.999Z', '2026-11-24 23:59'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25 00:00'],
    ['2026-11-24T01:05:00.000Z', '2026-11-24 09:05'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00'],
  ])('at %s shows %s', (at, shown) => {
    expect(wallClock(new Date(at))).toBe(shown)
  })
})

describe('the days in a row', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-02-01', 31],
    ['2026-11-24', 20_781],
  ])('have %s as number %i', (day, number) => {
    expect(dayFrom(day)).toBe(number)
    expect(dayText(number)).toBe(day)
  })

  it.each([
    ['the first moment', '2026-11-23T16:00:00.000Z', 20_781, 0],
    ['the last moment', '2026-11-24T15:59:59.999Z', 20_781, 86_399_999],
    ['the next midnight', '2026-11-24T16:00:00.000Z', 20_782, 0],
    ['the evening before the first day', '1969-12-31T15:00:00.000Z', -1, 82_800_000],
  ])('begin at Shanghai midnight: %s', (_what, at, number, ms) => {
    expect(dayNumber(new Date(at))).toBe(number)
    expect(msOfDay(new Date(at))).toBe(ms)
    expect(momentOf(number, ms).toISOString()).toBe(at)
  })

  it('are told apart when one is asked for after the other', () => {
    const [evening, night] = [new Date('2026-11-24T15:59:00Z'), new Date('2026-11-24T16:00:00Z')]
    expect([evening, night, evening].map(dayOf)).toEqual(['2026-11-24', '2026-11-25', '2026-11-24'])
  })

  it.each([
    [0, 4],
    [3, 7],
    [4, 1],
    [-3, 1],
    [-4, 7],
    [-11, 7],
  ])('have day %i on weekday %i', (number, on) => {
    expect(weekdayOf(number)).toBe(on)
    expect(weekday(dayText(number))).toBe(on)
  })

  it('change the year after 31 December', () => {
    expect(['2026-12-31', '2027-01-01', '1969-12-31'].map((day) => yearOf(dayFrom(day)))).toEqual([2026, 2027, 1969])
  })

  it('run on over the end of a month and back', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it.each([
    [0, '2026-11-23T16:00:00.000Z'],
    [600, '2026-11-24T02:00:00.000Z'],
    [1440, '2026-11-24T16:00:00.000Z'],
  ])('have minute %i at %s', (minute, at) => {
    expect(instant('2026-11-24', minute).toISOString()).toBe(at)
  })
})
