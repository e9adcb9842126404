import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { instant } from '../../domain/calendar/zone.ts'
import { explainClock, type ClockExplained } from '../../domain/clock/explain.ts'
import { clockEnd } from '../../domain/clock/plan.ts'
import { CLOCKS, type Policy } from '../../domain/policy.ts'
import type { Level } from '../../domain/level.ts'
import { policy } from '../store/samples.ts'
import { CALENDAR_2026 } from './year2026.ts'

const HOUR = 3_600_000
const POLICY: Policy = {
  ...policy,
  workHours: [
    { from: 510, to: 720 },
    { from: 810, to: 1080 },
  ],
}

const sum = ({ days }: ClockExplained): number => days.reduce((all, { ms }) => all + ms, 0)
const short = ({ days }: ClockExplained): string[] => days.map(({ day, kind, ms }) => `${day} ${kind} ${ms / HOUR}h`)

describe('how a clock was counted', () => {
  it('names the days, and the hours of each, over a weekend', () => {
    const told = explainClock(POLICY, 'normal', 'finish', instant('2026-11-26', 17 * 60), CALENDAR_2026)
    expect(short(told)).toEqual([
      '2026-11-26 workday 1h',
      '2026-11-27 workday 8h',
      '2026-11-28 weekend 0h',
      '2026-11-29 weekend 0h',
      '2026-11-30 workday 8h',
      '2026-12-01 workday 8h',
      '2026-12-02 workday 8h',
      '2026-12-03 workday 7h',
    ])
    expect(told.at).toEqual(instant('2026-12-03', 17 * 60))
  })

  it('tells holidays and the Saturdays worked for them', () => {
    const told = explainClock(POLICY, 'normal', 'arrive', instant('2026-02-13', 17 * 60), CALENDAR_2026)
    expect(short(told).slice(0, 2)).toEqual(['2026-02-13 workday 1h', '2026-02-14 makeup 7h'])
    const over = explainClock(POLICY, 'normal', 'sign', instant('2026-09-30', 17 * 60 + 30), CALENDAR_2026)
    expect(over.days.filter(({ kind }) => kind === 'holiday').length).toBeGreaterThan(0)
    expect(sum(over)).toBe(2 * HOUR)
  })

  it('counts every hour of a level that never sleeps', () => {
    const told = explainClock(POLICY, 'urgent', 'arrive', instant('2026-11-28', 23 * 60), CALENDAR_2026)
    expect(short(told)).toEqual(['2026-11-28 plain 1h', '2026-11-29 plain 1h'])
  })

  it('adds what was granted, and says where the calendar is not known yet', () => {
    const told = explainClock(POLICY, 'normal', 'finish', instant('2026-12-30', 9 * 60), CALENDAR_2026, 8 * HOUR)
    expect(told.length).toBe(48 * HOUR)
    expect(sum(told)).toBe(48 * HOUR)
    expect(told.tentative).toBe(true)
    expect(told.days.at(-1)?.known).toBe(false)
  })

  it('always comes to the length of the clock, and to the instant the clock ends at', () => {
    const minutes = fc.integer({ min: 0, max: 500_000 })
    const levels = fc.constantFrom<Level>('emergency', 'urgent', 'normal')
    fc.assert(
      fc.property(
        minutes,
        levels,
        fc.constantFrom(...CLOCKS),
        fc.integer({ min: 0, max: 90 }),
        (m, level, clock, h) => {
          const from = new Date(instant('2026-01-01', 0).getTime() + m * 60_000 + 7)
          const told = explainClock(POLICY, level, clock, from, CALENDAR_2026, h * HOUR)
          expect(sum(told)).toBe(told.length)
          expect(told.at).toEqual(clockEnd(POLICY, level, clock, from, CALENDAR_2026, h * HOUR).at)
        },
      ),
    )
  })
})
