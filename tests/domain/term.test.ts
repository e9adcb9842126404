import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkday } from '../../domain/calendar/workday.ts'
import { addDays, instant } from '../../domain/calendar/zone.ts'
import { firstDayAfter, isOver, reminderInstants, termEnd } from '../../domain/law/term.ts'
import type { Term } from '../../domain/rules/kinds.ts'
import { RULES } from '../../domain/rules/table.ts'
import { CALENDAR_2026 } from './year2026.ts'

const end = (start: string, term: Term) => termEnd(start, term, CALENDAR_2026)
const term = (amount: number, unit: Term['unit']): Term => ({ amount, unit })
const { value: HOLD } = RULES['evidence.hold']
const { value: DECIDE } = RULES.decide
const { value: ASK } = RULES['hearing.ask']
const { value: PAY } = RULES.pay
const { value: REVIEW } = RULES['appeal.review']
const { value: COURT } = RULES['appeal.court']
const { value: LIMITATION } = RULES.limitation

describe('the last day of a term', () => {
  it.each([
    ['7 working days in a plain week (§56)', '2026-03-02', HOLD, '2026-03-11'],
    ['from a Friday, whose weekend does not count (§85)', '2026-03-06', HOLD, '2026-03-17'],
    ['over 春节, with both worked Saturdays', '2026-02-12', HOLD, '2026-02-28'],
    ['begun in 春节', '2026-02-18', HOLD, '2026-03-03'],
    ['begun on the worked Saturday before 春节', '2026-02-14', ASK, '2026-02-28'],
    ['over 国庆, with the worked Saturday', '2026-09-30', HOLD, '2026-10-15'],
    ['over 中秋 and 国庆', '2026-09-24', HOLD, '2026-10-12'],
    ['over the worked Sunday before 国庆', '2026-09-18', ASK, '2026-09-24'],
    ['5 working days over 劳动节 (§64(1))', '2026-04-30', ASK, '2026-05-11'],
    ['over 元旦, with the worked Sunday', '2025-12-31', ASK, '2026-01-08'],
    ['90 days from filing (§60)', '2026-01-01', DECIDE, '2026-04-01'],
    ['90 days that end in 国庆 and are not put off', '2026-07-06', DECIDE, '2026-10-04'],
    ['90 days over the end of the year', '2026-11-24', DECIDE, '2027-02-22'],
    ['90 days over a leap day', '2027-12-31', DECIDE, '2028-03-30'],
    ['15 days to pay (§67) that end on a Sunday', '2026-03-07', PAY, '2026-03-23'],
    ['60 days to appeal that end on a working day', '2026-03-02', REVIEW, '2026-05-01', '2026-05-06'],
    ['60 days to appeal that end in 国庆', '2026-08-04', REVIEW, '2026-10-03', '2026-10-08'],
    ['60 days to appeal that end on a worked Saturday', '2025-12-30', REVIEW, '2026-02-28'],
    ['6 months from the last of August', '2025-08-31', COURT, '2026-02-28'],
    ['6 months that end on a Sunday', '2026-03-06', COURT, '2026-09-06', '2026-09-07'],
    ['a month from 31 January', '2026-01-31', term(1, 'mo'), '2026-02-28'],
    ['a month from 31 January of a leap year', '2028-01-31', term(1, 'mo'), '2028-02-29'],
    ['a month from 30 November', '2026-11-30', term(1, 'mo'), '2026-12-30'],
    ['14 months', '2026-12-31', term(14, 'mo'), '2028-02-29'],
    ['2 years (§36)', '2026-05-20', LIMITATION, '2028-05-20'],
    ['2 years to the last of February', '2026-02-28', LIMITATION, '2028-02-28'],
    ['2 years from a leap day', '2028-02-29', LIMITATION, '2030-02-28'],
    ['5 years over the leap day', '2026-02-28', RULES['limitation.harm'].value, '2031-02-28'],
  ] as const)('%s', (_what, start, length, day, putOff: string | undefined = undefined) => {
    expect(end(start, length).day).toBe(putOff ?? day)
  })

  it.each([
    ['working days over a year without a file', '2026-12-28', HOLD, '2027-01-06', true],
    ['working days that end with the year', '2026-12-22', HOLD, '2026-12-31', false],
    ['working days wholly in a known year', '2025-12-31', ASK, '2026-01-08', false],
    ['working days that begin in an unknown year', '2025-12-30', ASK, '2026-01-07', true],
    ['days over the end of the year, which no holiday moves', '2026-11-24', DECIDE, '2027-02-22', false],
    ['a limitation', '2026-05-20', LIMITATION, '2028-05-20', false],
    ['an appeal that ends in an unknown year', '2026-11-24', REVIEW, '2027-01-25', true],
    ['an appeal that ends in a known year', '2026-08-04', REVIEW, '2026-10-08', false],
  ] as const)('of %s is tentative or not', (_what, start, length, day, tentative) => {
    expect(end(start, length)).toEqual({ day, tentative })
  })

  it('is put off after the year has its file', () => {
    const known = {
      years: [...CALENDAR_2026.years, { year: 2027, off: ['2027-01-01'], work: [], source: '' }],
    }
    expect(termEnd('2026-12-28', HOLD, known)).toEqual({ day: '2027-01-07', tentative: false })
  })

  it('is followed by the first day of a hearing (§64(2))', () => {
    const notice = RULES['hearing.notice'].value
    expect(firstDayAfter('2026-03-02', notice, CALENDAR_2026)).toEqual({ day: '2026-03-12', tentative: false })
  })

  it('is over at its end, in Shanghai', () => {
    expect(isOver('2026-02-28', instant('2026-02-28', 0))).toBe(false)
    expect(isOver('2026-02-28', new Date('2026-02-28T15:59:59.999Z'))).toBe(false)
    expect(isOver('2026-02-28', new Date('2026-02-28T16:00:00Z'))).toBe(true)
  })
})

describe('reminders of a term', () => {
  const on = (start: string, last: string, before: readonly number[]) =>
    reminderInstants(start, last, before, CALENDAR_2026).map((at) => at.toISOString())
  const morning = (...days: string[]) => days.map((day) => `${day}T00:30:00.000Z`)

  it.each([
    [
      '30, 15, 7 and 1 days before',
      '2026-03-02',
      '2026-05-29',
      [30, 15, 7, 1],
      ['2026-04-29', '2026-05-14', '2026-05-22', '2026-05-28'],
    ],
    ['none that is not after the start', '2026-03-02', '2026-03-11', [30, 15, 7, 1], ['2026-03-04', '2026-03-10']],
    ['none on the day it starts', '2026-03-04', '2026-03-11', [7, 1], ['2026-03-10']],
    ['before a weekend', '2026-03-02', '2026-03-16', [1], ['2026-03-13']],
    ['before 国庆 and not in it', '2026-09-01', '2026-10-08', [7, 1], ['2026-09-30']],
    ['on a worked Saturday', '2026-10-01', '2026-10-11', [1], ['2026-10-10']],
    ['in order, whatever was written', '2026-03-02', '2026-05-29', [1, 7], ['2026-05-22', '2026-05-28']],
    ['nothing', '2026-03-02', '2026-05-29', [], []],
  ] as const)('%s', (_what, start, last, before, days) => {
    expect(on(start, last, before)).toEqual(morning(...days))
  })
})

describe('whatever the term', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2025-06-01', n))
  const length = fc.record({
    amount: fc.integer({ min: 1, max: 120 }),
    unit: fc.constantFrom<Term['unit']>('d', 'wd', 'mo', 'y'),
  })

  it('a later start never ends earlier, and a longer term neither', () => {
    fc.assert(
      fc.property(day, fc.nat(60), length, fc.nat(30), fc.boolean(), (start, later, of, more, extended) => {
        const one: Term = extended ? { ...of, toWorkday: true } : of
        const first = end(start, one).day
        expect(end(addDays(start, later), one).day >= first).toBe(true)
        expect(end(start, { ...one, amount: one.amount + more }).day >= first).toBe(true)
      }),
    )
  })

  it('working days never end before as many days, and end on a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const last = end(start, term(amount, 'wd')).day
        expect(last >= end(start, term(amount, 'd')).day).toBe(true)
        expect(isWorkday(CALENDAR_2026, last)).toBe(true)
      }),
    )
  })

  it('is as many working days as it says', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        let [count, at] = [0, start]
        while (at < end(start, term(amount, 'wd')).day) {
          at = addDays(at, 1)
          if (isWorkday(CALENDAR_2026, at)) count++
        }
        expect(count).toBe(amount)
      }),
    )
  })

  it('put off to a working day, it is at most the next one', () => {
    fc.assert(
      fc.property(day, length, (start, of) => {
        const plain = end(start, { ...of, unit: of.unit === 'wd' ? 'd' : of.unit })
        const { day: put } = end(start, { ...of, unit: of.unit === 'wd' ? 'd' : of.unit, toWorkday: true })
        expect(put >= plain.day && isWorkday(CALENDAR_2026, put)).toBe(true)
        expect(put === plain.day).toBe(isWorkday(CALENDAR_2026, plain.day))
      }),
    )
  })

  it('reminders are in order, in the morning of working days, after the start and not after the end', () => {
    fc.assert(
      fc.property(day, length, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }), (start, of, before) => {
        const last = end(start, of).day
        const instants = reminderInstants(start, last, before, CALENDAR_2026)
        expect(instants).toEqual(instants.toSorted((a, b) => a.getTime() - b.getTime()))
        for (const at of instants) {
          expect(at > instant(start, 1440) && at < instant(last, 0)).toBe(true)
          expect(at.toISOString().endsWith('T00:30:00.000Z')).toBe(true)
        }
      }),
    )
  })
})
