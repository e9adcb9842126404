import { describe, expect, it } from 'vitest'
import { comingDate, dateOf } from '../../../domain/calendar/written.ts'

describe('a day that is written in parts', () => {
  it.each([
    ['2026年11月24日', ['2026', '11', '24'], '2026-11-24'],
    ['2026年1月5日, without zeros', ['2026', '1', '5'], '2026-01-05'],
    ['2026年01月05日, with zeros', ['2026', '01', '05'], '2026-01-05'],
    ['the first day of a year', ['2026', '1', '1'], '2026-01-01'],
    ['the last day of a year', ['2026', '12', '31'], '2026-12-31'],
    ['the leap day of a leap year', ['2028', '2', '29'], '2028-02-29'],
  ] as const)('is read: %s', (_what, [year, month, day], read) => {
    expect(dateOf(year, month, day)).toBe(read)
  })

  it.each([
    ['2月29日 of a plain year', ['2026', '2', '29']],
    ['2月30日', ['2028', '2', '30']],
    ['4月31日', ['2026', '4', '31']],
    ['1月32日', ['2026', '1', '32']],
    ['13月1日', ['2026', '13', '1']],
    ['0月5日', ['2026', '0', '5']],
    ['5月0日', ['2026', '5', '0']],
    ['a day of three digits', ['2026', '1', '005']],
    ['a year of two digits', ['26', '1', '5']],
    ['a day without its year', [undefined, '1', '5']],
    ['a day without its month', ['2026', undefined, '5']],
    ['a month without its day', ['2026', '1', undefined]],
    ['nothing at all', [undefined, undefined, undefined]],
    ['words', ['今年', '正', '初五']],
  ] as const)('is none: %s', (_what, [year, month, day]) => {
    expect(dateOf(year, month, day)).toBe('')
  })
})

describe('a day that is said without its year', () => {
  it.each([
    ['today', '2026-11-24', ['11', '24'], '2026-11-24'],
    ['yesterday', '2026-11-24', ['11', '23'], '2026-11-23'],
    ['tomorrow', '2026-11-24', ['11', '25'], '2026-11-25'],
    ['New Year, in December', '2026-12-20', ['1', '5'], '2027-01-05'],
    ['the end of the year, in January', '2026-01-05', ['12', '31'], '2026-12-31'],
    ['180 days back', '2026-11-24', ['5', '28'], '2026-05-28'],
    ['181 days back', '2026-11-24', ['5', '27'], '2027-05-27'],
    ['a day of spring, in June', '2026-06-29', ['1', '1'], '2026-01-01'],
    ['New Year, one day later', '2026-07-01', ['1', '1'], '2027-01-01'],
    ['a leap day of next year', '2027-12-20', ['2', '29'], '2028-02-29'],
    ['a leap day that is not long ago', '2028-05-01', ['2', '29'], '2028-02-29'],
  ] as const)('is the one that is meant: %s', (_what, today, [month, day], meant) => {
    expect(comingDate(today, month, day)).toBe(meant)
  })

  it.each([
    ['2月30日', '2026-11-24', ['2', '30']],
    ['13月1日', '2026-11-24', ['13', '1']],
    ['a month alone', '2026-11-24', ['5', undefined]],
    ['a day alone', '2026-11-24', [undefined, '5']],
    ['the leap day of this year, when next year has none', '2028-12-20', ['2', '29']],
  ] as const)('is none: %s', (_what, today, [month, day]) => {
    expect(comingDate(today, month, day)).toBe('')
  })
})
