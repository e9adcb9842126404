import { afterEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import { isKnownYear, isWorkday, knownUntil } from '../../domain/calendar/workday.ts'
import { addDays, dayOf, instant, minuteOfDay, weekday } from '../../domain/calendar/zone.ts'
import { parseDuration, toMs } from '../../domain/calendar/duration.ts'
import { CALENDAR_2026 } from './year2026.ts'

const TZ = process.env['TZ']

afterEach(() => {
  if (TZ === undefined) delete process.env['TZ']
  else process.env['TZ'] = TZ
})

describe('the Shanghai day', () => {
  it.each([
    ['2026-02-13T15:59:59.999Z', '2026-02-13', 1439],
    ['2026-02-13T16:00:00.000Z', '2026-02-14', 0],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 0],
    ['2024-02-28T16:30:00.000Z', '2024-02-29', 30],
    ['1969-12-31T15:00:00.000Z', '1969-12-31', 1380],
  ])('%s is %s, minute %i', (at, day, minute) => {
    expect(dayOf(new Date(at))).toBe(day)
    expect(minuteOfDay(new Date(at))).toBe(minute)
  })

  it('goes from a day and a minute to an instant and back', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const back = instant(dayOf(at), minuteOfDay(at))
        expect(at.getTime() - back.getTime()).toBeGreaterThanOrEqual(0)
        expect(at.getTime() - back.getTime()).toBeLessThan(60_000)
      }),
    )
  })

  it('counts days over months, leap days and backwards', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addDays('2026-02-14', 0)).toBe('2026-02-14')
  })

  it('numbers weekdays from Monday 1 to Sunday 7', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
    expect(week.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(weekday('1960-01-01')).toBe(5)
  })

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Europe/Berlin'])(
    'is the same on a host in %s',
    (zone) => {
      process.env['TZ'] = zone
      expect(dayOf(new Date('2026-03-29T16:00:00Z'))).toBe('2026-03-30')
      expect(instant('2026-10-25', 150).toISOString()).toBe('2026-10-24T18:30:00.000Z')
      expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
      expect(weekday('2026-03-29')).toBe(7)
    },
  )
})

describe('working days of 2026', () => {
  it.each([
    ['2026-01-01', false, '元旦'],
    ['2026-01-04', true, 'the Sunday that is worked for it'],
    ['2026-02-14', true, 'the Saturday before 春节'],
    ['2026-02-15', false, '春节 begins'],
    ['2026-02-18', false, 'a Wednesday in 春节'],
    ['2026-02-23', false, 'the last day of 春节, a Monday'],
    ['2026-02-24', true, 'back at work'],
    ['2026-02-28', true, 'the Saturday after 春节'],
    ['2026-05-09', true, 'a Saturday for 劳动节'],
    ['2026-09-20', true, 'a Sunday for 国庆'],
    ['2026-10-07', false, 'the last day of 国庆'],
    ['2026-10-08', true, 'the day after'],
    ['2026-10-10', true, 'a Saturday for 国庆'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-11-23', true, 'a plain Monday'],
  ])('%s is worked: %s (%s)', (day, worked) => {
    expect(isWorkday(CALENDAR_2026, day)).toBe(worked)
  })

  it('knows weekends alone in a year without a file', () => {
    expect(isWorkday(CALENDAR_2026, '2027-01-01')).toBe(true)
    expect(isWorkday(CALENDAR_2026, '2027-01-02')).toBe(false)
    expect(isKnownYear(CALENDAR_2026, 2026)).toBe(true)
    expect(isKnownYear(CALENDAR_2026, 2027)).toBe(false)
  })

  it('is known until the first gap', () => {
    const year = (y: number) => ({ year: y, off: [], work: [], source: '' })
    const calendar = (...years: number[]): Calendar => ({ years: years.map(year) })
    expect(knownUntil(calendar())).toBeNull()
    expect(knownUntil(calendar(2026))).toBe('2026-12-31')
    expect(knownUntil(calendar(2027, 2026))).toBe('2027-12-31')
    expect(knownUntil(calendar(2026, 2028))).toBe('2026-12-31')
  })
})

describe('durations', () => {
  it.each([
    ['10s', 10_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['5d', 432_000_000],
    ['0', 0],
    [' 4H ', 14_400_000],
  ])('reads %s', (text, ms) => {
    const read = parseDuration(text)
    expect(read && toMs(read)).toBe(ms)
  })

  it.each(['', '5', '1.5h', '-1h', '1h30m', 'h', '5w', '5 天', '1e3s', 'Infinityd'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull()
  })
})
