import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../domain/calendar/calendar.ts'
import { isKnownThroughout, isWorkday } from '../../../domain/calendar/workday.ts'
import { dayFrom } from '../../../domain/calendar/zone.ts'

const MOVED = { year: 2026, off: ['2026-10-05'], work: ['2026-10-10'], source: '' }

/** A calendar is read once and remembered: each test has one of its own. */
const calendar = (...years: Calendar['years']): Calendar => ({ years })

describe('a day the State Council moved', () => {
  it.each([
    ['a Saturday that is worked', '2026-10-10', true],
    ['a Monday that is free', '2026-10-05', false],
    ['a Friday that was not moved', '2026-10-09', true],
    ['a Saturday that was not moved', '2026-10-03', false],
    ['a Sunday that was not moved', '2026-10-11', false],
  ])('is what the file says: %s', (_what, day, worked) => {
    expect(isWorkday(calendar(MOVED), day)).toBe(worked)
  })

  it('is worked where two files contradict each other', () => {
    const other = { ...MOVED, year: 2027, off: ['2026-10-10'], work: [] }
    expect(isWorkday(calendar(MOVED, other), '2026-10-10')).toBe(true)
  })

  it.each([
    ['one known year', '2026-01-01', '2026-12-31', true],
    ['one day', '2026-12-31', '2026-12-31', true],
    ['a day too late', '2026-12-31', '2027-01-01', false],
    ['a day too early', '2025-12-31', '2026-01-01', false],
    ['the years around a gap', '2026-06-01', '2028-06-01', false],
  ])('is known throughout %s: %s to %s', (_what, from, to, known) => {
    const years = calendar(MOVED, { ...MOVED, year: 2028 })
    expect(isKnownThroughout(years, dayFrom(from), dayFrom(to))).toBe(known)
  })
})
