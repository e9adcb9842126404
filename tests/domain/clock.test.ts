import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Span } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'
import { addDuration, addShare, workMsBetween } from '../../domain/clock/deadline.ts'
import { quietEnd } from '../../domain/clock/quiet.ts'
import { instant, dayOf, minuteOfDay } from '../../domain/calendar/zone.ts'
import { CALENDAR_2026 } from './year2026.ts'

const HOUR = 3_600_000
const HOURS: readonly Span[] = [
  { from: 510, to: 720 },
  { from: 870, to: 1080 },
]

/** 「2026-02-14 09:30」 in Shanghai. */
const at = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ')
  const [h = 0, m = 0] = time.split(':').map(Number)
  return instant(day, h * 60 + m)
}
const shown = (date: Date): string => {
  const minute = minuteOfDay(date)
  return `${dayOf(date)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
const work = (start: string, amount: number, unit: Duration['unit']) =>
  addDuration(at(start), { amount, unit }, 'work', HOURS, CALENDAR_2026)

describe('a duration counted always', () => {
  it('runs through nights and holidays, a day being 24 h', () => {
    const { at: due, tentative } = addDuration(
      at('2026-02-14 23:30'),
      { amount: 1, unit: 'd' },
      'always',
      HOURS,
      CALENDAR_2026,
    )
    expect(shown(due)).toBe('2026-02-15 23:30')
    expect(tentative).toBe(false)
  })
})

describe('a duration counted in working time (08:30-12:00, 14:30-18:00)', () => {
  it.each<[string, number, Duration['unit'], string, string]>([
    ['2026-11-23 09:00', 2, 'h', '2026-11-23 11:00', 'within a span'],
    ['2026-11-23 11:00', 2, 'h', '2026-11-23 15:30', 'over noon'],
    ['2026-11-23 16:00', 2, 'h', '2026-11-23 18:00', 'to the exact end, not the next morning'],
    ['2026-11-23 17:00', 2, 'h', '2026-11-24 09:30', 'over night'],
    ['2026-11-23 12:30', 30, 'm', '2026-11-23 15:00', 'a start at noon waits for the afternoon'],
    ['2026-11-23 18:00', 30, 'm', '2026-11-24 09:00', 'a start at the end waits for the morning'],
    ['2026-11-23 03:00', 10, 's', '2026-11-23 08:30', 'seconds'],
    ['2026-11-27 17:00', 2, 'h', '2026-11-30 09:30', 'over a weekend'],
    ['2026-11-23 08:30', 1, 'd', '2026-11-24 09:30', 'a day is 8 h, these hours are 7'],
    ['2026-11-23 08:30', 5, 'd', '2026-11-30 16:00', '40 h of these 7-hour days'],
    ['2026-02-13 17:00', 2, 'h', '2026-02-14 09:30', 'into the Saturday worked for 春节'],
    ['2026-02-14 17:00', 2, 'h', '2026-02-24 09:30', 'over 春节'],
    ['2026-09-30 17:30', 1, 'h', '2026-10-08 09:00', 'over 国庆'],
    ['2026-10-09 17:30', 1, 'h', '2026-10-10 09:00', 'into the Saturday worked for 国庆'],
    ['2026-10-10 17:30', 1, 'h', '2026-10-12 09:00', 'and over its Sunday'],
    ['2026-01-03 10:00', 1, 'h', '2026-01-04 09:30', 'from 元旦 into the Sunday worked for it'],
  ])('%s + %i%s is %s (%s)', (start, amount, unit, due) => {
    expect(shown(work(start, amount, unit).at)).toBe(due)
  })

  it('is over where it starts when it is nothing, even in free time', () => {
    expect(shown(work('2026-11-23 18:00', 0, 'm').at)).toBe('2026-11-23 18:00')
    expect(shown(work('2026-11-29 03:00', 0, 'd').at)).toBe('2026-11-29 03:00')
  })

  it('is tentative when it touches a year without a file', () => {
    expect(work('2026-12-31 16:00', 1, 'h').tentative).toBe(false)
    expect(work('2026-12-31 17:30', 1, 'h').tentative).toBe(true)
    expect(work('2025-12-31 17:30', 1, 'h').tentative).toBe(true)
  })

  it('runs always where a township has no working hours', () => {
    for (const none of [[], [{ from: 600, to: 600 }]]) {
      expect(shown(addDuration(at('2026-11-28 20:00'), { amount: 2, unit: 'h' }, 'work', none, CALENDAR_2026).at)).toBe(
        '2026-11-28 22:00',
      )
    }
  })

  it('takes spans in any order, overlapping or over midnight', () => {
    const odd: Span[] = [
      { from: 1320, to: 120 },
      { from: 600, to: 720 },
      { from: 510, to: 660 },
    ]
    const add = (h: number) =>
      shown(addDuration(at('2026-11-23 00:00'), { amount: h, unit: 'h' }, 'work', odd, CALENDAR_2026).at)
    expect([add(2), add(3), add(6)]).toEqual(['2026-11-23 02:00', '2026-11-23 09:30', '2026-11-23 22:30'])
  })

  it('comes to an end with absurd input', () => {
    const far = addDuration(
      at('2026-11-23 09:00'),
      { amount: 999_999_999, unit: 'd' },
      'work',
      [{ from: 0, to: 1 }],
      CALENDAR_2026,
    )
    expect(far.tentative).toBe(true)
    expect(Number.isFinite(far.at.getTime())).toBe(true)
    const always = addDuration(at('2026-11-23 09:00'), { amount: 999_999_999, unit: 'd' }, 'always', [], CALENDAR_2026)
    expect(dayOf(always.at)).toBe('9999-12-31')
  })

  it('is fast enough to be asked thousands of times a second', () => {
    const start = performance.now()
    for (let i = 0; i < 5_000; i++) work('2026-02-13 17:00', 5, 'd')
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('working time', () => {
  const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  const length = fc.integer({ min: 1, max: 60 * 24 * 60 })
  const add = (from: Date, m: number) => addDuration(from, { amount: m, unit: 'm' }, 'work', HOURS, CALENDAR_2026).at

  it('between a start and its deadline is what was added', () => {
    fc.assert(
      fc.property(start, length, (from, m) => {
        expect(workMsBetween(from, add(from, m), HOURS, CALENDAR_2026)).toBe(m * 60_000)
      }),
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(start, length, length, (from, a, b) => {
        expect(add(add(from, a), b)).toEqual(add(from, a + b))
      }),
    )
  })

  it('never runs backwards', () => {
    fc.assert(
      fc.property(start, start, length, (x, y, m) => {
        const [early, late] = x <= y ? [x, y] : [y, x]
        expect(add(early, m).getTime()).toBeLessThanOrEqual(add(late, m).getTime())
      }),
    )
  })

  it('ends within working hours', () => {
    fc.assert(
      fc.property(start, length, (from, m) => {
        const due = add(from, m)
        expect(HOURS.some((span) => span.from <= minuteOfDay(due) && minuteOfDay(due) <= span.to)).toBe(true)
      }),
    )
  })

  it('is nothing backwards, and plain time without working hours', () => {
    expect(workMsBetween(at('2026-11-24 09:00'), at('2026-11-23 09:00'), HOURS, CALENDAR_2026)).toBe(0)
    expect(workMsBetween(at('2026-11-28 20:00'), at('2026-11-28 22:00'), [], CALENDAR_2026)).toBe(2 * HOUR)
  })

  it('is shared out in working time', () => {
    expect(shown(addShare(at('2026-11-23 11:00'), { amount: 2, unit: 'h' }, 0.5, 'work', HOURS, CALENDAR_2026))).toBe(
      '2026-11-23 12:00',
    )
    expect(shown(addShare(at('2026-11-23 11:00'), { amount: 2, unit: 'h' }, 0.8, 'work', HOURS, CALENDAR_2026))).toBe(
      '2026-11-23 15:06',
    )
  })
})

describe('quiet hours', () => {
  const night: Span = { from: 1320, to: 420 }
  it.each([
    ['2026-11-23 21:59', '2026-11-23 21:59'],
    ['2026-11-23 22:00', '2026-11-24 07:00'],
    ['2026-12-31 23:30', '2027-01-01 07:00'],
    ['2026-11-24 00:00', '2026-11-24 07:00'],
    ['2026-11-24 06:59', '2026-11-24 07:00'],
    ['2026-11-24 07:00', '2026-11-24 07:00'],
  ])('over midnight: what is ready at %s is said at %s', (ready, said) => {
    expect(shown(quietEnd(night, at(ready)))).toBe(said)
  })

  it('may lie within a day, or not exist', () => {
    expect(shown(quietEnd({ from: 720, to: 840 }, at('2026-11-23 13:00')))).toBe('2026-11-23 14:00')
    expect(quietEnd(null, at('2026-11-23 23:00'))).toEqual(at('2026-11-23 23:00'))
    expect(quietEnd({ from: 600, to: 600 }, at('2026-11-23 10:00'))).toEqual(at('2026-11-23 10:00'))
  })

  it('end at once and for good', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        minute,
        minute,
        (ready, from, to) => {
          const end = quietEnd({ from, to }, ready)
          expect(end.getTime()).toBeGreaterThanOrEqual(ready.getTime())
          expect(end.getTime() - ready.getTime()).toBeLessThanOrEqual(24 * HOUR)
          expect(quietEnd({ from, to }, end)).toEqual(end)
        },
      ),
    )
  })
})
